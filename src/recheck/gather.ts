import { arnOf, type MachineReader, roleNameOf, type Unread } from '../aws/machine.ts';
import type { RoleState } from '../aws/role.ts';
import type { Place } from '../iam/arn.ts';
import { readPolicies } from '../policy/document.ts';
import { mergeable } from '../policy/merge.ts';
import type { Statement } from '../policy/policy.ts';
import type { RoleStore } from '../role/apply.ts';
import { type Claim, MOST_APPROVED } from '../role/owned.ts';
import { documentsOf } from '../role/plan.ts';
import type { Use } from './fleet.ts';
import { judge, type Need, needsOf, type Refusal } from './need.ts';
import type { OwnResource } from './own.ts';
import { type Reason, reasonsOf } from './reasons.ts';
import type { Wildcards } from './wildcards.ts';

/** What a check is about, and all that the role must serve. */

export interface CheckRequest {
  readonly roleName: string;
  /**
   * ARNs of state machines that may use the role: of one that has changed, or of all. After a write it must be all, for
   * what another function has added in the meantime may have been overwritten.
   */
  readonly machines: (afterWrite: boolean) => Promise<readonly string[]>;
  /** True where these are all that use it even before a write: only then is anything taken away. */
  readonly fleetKnown: boolean;
  /** What `again` said at an earlier check. */
  readonly settled?: string | undefined;
}

/** Where state machines are looked at (policies that were deployed elsewhere are left alone), and the limits there. */
export interface CheckSettings extends Place {
  /** Patterns of the actions that may be granted. */
  readonly ceiling: readonly string[];
  readonly wildcards: Wildcards;
  /** rolefit's own resources, which no definition is let near. */
  readonly own: readonly OwnResource[];
  /** ARN of the permissions boundary that a role must have; empty for none. */
  readonly boundary: string;
  /** How long after a deployment nothing is taken away, in seconds: the state machine may not be there yet. */
  readonly grace: number;
}

export interface Ports {
  readonly store: RoleStore;
  readonly machines: MachineReader;
}

/** One check of a role that rolefit keeps. */
export interface Task {
  readonly ports: Ports;
  readonly request: CheckRequest;
  readonly settings: CheckSettings;
  readonly claims: readonly Claim[];
  readonly roleArn: string;
  /** By ARN: what could not be read at any time of the check. */
  readonly unread: Map<string, Unread>;
  /** ARNs of state machines for whose needs the last plan had no room. */
  readonly unserved: Set<string>;
  readonly signal: AbortSignal;
}

/** What all of rolefit's policies of this region allow. */
export function heldBy(state: RoleState, claims: readonly Claim[]): readonly Statement[] {
  return mergeable(readPolicies(claims.flatMap(({ owned }) => documentsOf(state, owned))));
}

/** What the role must serve, as it was read at one time. */
export interface Gathered {
  readonly reasons: readonly Reason[];
  readonly granted: readonly Need[];
  readonly refused: readonly Refusal[];
  readonly doubts: readonly string[];
  readonly unread: readonly Unread[];
  readonly wildcards: number;
  readonly unlisted: readonly Use[];
  readonly unclear: readonly string[];
}

/** Every reason for the role's permissions, read anew. */
export async function gather(
  { ports, request, settings, claims, roleArn, unread: noted, signal }: Task,
  held: readonly Statement[],
  afterWrite: boolean,
): Promise<Gathered> {
  const named = claims.flatMap(({ deployment }) =>
    deployment?.machine === undefined ? [] : [arnOf({ ...settings, name: deployment.machine })],
  );
  const reasons: Reason[] = [];
  const doubts: string[] = [];
  const unread: Unread[] = [];
  const unlisted: Use[] = [];
  const unclear: string[] = [];
  const machines = await request.machines(afterWrite);
  for (const machineArn of new Set([...machines, ...named].toSorted())) {
    const found = await reasonsOf(ports.machines, machineArn, signal);
    const isOwn = ({ revision }: Reason) => revision.roleArn === roleArn;
    const isListed = found.reasons.some((reason) => reason.kind === 'current' && isOwn(reason));
    for (const reason of found.reasons) {
      if (isOwn(reason)) reasons.push(reason);
      if (!isOwn(reason) || !isListed) unlisted.push({ roleName: roleNameOf(reason.revision.roleArn), machineArn });
    }
    if (found.doubts.length > 0 || found.unread.length > 0) unclear.push(machineArn);
    doubts.push(...found.doubts);
    unread.push(...found.unread);
  }
  const deployments = claims.flatMap(({ deployment }) => deployment ?? []);
  const bucketKeys = Object.fromEntries(deployments.flatMap((one) => Object.entries(one.bucketKeys)));
  const needs = await needsOf(reasons, bucketKeys);
  const approved = new Set(deployments.flatMap((one) => [...one.approved]));
  // Where a deployment had more guarded permissions than its tag can hold, what the role has of them is the only sign.
  const overflow = deployments.some((one) => one.approved.size >= MOST_APPROVED);
  unread.push(...needs.unread);
  for (const one of unread) noted.set(one.machineArn, one);
  const judged = judge(needs.needs, { ...settings, approved, held, overflow });
  const { wildcards } = needs;
  return { ...judged, reasons, unlisted, unclear, doubts: [...doubts, ...needs.doubts], unread, wildcards };
}
