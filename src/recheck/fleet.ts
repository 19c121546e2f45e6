import type { SFNClient } from '@aws-sdk/client-sfn';
import { roleNameOf } from '../aws/machine.ts';
import { collected } from '../aws/request.ts';
import { listMachines, type MachinePage, roleOfMachine } from '../aws/stateMachines.ts';
import { own } from '../own.ts';

/** Which state machines use which role: what the sweep finds out, and keeps for the checks in between. */

export interface Fleet {
  /** When the sweep that found it began, in seconds since 1970. */
  readonly listed: number;
  /** Role's name → ARNs of the state machines that may use it. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** A state machine that uses a role, or whose versions or executions do. */
export interface MachineUse {
  readonly roleName: string;
  readonly machineArn: string;
}

/** The fleet with more uses of roles, in an order that is the same for the same uses. */
export function withUses({ listed, roles }: Fleet, uses: readonly MachineUse[]): Fleet {
  const all = new Map(Object.entries(roles).map(([role, arns]) => [role, new Set(arns)]));
  for (const { roleName, machineArn } of uses) {
    const known = all.get(roleName);
    if (known) known.add(machineArn);
    else all.set(roleName, new Set([machineArn]));
  }
  const sorted = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { listed, roles: Object.fromEntries(sorted.map(([role, arns]) => [role, [...arns].toSorted()])) };
}

/** Uses that the first list has and the second lacks: of state machines that were deleted, or moved to another role. */
export function endedUses(before: Fleet, { roles }: Fleet): readonly MachineUse[] {
  return Object.entries(before.roles).flatMap(([roleName, arns]) => {
    const now = new Set(own(roles, roleName));
    return arns.filter((arn) => !now.has(arn)).map((machineArn) => ({ roleName, machineArn }));
  });
}

/** How many state machines are described at the same time. */
const AT_ONCE = 8;

/** A page of the account's state machines with their roles. */
export interface FleetPage {
  readonly uses: readonly MachineUse[];
  /** Where the next page begins; undefined on the last one. */
  readonly nextToken: string | undefined;
}

/** The account's state machines with their roles, from a page's token on; those that are gone by now are left out. */
export async function* fleetPages(
  sfn: SFNClient,
  from: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<FleetPage> {
  for await (const { listed, nextToken } of listMachines(sfn, from, signal)) {
    yield { uses: await usesOf(sfn, listed, signal), nextToken };
  }
}

async function usesOf(
  sfn: SFNClient,
  listed: MachinePage['listed'],
  signal: AbortSignal,
): Promise<readonly MachineUse[]> {
  const uses: MachineUse[] = [];
  const remaining = listed.values();
  const work = async () => {
    for (const { arn } of remaining) {
      const role = await roleOfMachine(sfn, arn, signal);
      if (role !== undefined) uses.push({ roleName: roleNameOf(role), machineArn: arn });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return uses;
}

/** Clocks may differ, in seconds. */
const CLOCK_MARGIN = 120;

/** State machines that were made since a time (seconds since 1970): a sweep that began then does not know of them. */
export function machinesCreatedSince(sfn: SFNClient, since: number, signal: AbortSignal): Promise<readonly string[]> {
  return collected(listMachines(sfn, undefined, signal), ({ listed }) =>
    listed.filter(({ createdAt }) => createdAt >= since - CLOCK_MARGIN).map(({ arn }) => arn),
  );
}

/** The state machines that have a role now. */
export function machinesOfRole(sfn: SFNClient, roleName: string, signal: AbortSignal): Promise<readonly string[]> {
  return collected(fleetPages(sfn, undefined, signal), ({ uses }) =>
    uses.filter((use) => use.roleName === roleName).map(({ machineArn }) => machineArn),
  );
}
