import { isManagedRule } from '../iam/managedRules.ts';
import data from './data/guarded.json' with { type: 'json' };
import { IDENTITY_SERVICES } from './identity.ts';

/**
 * Actions through which whoever writes a definition could get more rights than he has. A definition that someone
 * changes after the deploy must not gain them by itself.
 */
export interface Guard {
  /** `always`: at deploy the template must allow it by name. `recheck`: deploying it is enough. */
  readonly at: 'always' | 'recheck';
  /** Completes 'it is guarded: …'. */
  readonly why: string;
}

/** Verdict → reason → prefix → actions, written by `npm run refresh` from judgements. */
const TABLE: Readonly<Record<Guard['at'], Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>> =
  data;

/** The actions of the table, in lower case. */
const GUARDS: ReadonlyMap<string, Guard> = new Map([...guardsOf('always'), ...guardsOf('recheck')]);

const READS = /:(describe|generate|get|list|search|simulate)/;
const AIMS_A_RULE: ReadonlySet<string> = new Set(['events:putrule', 'events:puttargets']);
const USES_A_ROLE = /^(iam:passrole$|sts:assume)/;

/**
 * Whether an action on a resource is guarded, and why: docs/guarded-actions.md.
 *
 * A wildcard for the role that is passed or assumed takes in the account's administrators.
 */
export function guardOf(action: string, resource: string): Guard | undefined {
  const name = action.toLowerCase();
  // It is the call that each .sync task makes; to delete one stays guarded.
  if (AIMS_A_RULE.has(name) && isManagedRule(resource)) return undefined;
  const guard = GUARDS.get(name) ?? newerThanTheTable(name);
  const anyRole = USES_A_ROLE.test(name) && /[*?]/.test(resource.replaceAll(/\$\{[*?]\}/g, ''));
  return guard && anyRole ? { at: 'always', why: `${guard.why}, whichever it is` } : guard;
}

function newerThanTheTable(name: string): Guard | undefined {
  if (!IDENTITY_SERVICES.has(name.split(':')[0] ?? '')) return undefined;
  return READS.test(name)
    ? { at: 'recheck', why: 'it tells who may do what' }
    : { at: 'always', why: 'it changes who may do what' };
}

function guardsOf(at: Guard['at']): readonly (readonly [string, Guard])[] {
  return Object.entries(TABLE[at]).flatMap(([why, prefixes]) =>
    Object.entries(prefixes).flatMap(([prefix, names]) =>
      names.map((name) => [`${prefix}:${name}`.toLowerCase(), { at, why }] as const),
    ),
  );
}
