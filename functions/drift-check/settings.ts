import * as z from 'zod/mini';
import { awsLookUp } from '../../src/aws/facts.ts';
import { type Place, parseArn } from '../../src/iam/arn.ts';
import type { LookUpUntil } from '../../src/recheck/checkLookUp.ts';
import { ownResources, sweepArn } from '../../src/recheck/ownResources.ts';
import type { CheckSettings } from '../../src/recheck/request.ts';

/** The environment variables that template.yaml sets. */
const list = z.pipe(
  z._default(z.string(), ''),
  z.transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
);

const environment = z.object({
  /** Patterns of the actions that may be granted; empty for all that aren't guarded. */
  CEILING: list,
  /** How to grant reads of names that are known only at run time; see src/recheck/wildcards.ts. */
  WILDCARDS: z._default(z.enum(['deployed', 'allow', 'refuse']), 'deployed'),
  /** Whether facts that no deployment knows are looked up in AWS. */
  LOOK_UP: z._default(z.enum(['enabled', 'disabled']), 'disabled'),
  /** The permissions boundary that a role must have; empty if none is required. */
  REQUIRED_BOUNDARY: z._default(z.string(), ''),
  /** Seconds after a deployment during which nothing is removed. */
  GRACE_SECONDS: z._default(z.coerce.number(), 3600),
  /** The least number of seconds between the two looks of the sweep that must agree before anything is removed. */
  SETTLE_SECONDS: z._default(z.coerce.number(), 330),
  /** ARNs of the roles of rolefit's functions; their own writes need no check. */
  OWN_ROLES: list,
  /** The ARN of rolefit's stack, and the ARNs of those of its resources whose names don't follow from it. */
  STACK_ID: z.string(),
  OWN_ARNS: list,
  /** The sweep's bucket; empty where there is no sweep. */
  BUCKET: z._default(z.string(), ''),
  /** The topic for alerts; empty for none. */
  TOPIC: z._default(z.string(), ''),
});

export type FunctionEnvironment = z.output<typeof environment>;

export function readEnvironment(variables: NodeJS.ProcessEnv): FunctionEnvironment {
  return environment.parse(variables);
}

/** The function's partition, Region and account, from its own ARN. */
function placeOf(functionArn: string): Place {
  const arn = parseArn(functionArn);
  return { partition: arn?.partition ?? 'aws', region: arn?.region ?? '', account: arn?.account ?? '' };
}

/** The ARN of the sweep's state machine. */
export function ownSweep(env: FunctionEnvironment, functionArn: string): string {
  return sweepArn(placeOf(functionArn), env.STACK_ID);
}

/** Fewer requests than a deployment may make: a sweep looks at many roles. */
const LOOK_UP_LIMITS = { requests: 50, concurrency: 2 } as const;

/** Looks facts up in AWS; undefined if that is off. */
export function lookUpFrom({ LOOK_UP }: FunctionEnvironment, functionArn: string): LookUpUntil | undefined {
  const { region, account } = placeOf(functionArn);
  return LOOK_UP === 'enabled' ? (signal) => awsLookUp({ signal, region, account, limits: LOOK_UP_LIMITS }) : undefined;
}

/** The settings of the checks. */
export function settingsFrom(env: FunctionEnvironment, functionArn: string): CheckSettings {
  const place = placeOf(functionArn);
  return {
    ...place,
    ceiling: env.CEILING.length === 0 ? ['*'] : env.CEILING,
    wildcards: env.WILDCARDS,
    ownResources: ownResources(place, env.STACK_ID, [functionArn, ...env.OWN_ARNS]),
    boundary: env.REQUIRED_BOUNDARY,
    grace: env.GRACE_SECONDS,
  };
}
