import { machineReader } from '../../src/aws/stateMachines.ts';
import { checkRole } from '../../src/recheck/check.ts';
import { type Fleet, fleetPages, machinesCreatedSince, withUses } from '../../src/recheck/fleet.ts';
import type { RoleReport } from '../../src/recheck/report.ts';
import { roleStore } from '../../src/role/store.ts';
import { Clock } from './clock.ts';
import { accountOf, type Deployed, isRight } from './deployed.ts';
import { NOW, PLACE } from './fleet.ts';
import type { Iam } from './iam.ts';
import type { Quotas } from './quotas.ts';
import { type Random, randomFrom } from './random.ts';
import type { Ask } from './request.ts';
import { StepFunctions } from './stepfunctions.ts';
import { type Requests, Throttle } from './throttle.ts';

/**
 * One sweep in virtual time: the steps of infra/sweep.asl.json, and what its functions do with the project's code. Left
 * out: the requests to S3 (thousands a second are allowed), and the time that Lambda and Step Functions take themselves.
 */

export interface Outcome {
  readonly requests: readonly Requests[];
  /** How long it takes. */
  readonly seconds: number;
  /** The longest that a function took to check a role, in seconds. */
  readonly longest: number;
  /** Checks that took longer than the function may. */
  readonly timeouts: number;
  /** Roles that are not as they should be at the end, or that nobody could check. */
  readonly wrong: readonly string[];
}

/** infra/sweep.asl.json and template.yaml: SweepSettleSeconds, and the function's Timeout without its last 15 seconds. */
const SETTLE = 330;
const TIMEOUT = 285;
const RETRY = { attempts: 4, interval: 10, rate: 2 } as const;

/** As template.yaml sets them. */
const SETTINGS = {
  ...PLACE,
  ceiling: ['*'],
  wildcards: 'deployed',
  ownResources: [],
  boundary: '',
  grace: 3600,
} as const;

const NEVER = new AbortController().signal;

/** A role of the sweep, and what the bucket has of it. */
interface Item {
  readonly role: string;
  readonly machineArns: readonly string[];
  readonly listed: number;
  readonly settled?: string;
}

interface Simulation {
  readonly clock: Clock;
  readonly throttle: Throttle;
  readonly stepFunctions: StepFunctions;
  readonly iam: Iam;
  readonly random: Random;
  readonly concurrency: number;
}

export async function sweep(deployments: readonly Deployed[], quotas: Quotas, concurrency: number): Promise<Outcome> {
  const clock = new Clock(NOW);
  const simulation: Simulation = {
    clock,
    throttle: new Throttle(clock, quotas),
    stepFunctions: new StepFunctions(deployments.map(({ role }) => role)),
    iam: await accountOf(deployments),
    random: randomFrom(1),
    concurrency,
  };
  return clock.run(steps(simulation, deployments));
}

async function steps(simulation: Simulation, deployments: readonly Deployed[]): Promise<Outcome> {
  const { clock, throttle, iam } = simulation;
  const items = await list(simulation);
  const first = await look(simulation, items);
  const second = await lookAgain(simulation, first.again);
  const unchecked = [...first.failed, ...second.failed, ...second.again].map(({ role }) => role);
  const wrong = deployments.filter((one) => {
    const role = iam.roles.get(one.role.name);
    return !role || unchecked.includes(role.name) || !isRight(one, role);
  });
  return {
    requests: throttle.requests(),
    seconds: (clock.now - NOW) / 1000,
    longest: Math.max(first.longest, second.longest),
    timeouts: first.timeouts + second.timeouts,
    wrong: wrong.map(({ role }) => role.name),
  };
}

/** `List roles`: what functions/sweep does. The function has time for 10,000 state machines in one go. */
async function list({ throttle, stepFunctions, clock }: Simulation): Promise<readonly Item[]> {
  const sfn = stepFunctions.client((client, api) => throttle.pass(client, api, NEVER));
  await machineReader(sfn).runningExecutions(
    `arn:aws:states:${PLACE.region}:${PLACE.account}:stateMachine:sweep`,
    2,
    NEVER,
  );
  const listed = Math.floor(clock.now / 1000);
  let fleet: Fleet = { listed, roles: {} };
  for await (const { uses } of fleetPages(sfn, undefined, NEVER)) fleet = withUses(fleet, uses);
  return Object.entries(fleet.roles).map(([role, machineArns]) => ({ role, machineArns, listed }));
}

interface Looked {
  readonly again: readonly Item[];
  /** What could not be checked. */
  readonly failed: readonly Item[];
  readonly longest: number;
  readonly timeouts: number;
}

const NOTHING: Looked = { again: [], failed: [], longest: 0, timeouts: 0 };

async function lookAgain(simulation: Simulation, items: readonly Item[]): Promise<Looked> {
  if (items.length === 0) return NOTHING;
  await simulation.clock.sleep(SETTLE * 1000, NEVER);
  return look(simulation, items);
}

/** `Look at all` and `Look again`: so many roles at the same time. ToleratedFailurePercentage is 100. */
async function look(simulation: Simulation, items: readonly Item[]): Promise<Looked> {
  const looks: Looked[] = [];
  const waiting = items.values();
  const work = async () => {
    for (const item of waiting) looks.push(await check(simulation, item));
  };
  await Promise.all(Array.from({ length: simulation.concurrency }, work));
  return looks.reduce(
    (sum, one) => ({
      again: [...sum.again, ...one.again],
      failed: [...sum.failed, ...one.failed],
      longest: Math.max(sum.longest, one.longest),
      timeouts: sum.timeouts + one.timeouts,
    }),
    NOTHING,
  );
}

/** `Check`: tried five times. */
async function check(simulation: Simulation, item: Item): Promise<Looked> {
  const { clock, random } = simulation;
  let longest = 0;
  for (let timeouts = 0; ; timeouts++) {
    const start = clock.now;
    const report = await invoke(simulation, item);
    longest = Math.max(longest, (clock.now - start) / 1000);
    if (report) {
      const again = report.revisions === undefined ? [] : [{ ...item, settled: report.revisions }];
      return { again, failed: [], longest, timeouts };
    }
    if (timeouts === RETRY.attempts) return { again: [], failed: [item], longest, timeouts: timeouts + 1 };
    // JitterStrategy is FULL.
    await clock.sleep(random() * RETRY.interval * RETRY.rate ** timeouts * 1000, NEVER);
  }
}

/** One run of functions/drift-check; undefined where it took longer than it may. */
async function invoke(
  { clock, throttle, stepFunctions, iam }: Simulation,
  item: Item,
): Promise<RoleReport | undefined> {
  const stop = new AbortController();
  const { signal } = stop;
  const off = clock.ringAt(clock.now + TIMEOUT * 1000, () => stop.abort());
  const ask: Ask = (client, api) => throttle.pass(client, api, signal);
  const sfn = stepFunctions.client(ask);
  const ports = {
    store: {
      ...roleStore(iam.client(ask), { managed: 'ownDocuments', onlyOptedIn: true }),
      now: () => clock.now,
      pause: (milliseconds: number) => clock.sleep(milliseconds, signal),
    },
    machines: machineReader(sfn),
  };
  const machines = async () => [
    ...item.machineArns,
    ...(item.settled === undefined ? [] : await machinesCreatedSince(sfn, item.listed, signal)),
  ];
  const request = { roleName: item.role, machines, fleetKnown: true, earlierRevisions: item.settled };
  try {
    return await checkRole(ports, request, SETTINGS, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    off();
  }
}
