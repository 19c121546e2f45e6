import type { MachineReader } from '../aws/machine.ts';
import type { Place } from '../iam/arn.ts';
import type { Deployment, RolefitPolicy } from '../role/rolefitPolicy.ts';
import type { RoleStore } from '../role/store.ts';
import type { CheckLookUp, LookUpUntil } from './checkLookUp.ts';
import type { OwnResource } from './ownResources.ts';
import type { WildcardMode } from './wildcards.ts';

/** What a check gets to do its work. */

export interface CheckRequest {
  readonly roleName: string;
  /**
   * ARNs of state machines that may use the role: the one that has changed, or all. After a write it must be all:
   * what another function added in the meantime may have been overwritten.
   */
  readonly machines: (afterWrite: boolean) => Promise<readonly string[]>;
  /** True if these are all that use the role, even before a write: only then is anything removed. */
  readonly fleetKnown: boolean;
  /** The `revisions` of an earlier report; anything is removed only if they are still the same. */
  readonly earlierRevisions?: string | undefined;
}

/** Where state machines are looked at (policies deployed in other Regions are left alone), and the limits there. */
export interface CheckSettings extends Place {
  /** Patterns of the actions that may be granted. */
  readonly ceiling: readonly string[];
  readonly wildcards: WildcardMode;
  /** rolefit's own resources, which no definition may reach. */
  readonly ownResources: readonly OwnResource[];
  /** ARN of the permissions boundary that a role must have; empty if none is required. */
  readonly boundary: string;
  /** How long after a deployment nothing is removed, in seconds: the state machine may not exist yet. */
  readonly grace: number;
}

/** What a check reads and writes. */
export interface CheckPorts {
  readonly store: RoleStore;
  readonly machines: MachineReader;
  /** Looks up facts in AWS; undefined if that is off. They only show what a deployment doesn't know. */
  readonly lookUp?: LookUpUntil | undefined;
}

/** One check of a role that rolefit may change. */
export interface RoleCheck {
  readonly ports: CheckPorts;
  readonly request: CheckRequest;
  readonly settings: CheckSettings;
  readonly roleArn: string;
  /** rolefit's policies of this Region on the role, sorted by name. */
  readonly policies: readonly RolefitPolicy[];
  /** The look-ups of this check; undefined if they are off. */
  readonly lookUp: CheckLookUp | undefined;
  readonly signal: AbortSignal;
}

/** Whether a policy was deployed so short a time ago that its state machine may not have come to it yet. */
export function isFresh({ ports, settings }: RoleCheck, { deployedAt }: Deployment): boolean {
  return ports.store.now() / 1000 < deployedAt + settings.grace;
}
