import type { SFNClient } from '@aws-sdk/client-sfn';
import { roleNameOf } from '../aws/machine.ts';
import { collected } from '../aws/request.ts';
import { listMachines, type MachinePage, roleOfMachine } from '../aws/stateMachines.ts';
import { own } from '../own.ts';

/** Which state machines use which role: the sweep lists them and keeps the list for the checks in between. */

export interface Fleet {
  /** When the sweep that listed them began, in seconds since 1970. */
  readonly listed: number;
  /** Role name → ARNs of the state machines that may use it. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** A role and a state machine that uses it, itself or through its versions or executions. */
export interface MachineUse {
  readonly roleName: string;
  readonly machineArn: string;
}

/** Adds uses of roles to the fleet. Deterministic: roles and ARNs are sorted. */
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

/** Uses that are in the first list but not in the second: the state machine was deleted or has another role now. */
export function endedUses(before: Fleet, { roles }: Fleet): readonly MachineUse[] {
  return Object.entries(before.roles).flatMap(([roleName, arns]) => {
    const now = new Set(own(roles, roleName));
    return arns.filter((arn) => !now.has(arn)).map((machineArn) => ({ roleName, machineArn }));
  });
}

/** How many state machines are described concurrently. */
const AT_ONCE = 8;

/** A page of the account's state machines with their roles. */
export interface FleetPage {
  readonly uses: readonly MachineUse[];
  /** The token of the next page; undefined on the last one. */
  readonly nextToken: string | undefined;
}

/** Lists the account's state machines with their roles, from a page token on. Skips those deleted in the meantime. */
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

/** How much clocks may differ, in seconds. */
const CLOCK_MARGIN = 120;

/** State machines created since a time (seconds since 1970): a sweep that began then doesn't know them. */
export function machinesCreatedSince(sfn: SFNClient, since: number, signal: AbortSignal): Promise<readonly string[]> {
  return collected(listMachines(sfn, undefined, signal), ({ listed }) =>
    listed.filter(({ createdAt }) => createdAt >= since - CLOCK_MARGIN).map(({ arn }) => arn),
  );
}

/** The state machines that have this role now. */
export function machinesOfRole(sfn: SFNClient, roleName: string, signal: AbortSignal): Promise<readonly string[]> {
  return collected(fleetPages(sfn, undefined, signal), ({ uses }) =>
    uses.filter((use) => use.roleName === roleName).map(({ machineArn }) => machineArn),
  );
}
