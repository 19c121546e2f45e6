import { isAllowed, matches, pairs, type TestPolicy } from '../iam.ts';
import type { Json, JsonObject } from './json.ts';
import type { Expressions } from './jsonata.ts';
import { randomOf, seedOf } from './random.ts';
import { type IamRequest, iamRequests } from './requests.ts';
import { execute } from './run.ts';
import { shrink } from './shrink.ts';
import { inputFor, outcomesOf, type Workflow, workflowOf } from './workflows.ts';

/** The analysis under test: a definition's policy. */
export type Fitting = (definition: JsonObject, named: boolean) => Promise<TestPolicy>;

/** A request that a run makes and the policy does not allow. */
export interface Denied {
  readonly seed: number;
  readonly named: boolean;
  readonly definition: JsonObject;
  readonly input: Json;
  readonly request: IamRequest;
}

/** How narrow the statements are that allowed what the runs asked for. */
export interface Shares {
  runs: number;
  /** Runs that ended without an error. */
  succeeded: number;
  requests: number;
  /** Requests told apart: by workflow, action and resource. */
  distinct: number;
  /** Of the distinct ones: allowed by a resource without a wildcard … */
  exact: number;
  /** … by a pattern that knows a part of the name … */
  partial: number;
  /** … and by one that knows none of it. */
  open: number;
}

export function noShares(): Shares {
  return { runs: 0, succeeded: 0, requests: 0, distinct: 0, exact: 0, partial: 0, open: 0 };
}

/** Runs one workflow on several inputs; the first request that its policy denies, made small. */
export async function checkWorkflow(
  seed: number,
  inputs: number,
  fitting: Fitting,
  shares: Shares,
): Promise<Denied | undefined> {
  const workflow = workflowOf(seed);
  const named = seed % 4 !== 0;
  const policy = await fitting(workflow.definition, named);
  const expressions: Expressions = new Map();
  const seen = new Set<string>();
  for (let index = 0; index < inputs; index++) {
    const input = inputFor(workflow, randomOf(seedOf(seed, 'input', index)));
    const runSeed = seedOf(seed, 'run', index);
    const { requests, ok } = await requestsOf(workflow, workflow.definition, input, runSeed, expressions);
    shares.runs++;
    if (ok) shares.succeeded++;
    shares.requests += requests.length;
    for (const request of requests) {
      const key = `${request.action} ${request.resource}`;
      if (seen.has(key)) continue;
      seen.add(key);
      shares.distinct++;
      if (!isAllowed(policy, request))
        return smallest({ seed, named, definition: workflow.definition, input, request }, workflow, runSeed, fitting);
      shares[widthOf(policy, request)]++;
    }
  }
  return undefined;
}

async function requestsOf(
  workflow: Workflow,
  definition: JsonObject,
  input: Json,
  runSeed: number,
  expressions: Expressions,
): Promise<{ readonly requests: readonly IamRequest[]; readonly ok: boolean }> {
  const world = { random: randomOf(runSeed), outcome: outcomesOf(workflow, runSeed), expressions };
  const { requests, error } = await execute(definition, input, world);
  return { requests: requests.flatMap(iamRequests), ok: error === undefined };
}

async function smallest(denied: Denied, workflow: Workflow, runSeed: number, fitting: Fitting): Promise<Denied> {
  const { named, input } = denied;
  const deniedIn = async (definition: JsonObject): Promise<IamRequest | undefined> => {
    try {
      const policy = await fitting(definition, named);
      const { requests } = await requestsOf(workflow, definition, input, runSeed, new Map());
      return requests.find((request) => !isAllowed(policy, request));
    } catch {
      return undefined;
    }
  };
  const definition = await shrink(denied.definition, async (candidate) => (await deniedIn(candidate)) !== undefined);
  return { ...denied, definition, request: (await deniedIn(definition)) ?? denied.request };
}

const WIDTHS = ['exact', 'partial', 'open'] as const;
type Width = (typeof WIDTHS)[number];

/** The narrowest resource that allows the request. */
function widthOf(policy: TestPolicy, { action, resource }: IamRequest): Width {
  const widths = pairs(policy)
    .filter((pair) => pair.action === action && matches(pair.resource, resource))
    .map((pair) => width(pair.resource));
  return WIDTHS.find((one) => widths.includes(one)) ?? 'open';
}

function width(pattern: string): Width {
  const wild = pattern.replaceAll(/\$\{[*?$]\}/g, '');
  if (!/[*?]/.test(wild)) return 'exact';
  const name = wild
    .split(':')
    .slice(5)
    .join(':')
    .replace(/^[a-zA-Z-]+[:/]/, '');
  return /[^*?/:-]/.test(name) ? 'partial' : 'open';
}
