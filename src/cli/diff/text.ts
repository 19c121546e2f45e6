import type { Change, RoleChange } from '../../analysis/diff.ts';
import type { Finding } from '../../finding.ts';
import { glyphsOf, markOf, SEVERITY_STYLES } from '../terminal/glyphs.ts';
import { block, type Line, quoted, type Span } from '../terminal/lines.ts';
import { arnLine, conditionLines, originLine } from '../terminal/resources.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { byState, type ChangeGroup, type StateChanges, stateNames } from './changes.ts';
import type { Compared } from './comparison.ts';
import { headWords, sameWords } from './words.ts';

/** `rolefit diff` for people: state machine by state machine, what its role gains and loses. */
export function diffText(all: readonly Compared[], names: readonly [string, string], terminal: Terminal): string {
  const [from, to] = names;
  const { arrow } = glyphsOf(terminal);
  const title: Line = [quoted(from, 'title'), { text: ` ${arrow} ` }, quoted(to, 'title')];
  const changed = all.filter(({ status }) => status !== 'same');
  const same = all.length - changed.length;
  const lines = [
    ...block([], [], title, terminal),
    ...changed.flatMap((one) => ['', ...machineLines(one, all.length > 1, terminal)]),
    ...(same > 0 ? ['', ...block([], [], [{ text: sameWords(same, all.length) }], terminal)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function machineLines(one: Compared, isNamed: boolean, terminal: Terminal): readonly string[] {
  const { added, removed, findings, assumedRoles } = one.difference;
  const head: Line = [...(isNamed ? [quoted(one.label, 'title'), { text: ': ' }] : []), { text: headWords(one) }];
  const states = byState(added, removed);
  return [
    ...block([], [{ text: '  ' }], head, terminal),
    ...states.flatMap((state) => ['', ...stateLines(state, terminal)]),
    ...assumedRoles.flatMap((role) => ['', ...roleLines(role, terminal)]),
    ...findingLines('New findings', findings.new, terminal),
    ...findingLines('Findings gone', findings.gone, terminal),
  ];
}

function stateLines({ state, groups }: StateChanges, terminal: Terminal): readonly string[] {
  const width = Math.max(...groups.map(({ change }) => change.purpose.length));
  return [
    ...block(INDENT, [{ text: '    ' }], placeLine(state), terminal),
    ...groups.flatMap((group) => groupLines(group, group.change.purpose.padEnd(width + 2), terminal)),
  ];
}

const INDENT: Line = [{ text: '  ' }];

function placeLine(state: string): Line {
  return stateNames(state).flatMap(
    (name, index): Line => [...(index === 0 ? [] : [{ text: ' > ', style: 'faint' as const }]), quoted(name, 'name')],
  );
}

/** `label` is the purpose; empty where neither it nor the resource's origin is known. */
function groupLines({ sign, change, actions }: ChangeGroup, label: string, terminal: Terminal): readonly string[] {
  const { minus } = glyphsOf(terminal);
  const signed: Span = sign === '+' ? { text: '+', style: 'good' } : { text: minus, style: 'bad' };
  const blank: Line = [{ text: ' '.repeat(INDENT.length + 3 + label.length) }];
  const mark = markOf(change.tightness, terminal);
  const inside: Line = [...blank, { text: '  ' }];
  const what: Line = [
    { text: actions.join(', '), style: 'title' },
    ...(sign === '+' && change.wildcard ? [{ text: '  ' }, { text: '(new wildcard)', style: 'open' as const }] : []),
  ];
  return [
    ...block([...INDENT, signed, { text: ` ${label}` }], blank, what, terminal),
    ...block([...blank, mark, { text: ' ' }], inside, arnLine(change.resource, change.tightness), terminal),
    ...(label === '' ? [] : block(inside, inside, originLine(change.origin), terminal)),
    ...conditionLines(change.conditions).flatMap((line) => block(inside, inside, line, terminal)),
    ...narrowerLines(sign, change).flatMap((line) => block(inside, inside, line, terminal)),
  ];
}

/** At most this many narrower resources are listed. */
const SOME = 3;

function narrowerLines(sign: '+' | '-', { narrower }: Change): readonly Line[] {
  if (narrower.length === 0) return [];
  const more = narrower.length > SOME ? ` and ${narrower.length - SOME} more` : '';
  const what = sign === '+' ? 'wider than before: ' : 'narrowed to: ';
  return [[{ text: what, style: 'faint' }, quoted(narrower.slice(0, SOME).join(', ') + more)]];
}

function roleLines({ role, added, removed }: RoleChange, terminal: Terminal): readonly string[] {
  return [
    ...block(INDENT, [{ text: '    ' }], [{ text: 'role that tasks assume: ' }, quoted(role, 'name')], terminal),
    ...byState(added, removed).flatMap(({ groups }) => groups.flatMap((group) => groupLines(group, '', terminal))),
  ];
}

function findingLines(title: string, findings: readonly Finding[], terminal: Terminal): readonly string[] {
  if (findings.length === 0) return [];
  const blank: Line = [{ text: ' '.repeat(6) }];
  return [
    '',
    ...block([{ text: '  ' }], [], [{ text: title, style: 'title' }], terminal),
    ...findings.flatMap(({ severity, state, message, code }) => [
      ...block(
        [{ text: '    ' }],
        blank,
        [
          { text: severity, style: SEVERITY_STYLES[severity] },
          { text: ' ' },
          ...(state === '' ? [] : [...placeLine(state), { text: ': ' }]),
          quoted(message),
          { text: ` [${code}]`, style: 'faint' },
        ],
        terminal,
      ),
    ]),
  ];
}
