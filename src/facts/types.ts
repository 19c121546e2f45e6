import type { FactName } from './fact.ts';
import {
  FLAG_FORM,
  HANDED_OVER_FORM,
  KEY_FORM,
  KEY_OF_ALIAS_FORM,
  MACHINE_TYPE_FORM,
  MODELS_FORM,
  OUTPUT_FORM,
  PATH_FORM,
  ROLES_FORM,
  SECRET_FORM,
  type ValueForm,
  WHOLE_HOLE,
} from './forms.ts';

/** The types of resources that facts are stated of. */
export interface FactSubject {
  /** With its article: `an SQS queue`. */
  readonly name: string;
  /** For people; capitals stand for what differs. */
  readonly form: string;
  /** ARNs of this type, and patterns of them. */
  readonly arn: RegExp;
  readonly fields: Readonly<Partial<Record<FactName, ValueForm>>>;
  /** The AWS page that has the ARN's form; undefined if the resource can be of any type. */
  readonly page: string | undefined;
}

const HOLE = String.raw`\$\{[^{}]+\}`;
/**
 * A whole part of an ARN, or `*` for all of them: what src/facts/resourceNames.ts compares. Each can be a template's
 * placeholder, such as `${AWS::Region}`.
 */
const PARTITION = String.raw`(?:\*|aws(?:-[a-z]+)*|${HOLE})`;
const REGION = String.raw`(?:\*|[a-z]+(?:-[a-z]+)+-\d+|${HOLE})`;
const ACCOUNT = String.raw`(?:\*|\d{12}|${HOLE})`;
/** A name or a pattern of names. */
const NAME = String.raw`(?:${HOLE}|[^\s{}:/])+`;
/** The same, where names have slashes. */
const PATHS = String.raw`(?:${HOLE}|[^\s{}:])+`;

/** Form: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

export const FACT_SUBJECTS: readonly FactSubject[] = [
  {
    name: 'an SQS queue',
    form: 'arn:aws:sqs:REGION:ACCOUNT:NAME',
    arn: new RegExp(`^arn:${PARTITION}:sqs:${REGION}:${ACCOUNT}:${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_sqs.html`,
  },
  {
    name: 'an SNS topic',
    form: 'arn:aws:sns:REGION:ACCOUNT:NAME',
    arn: new RegExp(`^arn:${PARTITION}:sns:${REGION}:${ACCOUNT}:${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_sns.html`,
  },
  {
    name: 'an S3 bucket',
    form: 'arn:aws:s3:::NAME',
    arn: new RegExp(`^arn:${PARTITION}:s3:::${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_s3.html`,
  },
  {
    name: 'a DynamoDB table',
    form: 'arn:aws:dynamodb:REGION:ACCOUNT:table/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:dynamodb:${REGION}:${ACCOUNT}:table\/${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_dynamodb.html`,
  },
  {
    name: 'a Kinesis data stream',
    form: 'arn:aws:kinesis:REGION:ACCOUNT:stream/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:kinesis:${REGION}:${ACCOUNT}:stream\/${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_kinesis.html`,
  },
  {
    name: 'a Firehose stream',
    form: 'arn:aws:firehose:REGION:ACCOUNT:deliverystream/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:firehose:${REGION}:${ACCOUNT}:deliverystream\/${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_firehose.html`,
  },
  {
    name: 'a Secrets Manager secret',
    form: 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME',
    arn: new RegExp(`^arn:${PARTITION}:secretsmanager:${REGION}:${ACCOUNT}:secret:${PATHS}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_secretsmanager.html`,
  },
  {
    name: 'a Systems Manager parameter',
    form: 'arn:aws:ssm:REGION:ACCOUNT:parameter/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:ssm:${REGION}:${ACCOUNT}:parameter\/${PATHS}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_ssm.html`,
  },
  {
    name: 'a log group',
    form: 'arn:aws:logs:REGION:ACCOUNT:log-group:NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:logs:${REGION}:${ACCOUNT}:log-group:${PATHS}(?::\*)?$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_logs.html`,
  },
  {
    name: 'an event bus',
    form: 'arn:aws:events:REGION:ACCOUNT:event-bus/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:events:${REGION}:${ACCOUNT}:event-bus\/${PATHS}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_events.html`,
  },
  {
    name: 'an EventBridge connection',
    form: 'arn:aws:events:REGION:ACCOUNT:connection/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:events:${REGION}:${ACCOUNT}:connection\/${NAME}(?:\/${NAME})?$`),
    fields: { key: KEY_FORM, secret: SECRET_FORM },
    page: `${REFERENCE}/list_events.html`,
  },
  {
    name: 'an activity',
    form: 'arn:aws:states:REGION:ACCOUNT:activity:NAME',
    arn: new RegExp(`^arn:${PARTITION}:states:${REGION}:${ACCOUNT}:activity:${NAME}$`),
    fields: { key: KEY_FORM },
    page: `${REFERENCE}/list_awsstepfunctions.html`,
  },
  {
    name: 'a state machine',
    form: 'arn:aws:states:REGION:ACCOUNT:stateMachine:NAME',
    arn: new RegExp(`^arn:${PARTITION}:states:${REGION}:${ACCOUNT}:stateMachine:${NAME}(?::${NAME})?$`),
    fields: { type: MACHINE_TYPE_FORM, key: KEY_FORM },
    page: `${REFERENCE}/list_awsstepfunctions.html`,
  },
  {
    name: 'an ECS task definition',
    form: 'arn:aws:ecs:REGION:ACCOUNT:task-definition/FAMILY',
    arn: new RegExp(String.raw`^arn:${PARTITION}:ecs:${REGION}:${ACCOUNT}:task-definition\/${NAME}(?::${NAME})?$`),
    fields: { roles: ROLES_FORM },
    page: `${REFERENCE}/list_ecs.html`,
  },
  {
    name: 'an instance profile',
    form: 'arn:aws:iam::ACCOUNT:instance-profile/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:iam::${ACCOUNT}:instance-profile\/${PATHS}$`),
    fields: { roles: ROLES_FORM },
    page: `${REFERENCE}/list_iam.html`,
  },
  {
    name: 'an IAM role',
    form: 'arn:aws:iam::ACCOUNT:role/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:iam::${ACCOUNT}:role\/(?!\*$)${NAME}$`),
    fields: { path: PATH_FORM },
    page: `${REFERENCE}/list_iam.html`,
  },
  {
    name: "an account's roles",
    form: 'arn:aws:iam::ACCOUNT:role/*',
    arn: new RegExp(String.raw`^arn:${PARTITION}:iam::${ACCOUNT}:role\/\*$`),
    fields: { roles: HANDED_OVER_FORM },
    page: `${REFERENCE}/list_iam.html`,
  },
  {
    name: 'an Athena workgroup',
    form: 'arn:aws:athena:REGION:ACCOUNT:workgroup/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:athena:${REGION}:${ACCOUNT}:workgroup\/${NAME}$`),
    fields: { output: OUTPUT_FORM, enforced: FLAG_FORM, key: KEY_FORM },
    page: `${REFERENCE}/list_athena.html`,
  },
  {
    name: 'a KMS alias',
    form: 'arn:aws:kms:REGION:ACCOUNT:alias/NAME',
    arn: new RegExp(String.raw`^arn:${PARTITION}:kms:${REGION}:${ACCOUNT}:alias\/(?:${HOLE}|[^\s{}])+$`),
    fields: { key: KEY_OF_ALIAS_FORM },
    page: `${REFERENCE}/list_kms.html`,
  },
  {
    name: 'a Bedrock inference profile',
    form: 'arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID',
    arn: new RegExp(
      String.raw`^arn:${PARTITION}:bedrock:${REGION}:${ACCOUNT}:(?:application-)?inference-profile\/(?:${HOLE}|[^\s{}/])+$`,
    ),
    fields: { models: MODELS_FORM },
    page: `${REFERENCE}/list_bedrock.html`,
  },
];

/** A template's placeholder for a whole ARN: what it stands for only a deployment knows. */
export const ANY_SUBJECT: FactSubject = {
  name: 'a placeholder',
  form: '${NAME}',
  arn: WHOLE_HOLE,
  fields: {
    key: KEY_FORM,
    roles: ROLES_FORM,
    path: PATH_FORM,
    secret: SECRET_FORM,
    output: OUTPUT_FORM,
    enforced: FLAG_FORM,
    type: MACHINE_TYPE_FORM,
    models: MODELS_FORM,
  },
  page: undefined,
};

/** The type of a resource by its ARN or pattern; undefined if no fact of it is known. */
export function factSubjectOf(resource: string): FactSubject | undefined {
  return [...FACT_SUBJECTS, ANY_SUBJECT].find(({ arn }) => arn.test(resource));
}

/**
 * Resources whose ARN doesn't say in which Region and account they are, as those of buckets and of many patterns: a key
 * of theirs can't be given by its ID or its alias's name.
 */
export const OPEN_PLACE = new RegExp(String.raw`^(?:\$\{|arn:(?:\*:|${PARTITION}:\w+:(?:\*?:|${REGION}:\*?:)))`);
