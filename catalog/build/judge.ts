/** Puts rules and judgements together: which actions are guarded, and which candidate no one has judged yet. */

import { own } from '../../src/own.ts';
import { IDENTITY_SERVICES } from '../../src/policy/identity.ts';
import type { Action, Authority } from './authority.ts';
import type { Candidate, Candidates } from './candidates.ts';
import type { Judgements } from './judged.ts';
import { FREE, GUARDED } from './reasons.ts';

export interface GuardVerdict {
  readonly at: 'always' | 'recheck' | 'free';
  readonly why: string;
  /** The page that it stands on. */
  readonly page: string;
}

export interface GuardTable {
  /** `prefix:Action` → verdict, sorted. */
  readonly verdicts: ReadonlyMap<string, GuardVerdict>;
  /** Candidates without a rule or a judgement, with their signals. */
  readonly missing: ReadonlyMap<string, Candidate>;
  /** How many actions are not candidates. */
  readonly others: number;
  /** Judgements that no longer apply, each with the reason. */
  readonly stale: readonly string[];
}

type Judged = Pick<GuardVerdict, 'at' | 'why'>;

const ACCESS: Judged = { at: 'always', why: GUARDED.access };
const TELLS: Judged = { at: 'recheck', why: GUARDED.tells };

/** `judgements`: prefix → what its file says. */
export function judge(
  candidates: Candidates,
  judgements: ReadonlyMap<string, Judgements>,
  authority: Authority,
): GuardTable {
  const known = new Map(authority.actions.map((action) => [action.name, action]));
  const found = new Map(
    Object.entries(candidates).flatMap(([prefix, actions]) =>
      Object.entries(actions).map(([name, candidate]): [string, Candidate] => [`${prefix}:${name}`, candidate]),
    ),
  );
  const judged = new Map<string, Judged & { readonly page: string }>();
  const stale: string[] = [];
  for (const [prefix, file] of judgements) {
    for (const [name, verdict] of entriesOf(file)) {
      const action = `${prefix}:${name}`;
      const candidate = found.get(action);
      const trouble = judged.has(action) ? 'is judged twice' : objection(known.get(action), candidate, prefix);
      if (trouble !== undefined) stale.push(`${action} ${trouble}`);
      else judged.set(action, { ...verdict, page: pageOf(file.page, candidate) ?? authority.page(prefix) });
    }
  }
  const verdicts = new Map<string, GuardVerdict>();
  const missing = new Map<string, Candidate>();
  const actions = new Set([...known.keys(), ...found.keys()]);
  for (const action of [...actions].toSorted()) {
    const candidate = found.get(action);
    const verdict = judged.get(action) ?? byRule(action, known.get(action), candidate);
    if (verdict) verdicts.set(action, { page: authority.page(action.split(':')[0] ?? ''), ...verdict });
    else if (candidate) missing.set(action, candidate);
  }
  return { verdicts, missing, others: actions.size - verdicts.size - missing.size, stale };
}

/**
 * What is plain: the access level, the identity services, and roles that IAM is asked for.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
function byRule(action: string, known: Action | undefined, candidate: Candidate | undefined): Judged | undefined {
  if (known && changesPermissions(known)) return ACCESS;
  if (known && IDENTITY_SERVICES.has(action.split(':')[0] ?? ''))
    return /^(Read|List)$/.test(known.level) ? TELLS : ACCESS;
  if (candidate?.passes && candidate.signals.every((signal) => /^(role|code|runs)\b/.test(signal))) {
    return { at: 'free', why: FREE.passRole };
  }
  return undefined;
}

function changesPermissions({ level }: Action): boolean {
  return level.includes('Permissions management');
}

function objection(known: Action | undefined, candidate: Candidate | undefined, prefix: string): string | undefined {
  if (known && changesPermissions(known)) return 'has the access level Permissions management: a rule decides';
  if (!known && !candidate) return 'is no action';
  return candidate || IDENTITY_SERVICES.has(prefix) ? undefined : 'is no candidate: nothing about it needs a judgement';
}

/** Action → verdict, as a file has them. */
function entriesOf({ always = {}, recheck = {}, free = {} }: Judgements): readonly (readonly [string, Judged])[] {
  return [
    ...verdictsOf('always', always, GUARDED),
    ...verdictsOf('recheck', recheck, GUARDED),
    ...verdictsOf('free', free, FREE),
  ];
}

function verdictsOf<Reason extends string>(
  at: GuardVerdict['at'],
  reasons: { readonly [reason in Reason]?: readonly string[] },
  texts: Readonly<Record<Reason, string>>,
): readonly (readonly [string, Judged])[] {
  const names = new Map<string, readonly string[]>(Object.entries(reasons));
  const all = new Map<string, string>(Object.entries(texts));
  return [...names].flatMap(([reason, actions]) =>
    actions.map((name) => [name, { at, why: all.get(reason) ?? reason }] as const),
  );
}

/** The API reference's page of the operation, where the action has one. */
function pageOf(page: Judgements['page'], candidate: Candidate | undefined): string | undefined {
  for (const operation of candidate?.operations ?? []) {
    const [service = '', name = ''] = operation.split(':');
    const base = typeof page === 'string' ? page : own(page, service);
    if (base !== undefined) return base.endsWith('.html') ? base : `${base}API_${name}.html`;
  }
  return undefined;
}
