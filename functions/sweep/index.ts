import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { PATIENT_CLIENT, S3_CLIENT } from '../../src/aws/clients.ts';
import { machineReader } from '../../src/aws/stateMachines.ts';
import { endedUses, type Fleet, fleetPages, withUses } from '../../src/recheck/fleet.ts';
import { FLEET, type FleetFiles, fleetFiles, LIST, type Look, sweepFiles } from '../fleetFiles.ts';

/** The steps of the sweep: list the roles to check, choose those to look at again, and conclude. */

const sfn = new SFNClient(PATIENT_CLIENT);
const s3 = new S3Client(S3_CLIENT);
const metrics = new Metrics({ namespace: 'rolefit', serviceName: 'sweep' });

/**
 * What the state machine sends: the step and its own execution (`$$.Execution.Id`). Everything else is in that
 * execution's files, because anyone who may invoke the function could send an event.
 */
const event = z.strictObject({ step: z.enum(['list', 'gather', 'finish']), executionArn: z.string() });

/** How many roles to look at again, and after how many seconds. */
interface SecondLook {
  readonly roles: number;
  readonly seconds: number;
}

/** What the state machine reads; `roles` is the number of roles to check. */
interface Listed {
  readonly state: 'listed' | 'unfinished' | 'overlaps';
  readonly roles: number;
}

/**
 * Listing goes on as long as there is time for one more page: AWS describes 20 of its 1,000 state machines per
 * second.
 */
const TIME_FOR_A_PAGE = 150_000;

export const handler = middy<unknown, Listed | SecondLook | Record<string, never>, Error, Context>({
  timeoutEarlyInMillis: 1_000,
}).handler(async (input, context, { signal }) => {
  const files = fleetFiles(s3, process.env['BUCKET'] ?? '');
  const { step, executionArn } = event.parse(input);
  try {
    const { name, isFirst } = await sweepOf(executionArn, signal);
    const keys = sweepFiles(name);
    if (step === 'list') return isFirst ? await list(keys, context, files, signal) : { state: 'overlaps', roles: 0 };
    const begun = await files.listed(keys.listed, signal);
    if (!begun) throw new Error(`${executionArn} has not listed the roles: step ${step} is not due`);
    if (step === 'gather') return await gather(begun.listed, keys, files, signal);
    return await finish(begun.listed, keys, files, signal);
  } finally {
    metrics.publishStoredMetrics();
  }
});

type Keys = ReturnType<typeof sweepFiles>;

/**
 * The name of the sweep's execution, and whether it is the oldest running one. Throws if it isn't running; if the
 * list doesn't show it yet, the state machine's retry reads the list again.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html ('eventually consistent')
 */
async function sweepOf(
  executionArn: string,
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly isFirst: boolean }> {
  const machine = process.env['STATE_MACHINE'] ?? '';
  const { executions } = await machineReader(sfn).runningExecutions(machine, 100, signal);
  if (!executions.some(({ arn }) => arn === executionArn)) {
    throw new Error(`${executionArn} is no running execution of ${machine}: start that state machine to sweep`);
  }
  // Of two that started at the same time, the ARN decides.
  const [oldest] = executions.toSorted((a, b) => a.started - b.started || (a.arn < b.arn ? -1 : 1));
  return { name: executionArn.slice(executionArn.lastIndexOf(':') + 1), isFirst: oldest?.arn === executionArn };
}

async function list(keys: Keys, context: Context, files: FleetFiles, signal: AbortSignal): Promise<Listed> {
  const done = await files.listed(keys.listed, signal);
  if (done) return { state: 'listed', roles: done.roles };
  const now = Math.floor(Date.now() / 1000);
  const begun = await files.unfinished(keys.unfinished, signal);
  let fleet: Fleet = begun?.fleet ?? { listed: now, roles: {} };
  if (!begun) {
    const previous = await files.fleet(FLEET, signal);
    if (previous) metrics.addMetric('SweepAge', MetricUnit.Seconds, now - previous.listed);
  }
  for await (const { uses, nextToken } of fleetPages(sfn, begun?.nextToken, signal)) {
    fleet = withUses(fleet, uses);
    if (nextToken !== undefined && context.getRemainingTimeInMillis() < TIME_FOR_A_PAGE) {
      await files.write(keys.unfinished, { fleet, nextToken }, signal);
      return { state: 'unfinished', roles: 0 };
    }
  }
  // A state machine that has left a role may still use it through a routed version or a running execution, and there
  // may have been no event.
  const before = await files.fleet(LIST, signal);
  for (const use of before ? endedUses(before, fleet) : []) await files.remember(use, signal);
  await files.write(LIST, fleet, signal);
  // Adds the roles of versions and running executions, and those that state machines have left.
  fleet = withUses(fleet, await files.uses(undefined, signal));
  const { listed } = fleet;
  const items = Object.keys(fleet.roles).map((role) => ({ role, listed }));
  await files.write(FLEET, fleet, signal);
  await files.write(keys.roles, items, signal);
  await files.write(keys.listed, { listed, roles: items.length }, signal);
  return { state: 'listed', roles: items.length };
}

async function gather(listed: number, keys: Keys, files: FleetFiles, signal: AbortSignal): Promise<SecondLook> {
  const unlooked = await rolesNotLooked(listed, 'first', await files.items(keys.roles, signal), files, signal);
  const roles = await files.rolesToLookAgain(listed, signal);
  const items = roles.map((role) => ({ role, listed, second: true }));
  await files.write(
    keys.unlooked,
    unlooked.map((role) => ({ role })),
    signal,
  );
  await files.write(keys.again, items, signal);
  return { roles: items.length, seconds: Number(process.env['SETTLE_SECONDS']) };
}

/** Counts each sweep once, and only if it has looked at every role: someone may have changed its state machine. */
async function finish(
  listed: number,
  keys: Keys,
  files: FleetFiles,
  signal: AbortSignal,
): Promise<Record<string, never>> {
  const again = await files.items(keys.again, signal);
  if (!again) throw new Error(`${keys.again} is not there: step finish is not due`);
  if (await files.exists(keys.finished, signal)) return {};
  const missed = [
    ...((await files.items(keys.unlooked, signal)) ?? []),
    ...(await rolesNotLooked(listed, 'second', again, files, signal)),
  ];
  if (missed.length > 0) throw new Error(`the sweep does not count: ${firstNames(missed)} ${NOT_LOOKED}`);
  await files.write(keys.finished, {}, signal);
  metrics.addMetric('Sweeps', MetricUnit.Count, 1);
  return {};
}

const NOT_LOOKED =
  'were not looked at: see the errors of the drift-check function, and whether the definition of the sweep is rolefit’s own';

async function rolesNotLooked(
  listed: number,
  look: Look,
  roles: readonly string[] = [],
  files: FleetFiles,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const looked = new Set(await files.lookedRoles(listed, look, signal));
  return roles.filter((role) => !looked.has(role));
}

const MOST_NAMED = 5;

function firstNames(roles: readonly string[]): string {
  const more = roles.length - MOST_NAMED;
  return `${roles.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more roles` : ''}`;
}
