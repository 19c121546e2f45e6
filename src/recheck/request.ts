import type { MachineReader } from '../aws/machine.ts';
import type { Place } from '../iam/arn.ts';
import type { RolefitPolicy } from '../role/rolefitPolicy.ts';
import type { RoleStore } from '../role/store.ts';
import type { OwnResource } from './ownResources.ts';
import type { WildcardMode } from './wildcards.ts';

/** What a check is asked to do, and where. */

export interface CheckRequest {
  readonly roleName: string;
  /**
   * ARNs of state machines that may use the role: of one that has changed, or of all. After a write it must be all, for
   * what another function has added in the meantime may have been overwritten.
   */
  readonly machines: (afterWrite: boolean) => Promise<readonly string[]>;
  /** True where these are all that use it even before a write: only then is anything taken away. */
  readonly fleetKnown: boolean;
  /** What `revisions` of an earlier report said; only where that is still so is anything taken away. */
  readonly earlierRevisions?: string | undefined;
}

/** Where state machines are looked at (policies that were deployed elsewhere are left alone), and the limits there. */
export interface CheckSettings extends Place {
  /** Patterns of the actions that may be granted. */
  readonly ceiling: readonly string[];
  readonly wildcards: WildcardMode;
  /** rolefit's own resources, which no definition is let near. */
  readonly ownResources: readonly OwnResource[];
  /** ARN of the permissions boundary that a role must have; empty for none. */
  readonly boundary: string;
  /** How long after a deployment nothing is taken away, in seconds: the state machine may not be there yet. */
  readonly grace: number;
}

/** What a check reads and writes. */
export interface Ports {
  readonly store: RoleStore;
  readonly machines: MachineReader;
}

/** One check of a role that rolefit may change. */
export interface RoleCheck {
  readonly ports: Ports;
  readonly request: CheckRequest;
  readonly settings: CheckSettings;
  readonly roleArn: string;
  /** rolefit's policies of this region on the role, by name. */
  readonly policies: readonly RolefitPolicy[];
  readonly signal: AbortSignal;
}
