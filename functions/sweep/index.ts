import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { readFleetPage, withUses } from '../../src/fleet/fleet.ts';
import { machineReader } from '../../src/fleet/stepfunctions.ts';
import { PATIENT, S3_CLIENT } from '../clients.ts';
import { FILES, type Files, fleetFiles } from '../fleetFiles.ts';

/** The sweep's own steps: to find out which roles there are to check, and to say that it has come to its end. */

const sfn = new SFNClient(PATIENT);
const s3 = new S3Client(S3_CLIENT);
const metrics = new Metrics({ namespace: 'rolefit', serviceName: 'sweep' });

/** What the state machine sends: which step, and for a list that goes on, where. */
const events = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('list'),
    stateMachineArn: z.string(),
    /** Its own. */
    executionArn: z.string(),
    nextToken: z.nullish(z.string()),
  }),
  z.object({ step: z.literal('gather'), listed: z.number() }),
  z.object({ step: z.literal('finish') }),
]);

/** How many roles are to be looked at again, and after how many seconds. */
interface Gathered {
  readonly roles: number;
  readonly seconds: number;
}

/** What the state machine reads; `roles` counts what there is to check. */
interface Listed {
  readonly state: 'listed' | 'unfinished' | 'overlaps';
  readonly nextToken: string | null;
  /** When the list was begun, in seconds since 1970. */
  readonly listed: number;
  readonly roles: number;
}

/** Lists as long as there is time for one more page of 1,000 state machines, of which AWS describes 20 a second. */
const TIME_FOR_A_PAGE = 150_000;

export const handler = middy<unknown, Listed | Gathered | Record<string, never>, Error, Context>({
  timeoutEarlyInMillis: 1_000,
}).handler(async (event, context, { signal }) => {
  const files = fleetFiles(s3, process.env['BUCKET'] ?? '');
  const asked = events.parse(event);
  try {
    if (asked.step === 'list') return await list(asked, context, files, signal);
    if (asked.step === 'gather') return await gather(asked.listed, files, signal);
    metrics.addMetric('Sweeps', MetricUnit.Count, 1);
    return {};
  } finally {
    metrics.publishStoredMetrics();
  }
});

type ListStep = Extract<z.output<typeof events>, { readonly step: 'list' }>;

async function list(asked: ListStep, context: Context, files: Files, signal: AbortSignal): Promise<Listed> {
  const now = Math.floor(Date.now() / 1000);
  const none = { nextToken: null, listed: now, roles: 0 };
  if (await overlaps(asked, signal)) return { ...none, state: 'overlaps' };
  const resumed = asked.nextToken ? await files.fleet(FILES.unfinished, signal) : undefined;
  let fleet = resumed ?? { listed: now, roles: {} };
  if (!resumed) {
    const previous = await files.fleet(FILES.fleet, signal);
    if (previous) metrics.addMetric('SweepAge', MetricUnit.Seconds, now - previous.listed);
  }
  let next = resumed ? (asked.nextToken ?? undefined) : undefined;
  do {
    const page = await readFleetPage(sfn, next, signal);
    fleet = withUses(fleet, page.uses);
    next = page.nextToken;
    if (next !== undefined && context.getRemainingTimeInMillis() < TIME_FOR_A_PAGE) {
      await files.write(FILES.unfinished, fleet, signal);
      return { ...none, state: 'unfinished', nextToken: next };
    }
  } while (next !== undefined);
  // Roles of versions and of running executions, and those of state machines that have moved on.
  fleet = withUses(fleet, await files.uses(undefined, signal));
  await files.write(FILES.fleet, fleet, signal);
  const { listed } = fleet;
  const roles = Object.keys(fleet.roles).map((role) => ({ role, listed }));
  await files.write(FILES.roles, roles, signal);
  return { ...none, state: 'listed', listed, roles: roles.length };
}

/** True where an execution that is older than this one is still running: the work is left to it. */
async function overlaps({ stateMachineArn, executionArn }: ListStep, signal: AbortSignal): Promise<boolean> {
  const { executions } = await machineReader(sfn).running(stateMachineArn, 100, signal);
  // The oldest last; where two have started at the same time, one of them is.
  const [oldest] = executions.toSorted((a, b) => a.started - b.started || (a.arn < b.arn ? -1 : 1));
  return oldest !== undefined && oldest.arn !== executionArn;
}

async function gather(listed: number, files: Files, signal: AbortSignal): Promise<Gathered> {
  const roles = await files.toLookAgain(listed, signal);
  const items = roles.map((role) => ({ role, listed, second: true }));
  await files.write(FILES.again, items, signal);
  return { roles: items.length, seconds: Number(process.env['SETTLE_SECONDS']) };
}
