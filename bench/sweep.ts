/**
 * Simulates the sweep of large accounts under AWS's quotas: the project's own code against stand-ins of Step Functions
 * and IAM that count its requests and make each wait, in virtual time, as AWS would. Fails where a limit is passed, where
 * a role is not right in the end, or where docs/sweep.md shows other figures; `--write` puts them there.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { report } from './report.ts';
import { type Deployed, deployed } from './sweep/deployed.ts';
import { fleetOf } from './sweep/fleet.ts';
import {
  apisTable,
  boundOf,
  concurrencyTable,
  keepPage,
  type Measured,
  minutes,
  sizesTable,
  totalOf,
} from './sweep/page.ts';
import { LARGE_REGIONS, OTHER_REGIONS, type Quotas } from './sweep/quotas.ts';
import { type Outcome, sweep } from './sweep/run.ts';

/** The buckets are full at first and make small fleets faster: times are compared where they are long empty. */
const LIMITS = { timesRequestsPerRole: 1.1, timesMinutesPerMachine: 1.15, rolesNotRight: 0 } as const;
const SIZES = [200, 500, 1_000, 2_000];
const CONCURRENCIES = [1, 2, 4, 8, 16];

/** The quota that a large account would ask AWS to raise first. */
const RAISED = 5;
const RAISED_QUOTAS: Quotas = { ...OTHER_REGIONS, ListStateMachineAliases: { bucket: 100, perSecond: RAISED } };

const maps = z.object({
  States: z.object({
    'Look at all': z.object({ MaxConcurrency: z.number() }),
    'Look again': z.object({ MaxConcurrency: z.number() }),
  }),
});

/** How many roles are checked at the same time, as the sweep is deployed. */
function deployedConcurrency(): number {
  const { States } = maps.parse(JSON.parse(readFileSync('infra/sweep.asl.json', 'utf8')));
  const { MaxConcurrency } = States['Look at all'];
  if (States['Look again'].MaxConcurrency !== MaxConcurrency) throw new Error('the two Maps differ in MaxConcurrency');
  return MaxConcurrency;
}

async function measure(deployments: readonly Deployed[], concurrency: number): Promise<Measured> {
  return {
    roles: deployments.length,
    machines: deployments.reduce((sum, { role }) => sum + role.machines.length, 0),
    large: await sweep(deployments, LARGE_REGIONS, concurrency),
    other: await sweep(deployments, OTHER_REGIONS, concurrency),
  };
}

async function main(): Promise<void> {
  const concurrency = deployedConcurrency();
  const measured: Measured[] = [];
  let deployments: readonly Deployed[] = [];
  for (const roles of SIZES) {
    deployments = await deployed(fleetOf(roles));
    measured.push(await measure(deployments, concurrency));
  }
  const [small, , half, whole] = measured;
  if (!small || !half || !whole) throw new Error('a size is missing');
  const atOnce: (readonly [number, Outcome])[] = [];
  for (const one of CONCURRENCIES) {
    atOnce.push([one, one === concurrency ? whole.other : await sweep(deployments, OTHER_REGIONS, one)]);
  }
  const raised = await sweep(deployments, RAISED_QUOTAS, concurrency);
  const size = `${whole.roles.toLocaleString('en-GB')} roles and ${whole.machines.toLocaleString('en-GB')} state machines`;
  const figures = [
    `With \`MaxConcurrency\` ${concurrency}, as deployed:`,
    sizesTable(measured),
    `The requests for ${size}:`,
    apisTable(whole),
    `How many roles are looked at at once (${size}, other regions):`,
    concurrencyTable(atOnce),
    `With a quota of ${RAISED} \`ListStateMachineAliases\` a second: ${minutes(raised.seconds)} minutes, bound by ${boundOf(raised, RAISED_QUOTAS)}.`,
  ].join('\n\n');
  console.log(figures);
  report('requests per role', perRole(whole) / perRole(small), LIMITS.timesRequestsPerRole, 'times');
  report('minutes / machine', perMachine(whole) / perMachine(half), LIMITS.timesMinutesPerMachine, 'times');
  const wrong = measured.flatMap(({ large, other }) => [...large.wrong, ...other.wrong]);
  report('roles not right', wrong.length, LIMITS.rolesNotRight, 'roles');
  if (!keepPage(figures, process.argv.includes('--write'))) {
    console.error('docs/sweep.md shows other figures: run node bench/sweep.ts --write');
    process.exitCode = 1;
  }
}

function perRole({ roles, large, other }: Measured): number {
  return Math.max(totalOf(large), totalOf(other)) / roles;
}

/** Seconds of virtual time. */
function perMachine({ machines, large, other }: Measured): number {
  return Math.max(large.seconds, other.seconds) / machines;
}

await main();
