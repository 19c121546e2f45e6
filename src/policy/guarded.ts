import { isManagedRule } from '../iam/managedRules.ts';
import { hasWildcard } from '../iam/pattern.ts';
import { own } from '../own.ts';
import data from './data/guarded.json' with { type: 'json' };
import { IDENTITY_SERVICES } from './identity.ts';

/**
 * Actions that let the author of a definition gain more rights than they have. A definition that is changed after the
 * deployment must not get them automatically.
 */
export interface Guard {
  /**
   * `always`: the template must name the action in AllowGuardedActions. `recheck`: deploying the definition is
   * enough.
   */
  readonly at: 'always' | 'recheck';
  /** Completes 'it is guarded: …'. */
  readonly why: string;
}

/** Verdict → reason → prefix → actions, written by `npm run refresh` from judgements. */
const GUARDED: Readonly<Record<Guard['at'], Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>> =
  data;

const READS = /:(describe|generate|get|list|search|simulate)/;
const AIMS_A_RULE: ReadonlySet<string> = new Set(['events:putrule', 'events:puttargets']);
const USES_A_ROLE = /^(iam:passrole$|sts:assume)/;

/**
 * Whether an action on a resource is guarded, and why: docs/guarded-actions.md.
 *
 * A wildcard for the role that is passed or assumed includes the account's administrators.
 */
export function guardOf(action: string, resource: string): Guard | undefined {
  const name = action.toLowerCase();
  // Every .sync task needs these on its managed rule; deleting a rule stays guarded.
  if (AIMS_A_RULE.has(name) && isManagedRule(resource)) return undefined;
  const guard = listed('always', name) ?? listed('recheck', name) ?? newerThanTheTable(name);
  const anyRole = USES_A_ROLE.test(name) && hasWildcard(resource);
  return guard && anyRole ? { at: 'always', why: `${guard.why}, whichever it is` } : guard;
}

function newerThanTheTable(name: string): Guard | undefined {
  if (!IDENTITY_SERVICES.has(name.split(':')[0] ?? '')) return undefined;
  return READS.test(name)
    ? { at: 'recheck', why: 'it tells who may do what' }
    : { at: 'always', why: 'it changes who may do what' };
}

/**
 * Searches only the lists of the action's service: building an index of all actions would slow down every cold start.
 */
function listed(at: Guard['at'], name: string): Guard | undefined {
  const [service = '', api] = name.split(':');
  for (const [why, services] of Object.entries(GUARDED[at])) {
    if (own(services, service)?.some((listedName) => listedName.toLowerCase() === api)) return { at, why };
  }
  return undefined;
}
