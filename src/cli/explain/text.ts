import { type Finding, SEVERITIES } from '../../finding.ts';
import { stateName } from '../../grants/consequence.ts';
import type { ReportModel } from '../../report/model.ts';
import { grouped, plural } from '../../report/words.ts';
import { glyphsOf, SEVERITY_STYLES } from '../terminal/glyphs.ts';
import { block, type Line, labelled, NO_BREAK, quoted, rendered, type Span } from '../terminal/lines.ts';
import { conditionLines } from '../terminal/resources.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { stateLines } from './state.ts';
import { type Branch, type StateNode, type Summary, summaryOf, within } from './tree.ts';

/** `rolefit explain` for people: a summary, the tree of states, and how to read it. */
export function explainText(
  label: string,
  report: ReportModel,
  nodes: readonly StateNode[],
  terminal: Terminal,
): string {
  const lines = [
    ...heading(label, report, terminal),
    '',
    ...nodes.flatMap((node, index) => nodeLines(node, [], index === nodes.length - 1, terminal)),
    ...rolesLines(report, nodes, terminal),
  ];
  return `${lines.join('\n')}\n`;
}

const INDENT: Line = [{ text: '  ' }];

function heading(label: string, report: ReportModel, terminal: Terminal): readonly string[] {
  const { comment, fit } = report;
  const { states, permissions, policySize, policyQuota } = summaryOf(report);
  const share = Math.ceil((100 * policySize) / policyQuota);
  return [
    ...block([], [], [quoted(label, 'title')], terminal),
    ...(comment === undefined ? [] : block([], [], [quoted(comment, 'faint')], terminal)),
    '',
    ...labelled(
      [
        [[{ text: 'states', style: 'faint' }], [{ text: grouped(states) }]],
        [
          [{ text: 'permissions', style: 'faint' }],
          [{ text: grouped(permissions) }, ...tightnessLine(summaryOf(report))],
        ],
        [
          [{ text: 'policy', style: 'faint' }],
          [{ text: `${grouped(policySize)} of ${grouped(policyQuota)} characters (${share} %)` }],
        ],
        [[{ text: 'findings', style: 'faint' }], severityLine(fit.findings)],
      ],
      terminal,
    ),
  ];
}

function tightnessLine({ permissions, exact, patterns, limits, wildcards }: Summary): Line {
  if (permissions === 0) return [{ text: ': nothing is called, so the policy denies everything' }];
  const ofThem = limits === wildcards ? 'that nothing can narrow' : `${grouped(limits)} of them nothing can narrow`;
  const parts: readonly Line[] = [
    ...(exact > 0 ? [[{ text: `${grouped(exact)} exact` }]] : []),
    ...(patterns > 0 ? [[{ text: plural(patterns, 'pattern') }]] : []),
    ...(wildcards > 0
      ? [[{ text: plural(wildcards, 'wildcard'), style: 'open' as const }, { text: limits > 0 ? ` (${ofThem})` : '' }]]
      : []),
  ];
  return [{ text: ': ' }, ...between(parts, ', ')];
}

function severityLine(findings: readonly Finding[]): Line {
  const found = SEVERITIES.flatMap((severity): readonly Line[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    const text = severity === 'info' ? `${grouped(number)} info` : plural(number, severity);
    return number === 0 ? [] : [[{ text, style: SEVERITY_STYLES[severity] }]];
  });
  return found.length === 0 ? [{ text: 'none' }] : between(found, ', ');
}

function between(lines: readonly Line[], separator: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: separator }, ...line]));
}

/** A state and all that stands in it; `prefix` is the tree's lines to its left. */
function nodeLines(node: StateNode, prefix: Line, isLast: boolean, terminal: Terminal): readonly string[] {
  const { branch, last, bar, gap, dot } = glyphsOf(terminal);
  const { view, kind, reached, inner } = node;
  const below: Line = [...prefix, guide(isLast ? gap : bar)];
  const type = view.state?.type ?? '';
  // A distributed Map's kind says its type.
  const kinds = kind.endsWith(type) ? [kind] : [type, kind];
  const title: Line = [
    quoted(view.name, 'name'),
    { text: '  ' },
    quoted(kinds.join(`${NO_BREAK}${dot}${NO_BREAK}`), 'faint'),
    ...(reached ? [] : [{ text: ` ${dot} nothing leads to it`, style: 'open' as const }]),
  ];
  // The items' workflow of a Map needs no line of its own.
  const children = inner.flatMap(({ label, nodes }): readonly Branch[] =>
    label === undefined ? nodes.map((child) => ({ label, nodes: [child] })) : [{ label, nodes }],
  );
  const inside: Line = [...below, guide(children.length > 0 ? bar : gap)];
  const content = stateLines(node, inside, terminal);
  // Air below what is more than its title, between it and what follows.
  const air = content.length > 0 && children.length > 0 ? [rendered([...below, guide(bar)], terminal)] : [];
  const end = content.length + children.length > 0 && !isLast ? [rendered(below, terminal)] : [];
  return [
    ...block([...prefix, guide(isLast ? last : branch)], [...below, { text: '  ' }], title, terminal),
    ...content,
    ...air,
    ...children.flatMap((child, index) => branchLines(child, below, index === children.length - 1, terminal)),
    ...end,
  ];
}

function branchLines({ label, nodes }: Branch, prefix: Line, isLast: boolean, terminal: Terminal): readonly string[] {
  if (label === undefined) return nodes.flatMap((node) => nodeLines(node, prefix, isLast, terminal));
  const { branch, last, bar, gap } = glyphsOf(terminal);
  const below: Line = [...prefix, guide(isLast ? gap : bar)];
  return [
    ...block([...prefix, guide(isLast ? last : branch)], below, [{ text: label, style: 'faint' }], terminal),
    ...nodes.flatMap((node, index) => nodeLines(node, below, index === nodes.length - 1, terminal)),
    ...(isLast ? [] : [rendered(below, terminal)]),
  ];
}

function guide(text: string): Span {
  return { text, style: 'faint' };
}

/** The policies of the roles that tasks assume, as far as these states do. */
function rolesLines({ fit }: ReportModel, nodes: readonly StateNode[], terminal: Terminal): readonly string[] {
  const shownStates = new Set(within(nodes).map(({ view }) => view.path));
  const roles = fit.assumedRoles.filter(({ states }) => states.some((state) => shownStates.has(state)));
  if (roles.length === 0) return [];
  const deeper: Line = [{ text: '    ' }];
  const deepest: Line = [{ text: '      ' }];
  return [
    '',
    ...block([], [], [{ text: 'Roles that tasks assume, each with a policy of its own', style: 'title' }], terminal),
    ...roles.flatMap(({ role, states, policy }) => [
      ...block(INDENT, deeper, [quoted(role, 'name')], terminal),
      ...block(deeper, deeper, [{ text: 'for ', style: 'faint' }, quoted(states.map(stateName).join(', '))], terminal),
      ...policy.Statement.flatMap(({ Action, Resource, Condition }) => [
        ...block(deeper, deepest, [quoted(Action.join(', '))], terminal),
        ...Resource.flatMap((arn) =>
          block([...deeper, { text: 'on ', style: 'faint' }], deepest, [quoted(arn)], terminal),
        ),
        ...conditionLines(Condition).flatMap((line) => block(deeper, deepest, line, terminal)),
      ]),
    ]),
  ];
}
