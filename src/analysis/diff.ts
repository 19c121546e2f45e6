import { compareText, type Finding } from '../finding.ts';
import type { Conditions, Grant, Origin, Purpose } from '../grants/grant.ts';
import { isWildcard, resourceTightness, type Tightness } from '../grants/tightness.ts';
import { covers } from '../iam/pattern.ts';
import { grantsOfPolicy } from '../policy/merge.ts';
import { canonicalJson, type Policy, type Statement, sizeOf } from '../policy/policy.ts';
import { statementSet } from '../policy/policySet.ts';
import { missingFrom } from '../policy/verdict.ts';
import type { Fit } from './fit.ts';

/** One action on one resource that a change of a definition gives to the role, or takes from it. */
export interface Change {
  /** JSON Pointer of the state that needs it, or needed it; empty for the state machine itself. */
  readonly state: string;
  readonly purpose: Purpose;
  readonly action: string;
  readonly resource: string;
  readonly conditions?: Conditions;
  readonly origin: Origin;
  readonly tightness: Tightness;
  /** True where the resource is open: a wildcard. */
  readonly wildcard: boolean;
  /**
   * Of an added permission: the narrower resources that the role had for this action before. Of a removed one: the
   * narrower ones that it keeps.
   */
  readonly narrower: readonly string[];
}

export interface RoleChange {
  /** The ARN of a role that tasks assume, or a pattern. */
  readonly role: string;
  readonly added: readonly Change[];
  readonly removed: readonly Change[];
}

/** What a change of a definition means for the execution role. */
export interface Difference {
  /** True where the role's permissions and the findings are the same. */
  readonly same: boolean;
  readonly added: readonly Change[];
  readonly removed: readonly Change[];
  readonly findings: { readonly new: readonly Finding[]; readonly gone: readonly Finding[] };
  /** Roles that tasks assume and whose needs differ. */
  readonly assumedRoles: readonly RoleChange[];
  /** The policy's characters, as IAM counts them. */
  readonly size: { readonly old: number; readonly new: number };
}

/** The parts of a fit that a comparison reads. */
type Comparable = Pick<Fit, 'policy' | 'findings' | 'calls' | 'assumedRoles'>;

/** The fit of no definition, with which a new or removed state machine is compared. */
export const NOTHING: Comparable = {
  policy: { Version: '2012-10-17', Statement: [] },
  findings: [],
  calls: [],
  assumedRoles: [],
};

/**
 * Compares what two versions of a definition need. A permission counts where the other policy does not allow it through
 * any resource: a state that only moves, or another one with the same needs, changes nothing.
 */
export function diff(before: Comparable, after: Comparable): Difference {
  const added = changes(after, before.policy);
  const removed = changes(before, after.policy);
  const findings = {
    new: findingsWithout(after.findings.filter(isOfDefinition), before.findings),
    gone: findingsWithout(before.findings.filter(isOfDefinition), after.findings),
  };
  const assumedRoles = roleChanges(before, after);
  const count = added.length + removed.length + findings.new.length + findings.gone.length + assumedRoles.length;
  return {
    same: count === 0,
    added,
    removed,
    findings,
    assumedRoles,
    size: { old: charactersOf(before.policy), new: charactersOf(after.policy) },
  };
}

function charactersOf(policy: Policy): number {
  return policy.Statement.length === 0 ? 0 : sizeOf(policy);
}

/** What the calls need and the other policy does not allow. */
function changes({ calls }: Comparable, other: Policy): readonly Change[] {
  const allowed = other.Statement.filter(({ Effect }) => Effect === 'Allow');
  return unique(calls.flatMap(({ call, grants }) => changesOf(call.state, grants, allowed)));
}

function changesOf(state: string, grants: readonly Grant[], allowed: readonly Statement[]): readonly Change[] {
  return missingFrom(statementSet(allowed), grants).flatMap(({ purpose, actions, resources, conditions }) =>
    actions.flatMap((action) =>
      resources.map((resource): Change => {
        const tightness = resourceTightness(resource);
        return {
          state,
          purpose,
          action,
          resource: resource.arn,
          ...(conditions === undefined ? {} : { conditions }),
          origin: resource.origin,
          tightness,
          wildcard: isWildcard(tightness),
          narrower: narrowerThan(resource.arn, action, allowed),
        };
      }),
    ),
  );
}

function narrowerThan(arn: string, action: string, allowed: readonly Statement[]): readonly string[] {
  const found = allowed
    .filter(({ Action }) => Action.includes(action))
    .flatMap(({ Resource }) => Resource.filter((resource) => resource !== arn && covers(arn, resource)));
  return [...new Set(found)].sort(compareText);
}

/** Each change once, in the order of the calls, which is that of the states. */
function unique(all: readonly Change[]): readonly Change[] {
  return [
    ...new Map(
      all.map((change) => [[change.state, change.purpose, permissionKey(change)].join('\n'), change]),
    ).values(),
  ];
}

/** Equal for the same permission, whichever state needs it. */
export function permissionKey({ action, resource, conditions }: Change): string {
  return [action, resource, canonicalJson(conditions)].join('\n');
}

/**
 * What is not known of resources is one finding that lists them all: a change of one resource would show it as gone and
 * as new.
 */
function isOfDefinition({ code }: Finding): boolean {
  return code !== 'unknown-encryption';
}

function findingsWithout(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const key = ({ code, severity, state, message }: Finding) => [code, severity, state, message].join('\n');
  const known = new Set(others.map(key));
  return findings.filter((finding) => !known.has(key(finding)));
}

function roleChanges(before: Comparable, after: Comparable): readonly RoleChange[] {
  const roles = new Set([...before.assumedRoles, ...after.assumedRoles].map(({ role }) => role));
  return [...roles].sort(compareText).flatMap((role) => {
    const [old, now] = [before, after].map(({ assumedRoles }) => assumedRoles.find((one) => one.role === role)?.policy);
    const added = changesOf('', grantsIn(now), allowedBy(old));
    const removed = changesOf('', grantsIn(old), allowedBy(now));
    return added.length + removed.length === 0 ? [] : [{ role, added, removed }];
  });
}

function grantsIn(policy: Policy | undefined): readonly Grant[] {
  return policy === undefined ? [] : grantsOfPolicy(policy);
}

function allowedBy(policy: Policy | undefined): readonly Statement[] {
  return policy === undefined ? [] : policy.Statement.filter(({ Effect }) => Effect === 'Allow');
}
