import { IAMClient } from '@aws-sdk/client-iam';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { CLIENT } from '../../src/aws/clients.ts';
import { findRole } from '../../src/aws/role.ts';
import { parseArn } from '../../src/iam/arn.ts';
import { ownerOf } from '../../src/role/rolefitPolicy.ts';
import { dictionary } from '../dictionary.ts';
import { json, readProperties, readTarget } from './event.ts';
import { EARLY_ANSWER } from './timeout.ts';
import { type Deployer, removePolicy, writePolicy } from './writing.ts';

const iam = new IAMClient(CLIENT);

type Outputs = Readonly<Record<string, string | number>>;

/** The tag by which a role's owner says that whoever may invoke this function may write its policy. */
const DEPLOYER_TAG = 'rolefit:deployer';
const TERRAFORM = 'terraform';

/**
 * What the provider sends: the input as it is configured, and under `tf` the step in the resource's life with the input of
 * before.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_invocation
 */
const request = z.looseObject({
  /** Identifies the resource in Terraform: only what the same owner wrote is changed or removed. */
  Owner: z
    .string({ error: 'Owner is missing; the module fitted-role gives it' })
    .check(z.regex(/^[\w.:/-]{8,128}$/, { error: 'Owner must have 8 to 128 letters, digits and _.:/-' })),
  /** Comes back in the outputs: the provider keeps the input of an update that failed, but not its result. */
  Revision: z.optional(
    z.nullable(
      z.string().check(z.regex(/^[\w.:-]{1,128}$/, { error: 'Revision must have 1 to 128 letters and digits' })),
    ),
  ),
  tf: z.object(
    {
      action: z.enum(['create', 'update', 'delete']),
      prev_input: z.optional(z.nullable(dictionary(json))),
    },
    { error: 'tf is missing; set lifecycle_scope = "CRUD", and leave terraform_key as it is' },
  ),
});

type Request = z.output<typeof request>;

/** Handles one step in the life of an `aws_lambda_invocation`; its outputs are the result. */
export const handle = middy<unknown, Outputs, Error, Context>(EARLY_ANSWER).handler((event, context, { signal }) =>
  respond(readRequest(event), context.invokedFunctionArn, signal),
);

function readRequest(event: unknown): Request {
  const result = request.safeParse(event);
  if (result.success) return result.data;
  throw new Error(result.error.issues[0]?.message ?? 'the input is no object');
}

async function respond(event: Request, functionArn: string, signal: AbortSignal): Promise<Outputs> {
  const { tf, ...input } = event;
  const deployer: Deployer = { owner: ownerOf(TERRAFORM, event.Owner), place: parseArn(functionArn) };
  const target = targetIn(input);
  if (tf.action === 'delete') {
    const { data } = await removePolicy(deployer.owner, target, signal);
    return data;
  }
  const properties = propertiesIn(input);
  refuseUnlisted(properties);
  await refuseOthersRole(properties, signal);
  const { physicalId, data } = await writePolicy(deployer, properties, signal);
  const before = tf.prev_input ? ownTargetIn(tf.prev_input, event.Owner) : physicalId;
  if (before !== physicalId) await removePolicy(deployer.owner, before, signal);
  const revision = event.Revision ?? undefined;
  return {
    RoleName: readTarget(properties).RoleName,
    ...(revision === undefined ? {} : { Revision: revision }),
    ...data,
  };
}

/** Optional variables of a module are null where they have no value. */
function propertiesIn({
  Owner: _owner,
  Revision: _revision,
  ...input
}: Omit<Request, 'tf'>): Readonly<Record<string, unknown>> {
  if ('ServiceToken' in input) throw new Error("ServiceToken is CloudFormation's; leave it out");
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function targetIn(input: Omit<Request, 'tf'>): string {
  const { RoleName, PolicyName } = readTarget(propertiesIn(input));
  return `${RoleName}/${PolicyName}`;
}

/** What the resource had before, unless it was someone else's. */
function ownTargetIn(input: Readonly<Record<string, unknown>>, owner: string): string {
  return targetIn({ ...input, Owner: owner });
}

/**
 * What a request may allow is limited by what this function was deployed with: whoever may invoke it could name any
 * action.
 */
function refuseUnlisted(properties: Readonly<Record<string, unknown>>): void {
  const listed = new Set((process.env['ALLOW_GUARDED_ACTIONS'] ?? '').toLowerCase().split(','));
  const other = readProperties(properties).AllowGuardedActions.find((action) => !listed.has(action.toLowerCase()));
  if (other === undefined) return;
  throw new Error(
    `property AllowGuardedActions has ${other}, which rolefit's own module doesn't allow; add it to its allow_guarded_actions, or remove it here`,
  );
}

/** IAM's conditions on the function's own role say the same; this says it in words. */
async function refuseOthersRole(properties: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<void> {
  const { RoleName } = readTarget(properties);
  const role = await findRole(iam, RoleName, signal);
  if (role === undefined || role.tags.get(DEPLOYER_TAG) === TERRAFORM) return;
  throw new Error(
    `the role ${RoleName} doesn't have the tag ${DEPLOYER_TAG} = ${TERRAFORM}; add it beside rolefit:managed = true to let Terraform write its policy`,
  );
}
