import type { Finding, FindingCode } from '../../finding.ts';
import type { GrantFinding } from '../../grants/findings.ts';
import type { Doubt, Grant, Resource } from '../../grants/grant.ts';
import { resourceTightness } from '../../grants/tightness.ts';
import { canonicalJson } from '../../policy/policy.ts';
import { markOf, SEVERITY_STYLES } from '../terminal/glyphs.ts';
import { block, columnsOf, type Line, quoted, type Span } from '../terminal/lines.ts';
import { arnLine, conditionLines, originLine } from '../terminal/resources.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { StateNode } from './tree.ts';

/** One thing that is said of a state: what it is called, and the lines beside that. */
interface Entry {
  readonly label: Span;
  readonly lines: readonly { readonly hang: string | Span; readonly content: Line }[];
}

/** What is said of a state, behind the tree's lines. */
export function stateLines({ view }: StateNode, prefix: Line, terminal: Terminal): readonly string[] {
  const grants = merged(view.calls.flatMap((fitted) => fitted.grants));
  const findingOf = findingsByResource(view.findings);
  const withResource = new Set(
    grants.flatMap(({ resources }) => resources.flatMap((resource) => findingOf.get(resource) ?? [])),
  );
  const needless = view.calls.flatMap(({ needsNothing }) => needsNothing ?? []);
  const all: readonly Entry[] = [
    ...view.findings.filter((finding) => !withResource.has(finding)).map(findingEntry),
    ...grants.map((grant) => grantEntry(grant, findingOf, terminal)),
    ...needless.map(
      (reason): Entry => ({
        label: { text: 'nothing', style: 'faint' },
        lines: [{ hang: '', content: [quoted(reason)] }],
      }),
    ),
  ];
  const width = Math.max(0, ...all.map(({ label }) => columnsOf(label.text))) + 2;
  const rest: Line = [...prefix, { text: ' '.repeat(width) }];
  return all.flatMap(({ label, lines }, index) => {
    const isSame = label.style === undefined && all[index - 1]?.label.text === label.text;
    const head: Line = isSame ? rest : [...prefix, label, { text: ' '.repeat(width - columnsOf(label.text)) }];
    return entryLines(lines, head, rest, terminal);
  });
}

function entryLines(lines: Entry['lines'], head: Line, rest: Line, terminal: Terminal): readonly string[] {
  return lines.flatMap(({ hang, content }, index) => {
    const span = typeof hang === 'string' ? { text: hang } : hang;
    const blank = { text: ' '.repeat(columnsOf(span.text)) };
    return block([...(index === 0 ? head : rest), span], [...rest, blank], content, terminal);
  });
}

/** The codes of findings that say no more than their resources' origins; others say what to do as well. */
const SAID_BY_ORIGIN: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'dynamic-resource',
  'partly-dynamic-resource',
  'widened-values',
  'wildcard-resource',
]);

/** The findings that stand with their resource and are not repeated above the grants. */
function findingsByResource(findings: readonly GrantFinding[]): ReadonlyMap<Resource, Finding> {
  return new Map(
    findings
      .filter(({ code }) => SAID_BY_ORIGIN.has(code))
      .flatMap((finding) => (finding.about ?? []).map((resource) => [resource, finding] as const)),
  );
}

function findingEntry({ severity, message, code }: Finding): Entry {
  const label = { text: severity, style: SEVERITY_STYLES[severity] };
  return { label, lines: [{ hang: '', content: [quoted(message), { text: ` [${code}]`, style: 'faint' }] }] };
}

/** Merges grants of the same purpose on the same resources under the same conditions that are equally certain. */
function merged(grants: readonly Grant[]): readonly Grant[] {
  const found = new Map<string, Grant>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.purpose, grant.resources, canonicalJson(grant.conditions), grant.doubt]);
    const same = found.get(key);
    const actions = same === undefined ? grant.actions : [...new Set([...same.actions, ...grant.actions])];
    found.set(key, { ...grant, actions });
  }
  return [...found.values()];
}

function grantEntry(grant: Grant, findingOf: ReadonlyMap<Resource, Finding>, terminal: Terminal): Entry {
  const { purpose, actions, resources, conditions, doubt } = grant;
  return {
    label: { text: purpose },
    lines: [
      { hang: '', content: [{ text: actions.join(', '), style: 'title' }] },
      ...resources.flatMap((resource, index) => resourceLines(resource, resources[index + 1], findingOf, terminal)),
      ...conditionLines(conditions).map((content) => ({ hang: '', content })),
      ...(doubt === undefined ? [] : [{ hang: '', content: [quoted(doubtWords(doubt), 'faint')] }]),
    ],
  };
}

function doubtWords({ certainty, reason }: Doubt): string {
  return certainty === 'precaution' ? `granted as a precaution: ${reason}` : `needed only if ${reason}`;
}

/** The resource, and where its name comes from; once for those that follow each other and come from the same. */
function resourceLines(
  resource: Resource,
  next: Resource | undefined,
  findingOf: ReadonlyMap<Resource, Finding>,
  terminal: Terminal,
): Entry['lines'] {
  const tightness = resourceTightness(resource);
  const mark = markOf(tightness, terminal);
  const finding = findingOf.get(resource);
  const origin: Line = [
    ...(finding === undefined ? [] : [{ text: `${finding.severity}: `, style: SEVERITY_STYLES[finding.severity] }]),
    ...originLine(resource.origin),
    ...(finding === undefined ? [] : [{ text: ` [${finding.code}]`, style: 'faint' as const }]),
  ];
  const isShared = next !== undefined && JSON.stringify(next.origin) === JSON.stringify(resource.origin);
  return [
    { hang: { ...mark, text: `${mark.text} ` }, content: arnLine(resource.arn, tightness) },
    ...(isShared ? [] : [{ hang: '  ', content: origin }]),
  ];
}
