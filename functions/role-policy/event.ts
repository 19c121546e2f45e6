import { z } from 'zod';
import type { Json } from '../../src/asl/json.ts';

/**
 * What CloudFormation sends, and the properties of `Custom::StateMachineRolePolicy`. CloudFormation turns every boolean
 * and number among the properties into a text; here they are what they were.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

const flag = z
  .union([z.boolean(), z.literal('true'), z.literal('false')], { error: 'must be true or false' })
  .transform((value) => value === true || value === 'true');

const seconds = z.coerce.number({ error: 'must be a number of seconds' }).min(0).max(60);

const name = (longest: number, what: string) =>
  z.string({ error: `must be ${what}` }).regex(new RegExp(`^[\\w+=,.@-]{1,${longest}}$`), `must be ${what}`);

const kmsKey = z.string().regex(/^arn:[^:]+:kms:[^:]+:[^:]+:key\/.+$/, "must be a KMS key's ARN");

const properties = z
  .strictObject({
    ServiceToken: z.string(),
    /** CloudFormation's own, in seconds. */
    ServiceTimeout: z.coerce.number().optional(),
    /** A role's name, or its ARN: `!Ref Role` and `!GetAtt Role.Arn` mean the same. */
    RoleName: z
      .string({ error: 'is missing; name the execution role' })
      .transform((role) => role.replace(/^arn:[^:]+:iam::\d{12}:role\/(?:.*\/)?/, ''))
      .pipe(name(64, "a role's name or ARN")),
    PolicyName: name(64, "a policy's name of at most 64 letters, digits and +=,.@_-").default('rolefit'),
    StateMachineName: name(80, "a state machine's name").optional(),
    Definition: z.record(z.string(), json, { error: 'must be an object' }).optional(),
    DefinitionString: z.string().optional(),
    DefinitionS3Location: z
      .strictObject({ Bucket: z.string(), Key: z.string(), Version: z.string().optional() })
      .optional(),
    StateMachineArn: z
      .string()
      .regex(/^arn:[^:]+:states:/, "must be a state machine's ARN")
      .optional(),
    DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
    Type: z.enum(['STANDARD', 'EXPRESS'], { error: 'must be STANDARD or EXPRESS' }).optional(),
    Logging: flag.optional(),
    Tracing: flag.optional(),
    KmsKeyArn: kmsKey.optional(),
    /** Bucket → the KMS key of its objects, for a distributed Map's reader and writer. */
    BucketKeys: z.record(z.string(), kmsKey).optional(),
    DriftMode: z.enum(['remediate', 'alert'], { error: 'must be remediate or alert' }).default('remediate'),
    /** How long to wait after IAM has agreed, since the service that assumes the role may lag behind it. */
    SettleSeconds: seconds.default(5),
  })
  .refine((given) => SOURCES.filter((source) => given[source] !== undefined).length === 1, {
    error: 'give one of Definition, DefinitionString, DefinitionS3Location and StateMachineArn',
  });

const SOURCES = ['Definition', 'DefinitionString', 'DefinitionS3Location', 'StateMachineArn'] as const;

export type Properties = z.output<typeof properties>;

/** Checks and types the properties. Throws an Error that names the property. */
export function readProperties(given: unknown): Properties {
  const result = properties.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw new Error(`${[...issue.path, issue.keys[0]].join('.')} is no property of Custom::StateMachineRolePolicy`);
  }
  throw new Error(`property ${issue?.path.join('.') || 'ResourceProperties'} ${issue?.message ?? 'is wrong'}`);
}
