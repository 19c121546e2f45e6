import type { Conditions } from '../grants/grant.ts';
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
 * A wildcard for the role that is passed or assumed includes the account's administrators. A grant on a key gives the
 * key to anybody, unless only an AWS service may make it on the role's behalf: then it is as a role that is passed.
 */
export function guardOf(action: string, resource: string, conditions: Conditions = {}): Guard | undefined {
  const name = action.toLowerCase();
  // Every .sync task needs these on its managed rule; deleting a rule stays guarded.
  if (AIMS_A_RULE.has(name) && isManagedRule(resource)) return undefined;
  if (name === 'kms:creategrant' && isForServices(conditions)) return SERVICE_GRANT;
  const guard = listed('always', name) ?? listed('recheck', name) ?? newerThanTheTable(name);
  const anyRole = USES_A_ROLE.test(name) && hasWildcard(resource);
  return guard && anyRole ? { at: 'always', why: `${guard.why}, whichever it is` } : guard;
}

const SERVICE_GRANT: Guard = { at: 'recheck', why: 'it lets a service use the key' };

/**
 * 'This policy condition doesn't allow the user to call these grant operations directly':
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
 */
function isForServices({ Bool: tests = {} }: Conditions): boolean {
  const values = own(tests, 'kms:GrantIsForAWSResource') ?? [];
  return values.length > 0 && values.every((value) => value === 'true');
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
