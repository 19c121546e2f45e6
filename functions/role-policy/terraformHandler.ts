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
 * What the provider sends beside the properties: the step in the resource's life with the input of before.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_invocation
 */
const request = z.object(
  {
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
  },
  { error: 'the input is no object' },
);

/** An input: the properties with what identifies the resource. */
const inputs = dictionary(json, 'the input is no object');
type Input = z.output<typeof inputs>;

/** Handles one step in the life of an `aws_lambda_invocation`; its outputs are the result. */
export const handleInvocation = middy<unknown, Outputs, Error, Context>(EARLY_ANSWER).handler(
  (event, context, { signal }) => respond(event, context.invokedFunctionArn, signal),
);

async function respond(event: unknown, functionArn: string, signal: AbortSignal): Promise<Outputs> {
  const { Owner, Revision, tf } = valid(request, event);
  const properties = propertiesIn(valid(inputs, event));
  const deployer: Deployer = { owner: ownerOf(TERRAFORM, Owner), place: parseArn(functionArn), isVouchedFor: false };
  if (tf.action === 'delete') {
    const { data } = await removePolicy(deployer.owner, targetOf(properties), signal);
    return data;
  }
  refuseUnlisted(properties);
  await refuseOthersRole(properties, signal);
  const { physicalId, data } = await writePolicy(deployer, properties, signal);
  const before = tf.prev_input ? targetBefore(tf.prev_input) : undefined;
  if (before !== undefined && before !== physicalId) await removePolicy(deployer.owner, before, signal);
  return { RoleName: readTarget(properties).RoleName, ...(Revision ? { Revision } : {}), ...data };
}

function valid<Output>(schema: z.ZodMiniType<Output>, event: unknown): Output {
  const result = schema.safeParse(event);
  if (result.success) return result.data;
  throw new Error(result.error.issues[0]?.message ?? 'the input is no object');
}

/** Optional variables of a module are null where they have no value. */
function propertiesIn({ Owner: _owner, Revision: _revision, tf: _tf, ...input }: Input): Input {
  if ('ServiceToken' in input) throw new Error("ServiceToken is CloudFormation's; leave it out");
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function targetOf(properties: Input): string {
  const { RoleName, PolicyName } = readTarget(properties);
  return `${RoleName}/${PolicyName}`;
}

/** What the resource had before; of an input that names no role, nothing was written. */
function targetBefore(input: Input): string | undefined {
  try {
    return targetOf(propertiesIn(input));
  } catch {
    return undefined;
  }
}

/**
 * What a request may allow is limited by what this function was deployed with: whoever may invoke it could name any
 * action.
 */
function refuseUnlisted(properties: Input): void {
  const listed = new Set((process.env['ALLOW_GUARDED_ACTIONS'] ?? '').toLowerCase().split(','));
  const other = readProperties(properties).AllowGuardedActions.find((action) => !listed.has(action.toLowerCase()));
  if (other === undefined) return;
  throw new Error(
    `property AllowGuardedActions has ${other}, which rolefit's own module doesn't allow; add it to its allow_guarded_actions, or remove it here`,
  );
}

/** IAM's conditions on the function's own role say the same; this says it in words. */
async function refuseOthersRole(properties: Input, signal: AbortSignal): Promise<void> {
  const { RoleName } = readTarget(properties);
  const role = await findRole(iam, RoleName, signal);
  if (role === undefined || role.tags.get(DEPLOYER_TAG) === TERRAFORM) return;
  throw new Error(
    `the role ${RoleName} doesn't have the tag ${DEPLOYER_TAG} = ${TERRAFORM}; add it beside rolefit:managed = true to let Terraform write its policy`,
  );
}
