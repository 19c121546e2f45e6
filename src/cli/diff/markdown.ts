import type { RoleChange } from '../../analysis/diff.ts';
import type { Finding } from '../../finding.ts';
import { originWords, plural } from '../../report/words.ts';
import { shown } from '../terminal/lines.ts';
import { byState, type ChangeGroup, stateNames } from './changes.ts';
import type { Compared } from './comparison.ts';
import { headWords, sameWords } from './words.ts';

/**
 * `rolefit diff` as the text of a comment on a pull request, in GitHub's Markdown. Whatever comes from a definition
 * stands in code spans: there it neither formats nor mentions anyone.
 */
export function diffMarkdown(all: readonly Compared[], names: readonly [string, string]): string {
  const [from, to] = names;
  const changed = all.filter(({ status }) => status !== 'same');
  const same = all.length - changed.length;
  const parts = [
    '### What this change does to the execution role',
    `${code(from)} → ${code(to)}`,
    ...changed.flatMap((one) => machine(one, all.length > 1)),
    ...(same > 0 ? [sameWords(same, all.length)] : []),
  ];
  return `${shortened(parts).join('\n\n')}\n`;
}

/** A comment may have 65,536 characters; some room stays for what is put around it. */
const MAX_LENGTH = 60_000;

function shortened(parts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const part of parts) {
    if (length + part.length > MAX_LENGTH)
      return [...kept, 'The rest is too long for a comment; `rolefit diff` prints it.'];
    kept.push(part);
    length += part.length + 2;
  }
  return kept;
}

function machine(one: Compared, isNamed: boolean): readonly string[] {
  const { added, removed, findings, assumedRoles } = one.difference;
  const rows = byState(added, removed).flatMap(({ state, groups }) => groups.map((group) => row(group, state)));
  return [
    `${isNamed ? `**${code(one.label)}**: ` : ''}${headWords(one)}`,
    ...tables('state | for | action | resource', rows),
    ...assumedRoles.flatMap(role),
    ...details('new', findings.new),
    ...details('gone', findings.gone),
  ];
}

/** Rows of one table; a long one stands in several, so that it can be cut where a comment is full. */
const ROWS = 50;

function tables(head: string, rows: readonly string[]): readonly string[] {
  const dashes = head.replaceAll(/[^|]+/g, '---');
  const top = `| | ${head} |\n|---|${dashes}|\n`;
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    top.concat(rows.slice(index * ROWS, (index + 1) * ROWS).join('\n')),
  );
}

function row(group: ChangeGroup, state: string): string {
  const place = stateNames(state).map(cell).join(' › ');
  return `| ${sign(group)} | ${place} | ${group.change.purpose} | ${actions(group)} | ${resource(group)} |`;
}

function sign({ sign, change }: ChangeGroup): string {
  return sign === '-' ? '➖' : change.wildcard ? '⚠️' : '➕';
}

function actions({ actions }: ChangeGroup): string {
  return actions.map(cell).join('<br>');
}

function resource({ sign, change }: ChangeGroup): string {
  const { narrower, conditions } = change;
  const nameOf = (path: string) => stateNames(path).at(-1) ?? '';
  const isNew = sign === '+' && change.wildcard;
  const origin = originWords(change.origin, nameOf).map((piece) =>
    typeof piece === 'string' ? cellText(piece) : cell(piece.code),
  );
  const wider = narrower.slice(0, 3).map(cell).join(', ');
  const only = Object.values(conditions ?? {}).flatMap((keys) =>
    Object.entries(keys).map(([key, values]) => `<br>only if ${cell(key)} is ${values.map(cell).join(' or ')}`),
  );
  return [
    `${cell(change.resource)}${only.join('')}`,
    isNew && `**new wildcard**: ${origin.join('')}`,
    narrower.length > 0 &&
      `${sign === '+' ? 'wider than before' : 'narrowed to'}: ${wider}${narrower.length > 3 ? ', …' : ''}`,
  ]
    .filter((text) => text !== false)
    .join('<br>');
}

function role({ role: name, added, removed }: RoleChange): readonly string[] {
  const rows = byState(added, removed).flatMap(({ groups }) =>
    groups.map((group) => `| ${sign(group)} | ${actions(group)} | ${cell(group.change.resource)} |`),
  );
  return [`The role that tasks assume, ${code(name)}:`, ...tables('action | resource', rows)];
}

function details(what: 'new' | 'gone', findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return [];
  const title = what === 'new' ? plural(findings.length, 'new finding') : `${plural(findings.length, 'finding')} gone`;
  const items = findings.map(
    ({ severity, state, message }) => `- **${severity}** ${stateNames(state).map(code).join(' › ')}: ${code(message)}`,
  );
  const isOpen = what === 'new' && findings.some(({ severity }) => severity === 'error') ? ' open' : '';
  return [`<details${isOpen}><summary>${title}</summary>\n\n${items.join('\n')}\n\n</details>`];
}

/**
 * A code span; longer fences than any in the text.
 *
 * Source: https://github.github.com/gfm/#code-spans
 */
function code(text: string): string {
  const plain = shown(text);
  if (plain.trim() === '') return '(blank)';
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(plain) ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/** In a table also a code span must not hold a bare `|`: https://github.github.com/gfm/#tables-extension- */
function cell(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Our own words: what they quote from a definition, such as a state's name, is escaped. */
function cellText(text: string): string {
  return shown(text).replaceAll(/[\\`*_{}[\]<>#|@~&!]/g, (char) => `&#${char.charCodeAt(0)};`);
}
