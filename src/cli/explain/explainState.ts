import type { Finding, FindingCode } from '../../finding.ts';
import { stateName } from '../../grants/consequence.ts';
import type { Conditions, Grant, Origin, Resource } from '../../grants/grant.ts';
import { resourceTightness, type Tightness } from '../../grants/tightness.ts';
import { splitAtWildcards } from '../../iam/pattern.ts';
import { canonicalJson } from '../../policy/policy.ts';
import { originWords } from '../../report/words.ts';
import { SEVERITY_STYLES } from '../output.ts';
import { markOf, tightnessStyle } from '../terminal/glyphs.ts';
import { block, columnsOf, type Line, quoted, type Span } from '../terminal/lines.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Node } from './explainModel.ts';

/** One thing that is said of a state: what it is called, and the lines beside that. */
interface Entry {
  readonly label: Span;
  readonly lines: readonly { readonly hang: string | Span; readonly content: Line }[];
}

/** What is said of a state, behind the tree's lines. */
export function stateLines({ view }: Node, prefix: Line, terminal: Terminal): readonly string[] {
  const grants = merged(view.calls.flatMap((fitted) => fitted.grants));
  const ofOrigin = new Set(
    grants.flatMap(({ resources }) => resources.flatMap(({ origin }) => findingOf(origin, view.findings) ?? [])),
  );
  const needless = view.calls.flatMap(({ needsNothing }) => needsNothing ?? []);
  const all: readonly Entry[] = [
    ...view.findings.filter((finding) => !ofOrigin.has(finding)).map(findingEntry),
    ...grants.map((grant) => grantEntry(grant, view.findings, terminal)),
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

/**
 * The finding that says of a resource what its origin says already (src/integrations/analyze.ts makes it from that): it
 * is told with the resource, not once more.
 */
function findingOf(origin: Origin, findings: readonly Finding[]): Finding | undefined {
  const find = (code: FindingCode, fits: (message: string) => boolean) =>
    findings.find((finding) => finding.code === code && fits(finding.message));
  switch (origin.kind) {
    case 'unknown':
    case 'pattern': {
      const { field, expression, cause, kind } = origin;
      const begins =
        kind === 'unknown'
          ? `${field} is known only at run time (${expression}`
          : `${field} is known in part (${expression};`;
      const code = kind === 'unknown' ? 'dynamic-resource' : 'partly-dynamic-resource';
      return find(cause?.widened ? 'widened-values' : code, (message) => message.startsWith(begins));
    }
    case 'wildcard':
      return find('wildcard-resource', (message) => message.endsWith(`: ${origin.reason}`));
    // Their findings say what to do as well, or there is none.
    case 'literal':
    case 'resolved':
    case 'assumedName':
    case 'missing':
    case 'unnamedMachine':
    case 'fixed':
      return undefined;
  }
}

function findingEntry({ severity, message, code }: Finding): Entry {
  const label = { text: severity, style: SEVERITY_STYLES[severity] };
  return { label, lines: [{ hang: '', content: [quoted(message), { text: ` [${code}]`, style: 'faint' }] }] };
}

/** Grants of the same purpose on the same resources under the same conditions are told as one. */
function merged(grants: readonly Grant[]): readonly Grant[] {
  const found = new Map<string, Grant>();
  for (const grant of grants) {
    const key = JSON.stringify([grant.purpose, grant.resources, canonicalJson(grant.conditions)]);
    const same = found.get(key);
    const actions = same === undefined ? grant.actions : [...new Set([...same.actions, ...grant.actions])];
    found.set(key, { ...grant, actions });
  }
  return [...found.values()];
}

function grantEntry(grant: Grant, findings: readonly Finding[], terminal: Terminal): Entry {
  const { purpose, actions, resources, conditions } = grant;
  return {
    label: { text: purpose },
    lines: [
      { hang: '', content: [{ text: actions.join(', '), style: 'title' }] },
      ...resources.flatMap((resource, index) => resourceLines(resource, resources[index + 1], findings, terminal)),
      ...conditionLines(conditions).map((content) => ({ hang: '', content })),
    ],
  };
}

/** The resource, and where its name comes from; once for those that follow each other and come from the same. */
function resourceLines(
  resource: Resource,
  next: Resource | undefined,
  findings: readonly Finding[],
  terminal: Terminal,
): Entry['lines'] {
  const tightness = resourceTightness(resource);
  const mark = markOf(tightness, terminal);
  const finding = findingOf(resource.origin, findings);
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

/** An ARN whose wildcards stand out. */
export function arnLine(arn: string, tightness: Tightness): Line {
  return splitAtWildcards(arn).flatMap((piece, index) =>
    piece === '' ? [] : index % 2 === 0 ? quoted(piece) : quoted(piece, tightnessStyle(tightness)),
  );
}

export function originLine(origin: Origin): Line {
  const nameOf = (path: string) => (path === '' ? "the execution's input" : stateName(path));
  return originWords(origin, nameOf).map((piece) =>
    typeof piece === 'string' ? quoted(piece, 'faint') : quoted(piece.code),
  );
}

export function conditionLines(conditions: Conditions | undefined): readonly Line[] {
  return Object.entries(conditions ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(
      ([key, values]): Line => [
        { text: 'only if ', style: 'faint' },
        quoted(key),
        { text: ` ${operator} `, style: 'faint' },
        quoted(values.join(' or ')),
      ],
    ),
  );
}
