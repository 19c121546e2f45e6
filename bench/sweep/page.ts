import { readFileSync, writeFileSync } from 'node:fs';
import { LARGE_REGIONS, OTHER_REGIONS, type Quotas } from './quotas.ts';
import type { Outcome } from './run.ts';
import { leastSeconds } from './throttle.ts';

/** The figures as tables in Markdown, and the page that shows them. */

export interface Measured {
  readonly roles: number;
  readonly machines: number;
  readonly large: Outcome;
  readonly other: Outcome;
}

export function totalOf({ requests }: Outcome): number {
  return requests.reduce((sum, { count }) => sum + count, 0);
}

interface Taken {
  readonly quota: string;
  readonly apis: readonly string[];
  readonly count: number;
}

/** By quota, the most used first. */
function takenOf({ requests }: Outcome): readonly Taken[] {
  const taken = new Map<string, Taken>();
  for (const { api, quota, count } of requests) {
    const { apis, count: before } = taken.get(quota) ?? { apis: [], count: 0 };
    taken.set(quota, { quota, apis: [...apis, api], count: before + count });
  }
  return [...taken.values()].toSorted((a, b) => b.count - a.count);
}

/** The least time that requests take by their quota alone, in seconds. */
function leastOf({ quota: name, count }: Taken, quotas: Quotas): number {
  const quota = quotas[name];
  return quota ? leastSeconds(count, quota) : 0;
}

/** The quota that takes the longest. */
export function boundOf(outcome: Outcome, quotas: Quotas): string {
  const [first] = takenOf(outcome).toSorted((a, b) => leastOf(b, quotas) - leastOf(a, quotas));
  return `\`${first?.quota}\``;
}

export function sizesTable(rows: readonly Measured[]): string {
  return table(
    [
      'roles × state machines',
      'requests',
      'per role',
      'per state machine',
      'minutes, large regions',
      'minutes, others',
      'bound by',
    ],
    rows.map(({ roles, machines, large, other }) => [
      `${figure(roles)} × ${figure(machines)}`,
      figure(totalOf(other)),
      (totalOf(other) / roles).toFixed(1),
      (totalOf(other) / machines).toFixed(1),
      minutes(large.seconds),
      minutes(other.seconds),
      [...new Set([boundOf(large, LARGE_REGIONS), boundOf(other, OTHER_REGIONS)])].join('; '),
    ]),
  );
}

/** What each API contributes, and how long its quota alone would make the sweep. */
export function apisTable({ roles, machines, other }: Measured): string {
  return table(
    ['API', 'requests', 'per role', 'per state machine', 'minutes by its quota, large regions', 'others'],
    takenOf(other).map((taken) => [
      taken.apis.includes(taken.quota) ? `\`${taken.quota}\`` : `${taken.quota}: \`${taken.apis.join('`, `')}\``,
      figure(taken.count),
      (taken.count / roles).toFixed(2),
      (taken.count / machines).toFixed(2),
      minutes(leastOf(taken, LARGE_REGIONS)),
      minutes(leastOf(taken, OTHER_REGIONS)),
    ]),
  );
}

export function concurrencyTable(rows: readonly (readonly [concurrency: number, outcome: Outcome])[]): string {
  return table(
    [
      'roles at once',
      'minutes',
      'longest check, seconds',
      'checks that ran out of time',
      'roles left unchecked or wrong',
    ],
    rows.map(([concurrency, outcome]) => [
      String(concurrency),
      minutes(outcome.seconds),
      outcome.longest.toFixed(0),
      figure(outcome.timeouts),
      figure(outcome.wrong.length),
    ]),
  );
}

/** As Biome formats it; columns of figures are set to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = head.map((title, index) => {
    const cells = rows.map((row) => row[index] ?? '');
    const width = Math.max(...[title, ...cells].map(({ length }) => length));
    const right = /^[\d.,]+$/.test(cells[0] ?? '');
    const line = right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
    return [title, line, ...cells].map((cell) => (right ? cell.padStart(width) : cell.padEnd(width)));
  });
  return [...Array(rows.length + 2).keys()]
    .map((index) => `| ${columns.map((cells) => cells[index] ?? '').join(' | ')} |`)
    .join('\n');
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}

export function minutes(seconds: number): string {
  return (seconds / 60).toFixed(1);
}

const PAGE = 'docs/sweep.md';
const BEGIN = '<!-- Written by node bench/sweep.ts --write; do not edit. -->\n';
const END = '\n<!-- End of what is written. -->';

/** Puts the figures into the page, or only says whether they are there. */
export function keepPage(figures: string, write: boolean): boolean {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const [, after] = rest.split(END);
  if (before === undefined || after === undefined) throw new Error(`${PAGE}: the marks of what is written are gone`);
  const wanted = `${before}${BEGIN}${figures}${END}${after}`;
  if (write) writeFileSync(PAGE, wanted);
  return write || page === wanted;
}
