import type { SFNClient } from '@aws-sdk/client-sfn';
import { roleNameOf } from '../aws/machine.ts';
import { listMachines, roleOfMachine } from '../aws/stateMachines.ts';
import { own } from '../own.ts';

/** Which state machines use which role: what the sweep finds out, and keeps for the checks in between. */

export interface Fleet {
  /** When the sweep that found it began, in seconds since 1970. */
  readonly listed: number;
  /** Role's name → ARNs of the state machines that may use it. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

/** A state machine that uses a role, or whose versions or executions do. */
export interface Use {
  readonly roleName: string;
  readonly machineArn: string;
}

/** The fleet with more uses of roles, in an order that is the same for the same uses. */
export function withUses({ listed, roles }: Fleet, uses: readonly Use[]): Fleet {
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
export function usesLeft(before: Fleet, { roles }: Fleet): readonly Use[] {
  return Object.entries(before.roles).flatMap(([roleName, arns]) => {
    const now = new Set(own(roles, roleName));
    return arns.filter((arn) => !now.has(arn)).map((machineArn) => ({ roleName, machineArn }));
  });
}

/** How many state machines are described at the same time. */
const AT_ONCE = 8;

/** One page of state machines with their roles; those that are gone by now are left out. */
export async function readFleetPage(
  sfn: SFNClient,
  from: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly uses: readonly Use[]; readonly nextToken: string | undefined }> {
  const { listed, nextToken } = await listMachines(sfn, from, signal);
  const uses: Use[] = [];
  const waiting = listed.map(({ arn }) => arn);
  const work = async () => {
    for (let arn = waiting.shift(); arn !== undefined; arn = waiting.shift()) {
      const role = await roleOfMachine(sfn, arn, signal);
      if (role !== undefined) uses.push({ roleName: roleNameOf(role), machineArn: arn });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { uses, nextToken };
}

/** Clocks may differ, in seconds. */
const CLOCK_MARGIN = 120;

/** State machines that were made since a time (seconds since 1970): a sweep that began then does not know of them. */
export async function madeSince(sfn: SFNClient, since: number, signal: AbortSignal): Promise<readonly string[]> {
  const arns: string[] = [];
  let next: string | undefined;
  do {
    const page = await listMachines(sfn, next, signal);
    arns.push(...page.listed.filter(({ made }) => made >= since - CLOCK_MARGIN).map(({ arn }) => arn));
    next = page.nextToken;
  } while (next !== undefined);
  return arns;
}
