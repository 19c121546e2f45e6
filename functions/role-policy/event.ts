import * as z from 'zod/mini';
import { DefinitionError } from '../../src/asl/error.ts';
import { isObject, type Json } from '../../src/asl/json.ts';
import type { StatedFacts } from '../../src/facts/fact.ts';
import { factsFrom } from '../../src/facts/statedFacts.ts';
import { type ExtraActions, extraActionsFrom } from '../../src/sdk/extraActions.ts';
import { dictionary } from '../dictionary.ts';

/**
 * The properties of `Custom::StateMachineRolePolicy`. CloudFormation turns every boolean and number into a string;
 * this turns them back.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */

export const json: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), dictionary(json)]),
);

const flag = z.pipe(
  z.union([z.boolean(), z.literal('true'), z.literal('false')], { error: 'must be true or false' }),
  z.transform((value) => value === true || value === 'true'),
);

const WAIT = 'must be a number of seconds from 0 to 60';
const seconds = z.coerce.number({ error: WAIT }).check(z.minimum(0, { error: WAIT }), z.maximum(60, { error: WAIT }));

const matching = (form: RegExp, what: string) =>
  z.string({ error: `must be ${what}` }).check(z.regex(form, { error: `must be ${what}` }));

const kmsKey = matching(/^arn:[^:]+:kms:[^:]+:[^:]+:key\/.+$/, "a KMS key's ARN");

/** Resource → facts, as in a facts file: docs/facts.md. They are in the template that is deployed. */
const facts = z.pipe(
  dictionary(json, 'must be an object of resources and their facts'),
  z.transform((stated, { issues, value: input }) =>
    Object.entries(stated).flatMap(([resource, entry]): readonly StatedFacts[] => {
      try {
        return [
          { resource, facts: factsFrom(resource, withFlags(entry)), source: 'template', place: 'property Facts' },
        ];
      } catch (error) {
        if (!(error instanceof DefinitionError)) throw error;
        // The message begins with the resource, which the path has.
        issues.push({ code: 'custom', message: error.message.slice(`${resource}: `.length), path: [resource], input });
        return [];
      }
    }),
  ),
);

/** Operation → actions and resources, as in a file of extra actions: docs/extra-actions.md. */
const extraActions = z.pipe(
  dictionary(json, 'must be an object of operations and what they need'),
  z.transform((stated, { issues, value: input }): ExtraActions => {
    try {
      return extraActionsFrom(stated);
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      issues.push({ code: 'custom', message: error.message, input });
      return {};
    }
  }),
);

/** The facts that are booleans again. */
function withFlags(entry: Json): Json {
  if (!isObject(entry)) return entry;
  const { enforced } = entry;
  return enforced === 'true' || enforced === 'false' ? { ...entry, enforced: enforced === 'true' } : entry;
}

/** A role's name, or its ARN: `!Ref Role` and `!GetAtt Role.Arn` mean the same. */
const roleName = z.pipe(
  z.pipe(
    z.string({ error: 'is missing; name the execution role' }),
    z.transform((role) => role.replace(/^arn:[^:]+:iam::\d{12}:role\/(?:.*\/)?/, '')),
  ),
  matching(/^[\w+=,.@-]{1,64}$/, "a role's name or ARN"),
);

/** Part of a tag key, in which IAM allows no comma. */
const policyName = z._default(
  matching(/^[\w+=.@-]{1,64}$/, "a policy's name of at most 64 letters, digits and +=.@_-"),
  'rolefit',
);

/** What names a deployed policy, whatever the other properties are. */
const target = z.object({ RoleName: roleName, PolicyName: policyName });

const properties = z
  .strictObject({
    /** CloudFormation's own property. */
    ServiceToken: z.optional(z.string()),
    /** CloudFormation's own property, in seconds. */
    ServiceTimeout: z.optional(z.coerce.number()),
    RoleName: roleName,
    PolicyName: policyName,
    StateMachineName: z.optional(matching(/^[\w+=,.@-]{1,80}$/, "a state machine's name")),
    Definition: z.optional(dictionary(json, 'must be an object')),
    DefinitionString: z.optional(z.string({ error: 'must be a text' })),
    DefinitionS3Location: z.optional(
      z.strictObject({ Bucket: z.string(), Key: z.string(), Version: z.optional(z.string()) }),
    ),
    StateMachineArn: z.optional(matching(/^arn:[^:]+:states:/, "a state machine's ARN")),
    DefinitionSubstitutions: z._default(dictionary(z.coerce.string()), {}),
    Type: z.optional(z.enum(['STANDARD', 'EXPRESS'], { error: 'must be STANDARD or EXPRESS' })),
    Logging: z.optional(flag),
    Tracing: z.optional(flag),
    KmsKeyArn: z.optional(kmsKey),
    /** Bucket → the KMS key of its objects, for a distributed Map's reader and writer. */
    BucketKeys: z.optional(dictionary(kmsKey)),
    /** What the named resources are: keys, roles behind them, where they write. */
    Facts: z._default(facts, []),
    /** What operations need that rolefit doesn't know, or needs besides. */
    ExtraActions: z.optional(extraActions),
    /** The guarded actions that this deployment may grant, by name. */
    AllowGuardedActions: z._default(
      z.array(matching(/^[a-z0-9-]+:[A-Za-z0-9]+$/, 'a list of IAM actions such as iam:AttachUserPolicy'), {
        error: 'must be a list of IAM actions such as iam:AttachUserPolicy',
      }),
      [],
    ),
    DriftMode: z._default(z.enum(['remediate', 'alert'], { error: 'must be remediate or alert' }), 'remediate'),
    /** How long to wait once the policy reads back: the service that assumes the role may lag behind IAM. */
    SettleSeconds: z._default(seconds, 5),
  })
  .check(
    z.refine((values) => SOURCES.filter((source) => values[source] !== undefined).length === 1, {
      error: 'give one of Definition, DefinitionString, DefinitionS3Location and StateMachineArn',
    }),
  );

const SOURCES = ['Definition', 'DefinitionString', 'DefinitionS3Location', 'StateMachineArn'] as const;

export type Properties = z.output<typeof properties>;

/** Checks and types the properties. Throws an Error that names the property. */
export function readProperties(value: unknown): Properties {
  return valid(properties, value);
}

/** The role and the policy that properties name, even where others of them are wrong. Throws an Error that names one. */
export function readTarget(value: unknown): Pick<Properties, 'PolicyName' | 'RoleName'> {
  return valid(target, value);
}

function valid<Output>(schema: z.ZodMiniType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw new Error(`${[...issue.path, issue.keys[0]].join('.')} is no property of Custom::StateMachineRolePolicy`);
  }
  const message = issue?.message === 'Invalid input' ? 'is missing or of a wrong type' : issue?.message;
  throw new Error(issue?.path.length ? `property ${issue.path.join('.')} ${message}` : `${message}`);
}
