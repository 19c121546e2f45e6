import type { IncomingMessage } from 'node:http';
import type { ResourceFacts } from '../../src/facts/fact.ts';
import type { Request } from '../support/iam.ts';
import { ACCOUNT, REGION } from '../support/intrinsics.ts';
import { element, member } from './iam.ts';
import { Refusal } from './refusal.ts';

/** What resources are, as their services describe them: what src/aws/facts reads. */

/** A request that describes a resource. */
export interface Description {
  readonly service: DescribedService;
  /** The IAM action without its prefix. */
  readonly action: string;
  readonly asked: Asked;
}

type Asked = Readonly<Record<string, unknown>>;

/** The part of the X-Amz-Target header before the action → IAM prefix. */
const TARGETS = {
  AmazonSQS: 'sqs',
  DynamoDB_20120810: 'dynamodb',
  Kinesis_20131202: 'kinesis',
  Firehose_20150804: 'firehose',
  secretsmanager: 'secretsmanager',
  AmazonSSM: 'ssm',
  Logs_20140328: 'logs',
  AWSEvents: 'events',
  AmazonEC2ContainerServiceV20141113: 'ecs',
  AmazonAthena: 'athena',
  TrentService: 'kms',
  AWSStepFunctions: 'states',
} as const;

export type DescribedService = (typeof TARGETS)[keyof typeof TARGETS] | 'bedrock' | 'iam' | 's3' | 'sns';

/** Undefined for a request that describes no resource, or one that another part of the double answers. */
export function descriptionIn({ url = '', headers, method }: IncomingMessage, body: string): Description | undefined {
  const [prefix = '', target = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const [, service] = Object.entries(TARGETS).find(([name]) => name === prefix) ?? [];
  if (service !== undefined) {
    return ROWS[`${service}:${target}`] && { service, action: target, asked: JSON.parse(body) };
  }
  const { pathname, searchParams } = new URL(url, 'http://aws');
  const path = decodeURIComponent(pathname);
  if (method === 'GET' && searchParams.has('encryption')) {
    return { service: 's3', action: 'GetEncryptionConfiguration', asked: { Bucket: path.replaceAll('/', '') } };
  }
  if (path.startsWith('/inference-profiles/')) {
    const asked = { inferenceProfileIdentifier: path.slice('/inference-profiles/'.length) };
    return { service: 'bedrock', action: 'GetInferenceProfile', asked };
  }
  const asked = Object.fromEntries(new URLSearchParams(body));
  const { Action: action = '' } = asked;
  if (action === 'GetTopicAttributes') return { service: 'sns', action, asked };
  return action === 'GetInstanceProfile' ? { service: 'iam', action, asked } : undefined;
}

/** What IAM is asked for. */
export function askedOfDescription({ service, action, asked }: Description, known: DescribedResources): Request {
  const row = ROWS[`${service}:${action}`];
  const arn = row?.isUnscoped ? '*' : arnOf(service, row?.resource(asked) ?? '');
  // KMS knows keys: of an alias, IAM sees the key that it points to.
  return { action: `${service}:${action}`, resource: service === 'kms' ? (known.get(arn)?.key ?? arn) : arn };
}

/** ARN → facts. What is not there does not exist; a key is there, and `none` says that AWS manages it. */
export type DescribedResources = ReadonlyMap<string, ResourceFacts>;

export function described({ service, action, asked }: Description, known: DescribedResources): string {
  const row = ROWS[`${service}:${action}`];
  const arn = arnOf(service, row?.resource(asked) ?? '');
  const facts = known.get(arn) ?? (arn.includes(':key/') ? {} : undefined);
  if (row === undefined || (facts === undefined && row.absent === undefined)) return '{}';
  if (facts === undefined) throw new Refusal(row.absent ?? '', 'it was not found', 400);
  return row.answer(facts, arn);
}

function arnOf(service: string, resource: string): string {
  return resource.startsWith('arn:')
    ? resource
    : `arn:aws:${service}:${service === 'iam' ? '' : REGION}:${ACCOUNT}:${resource}`;
}

interface Row {
  /** ARN of the resource that is asked about, or its resource part. */
  readonly resource: (asked: Asked) => string;
  readonly answer: (facts: ResourceFacts, arn: string) => string;
  /** The code of the error for what does not exist; undefined where the answer is an empty list. */
  readonly absent?: string;
  /** IAM has no narrower resource. */
  readonly isUnscoped?: boolean;
}

/** `none` and what is not known are no key. */
function keyOf({ key }: ResourceFacts): string | undefined {
  return key === 'none' ? undefined : key;
}

const text = (asked: Asked, field: string) => String(asked[field] ?? '');
const last = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
const json = (answer: object) => JSON.stringify(answer);
const NOT_FOUND = 'ResourceNotFoundException';

/** Source: the API reference of each service; the pages are those of src/aws/facts/table.ts. */
const ROWS: Readonly<Record<string, Row>> = {
  'sqs:GetQueueUrl': {
    resource: (asked) => text(asked, 'QueueName'),
    answer: (_, arn) => json({ QueueUrl: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${last(arn)}` }),
    absent: 'QueueDoesNotExist',
  },
  'sqs:GetQueueAttributes': {
    resource: (asked) => last(text(asked, 'QueueUrl')),
    answer: (facts) => json({ Attributes: { KmsMasterKeyId: keyOf(facts) } }),
    absent: 'QueueDoesNotExist',
  },
  'dynamodb:DescribeTable': {
    resource: (asked) => `table/${text(asked, 'TableName')}`,
    answer: (facts) => json({ Table: { SSEDescription: { SSEType: 'KMS', KMSMasterKeyArn: keyOf(facts) } } }),
    absent: NOT_FOUND,
  },
  'kinesis:DescribeStreamSummary': {
    resource: (asked) => `stream/${text(asked, 'StreamName')}`,
    answer: (facts) => json({ StreamDescriptionSummary: { EncryptionType: 'KMS', KeyId: keyOf(facts) } }),
    absent: NOT_FOUND,
  },
  'firehose:DescribeDeliveryStream': {
    resource: (asked) => `deliverystream/${text(asked, 'DeliveryStreamName')}`,
    answer: (facts) => {
      const DeliveryStreamEncryptionConfiguration = { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: keyOf(facts) };
      return json({ DeliveryStreamDescription: { DeliveryStreamEncryptionConfiguration } });
    },
    absent: NOT_FOUND,
  },
  'secretsmanager:DescribeSecret': {
    resource: (asked) => (/^arn:/.test(text(asked, 'SecretId')) ? '' : 'secret:') + text(asked, 'SecretId'),
    answer: (facts) => json({ KmsKeyId: keyOf(facts) }),
    absent: NOT_FOUND,
  },
  'ssm:DescribeParameters': {
    resource: (asked) => `parameter/${/"Values":\["\/?([^"]*)"/.exec(json(asked))?.[1]}`,
    answer: (facts, arn) => {
      const Name = arn.replace(/^[^/]*/, '');
      return json({ Parameters: [{ Name, Type: keyOf(facts) ? 'SecureString' : 'String', KeyId: keyOf(facts) }] });
    },
    isUnscoped: true,
  },
  'logs:DescribeLogGroups': {
    resource: (asked) => `log-group:${text(asked, 'logGroupNamePrefix')}`,
    answer: (facts, arn) =>
      json({ logGroups: [{ logGroupName: arn.replace(/.*log-group:/, ''), kmsKeyId: keyOf(facts) }] }),
    isUnscoped: true,
  },
  'events:DescribeEventBus': {
    resource: (asked) => `event-bus/${text(asked, 'Name')}`,
    answer: (facts) => json({ KmsKeyIdentifier: keyOf(facts) }),
    absent: NOT_FOUND,
  },
  'events:DescribeConnection': {
    resource: (asked) => `connection/${text(asked, 'Name')}`,
    answer: (facts) => json({ KmsKeyIdentifier: keyOf(facts), SecretArn: facts.secret }),
    absent: NOT_FOUND,
  },
  'ecs:DescribeTaskDefinition': {
    resource: (asked) => `task-definition/${text(asked, 'taskDefinition')}`,
    answer: ({ roles = [] }) => json({ taskDefinition: { executionRoleArn: roles[0], taskRoleArn: roles[1] } }),
    absent: 'ClientException',
    isUnscoped: true,
  },
  'athena:GetWorkGroup': {
    resource: (asked) => `workgroup/${text(asked, 'WorkGroup')}`,
    answer: (facts) => {
      const EncryptionConfiguration = { EncryptionOption: 'SSE_KMS', KmsKey: keyOf(facts) };
      const OutputLocation = facts.output === 'none' ? undefined : facts.output;
      const ResultConfiguration = { OutputLocation, EncryptionConfiguration };
      const Configuration = { EnforceWorkGroupConfiguration: facts.enforced, ResultConfiguration };
      return json({ WorkGroup: { Name: 'w', Configuration } });
    },
    absent: 'InvalidRequestException',
  },
  'kms:DescribeKey': {
    resource: (asked) => text(asked, 'KeyId'),
    answer: (facts, arn) => {
      const KeyManager = facts.key === 'none' ? 'AWS' : 'CUSTOMER';
      return json({ KeyMetadata: { KeyId: 'k', Arn: keyOf(facts) ?? arn, KeyManager } });
    },
    absent: 'NotFoundException',
  },
  'bedrock:GetInferenceProfile': {
    resource: (asked) => text(asked, 'inferenceProfileIdentifier'),
    answer: ({ models = [] }) => json({ models: models.map((modelArn) => ({ modelArn })) }),
    absent: NOT_FOUND,
  },
  'states:DescribeActivity': {
    resource: (asked) => text(asked, 'activityArn'),
    answer: (facts) =>
      json({
        encryptionConfiguration: {
          kmsKeyId: keyOf(facts),
          type: keyOf(facts) ? 'CUSTOMER_MANAGED_KMS_KEY' : 'AWS_OWNED_KEY',
        },
      }),
    absent: 'ActivityDoesNotExist',
  },
  'sns:GetTopicAttributes': {
    resource: (asked) => text(asked, 'TopicArn'),
    answer: (facts) => {
      const entry = element('key', 'KmsMasterKeyId') + element('value', keyOf(facts) ?? '');
      return `<R><GetTopicAttributesResult><Attributes><entry>${entry}</entry></Attributes></GetTopicAttributesResult></R>`;
    },
    absent: 'NotFound',
  },
  'iam:GetInstanceProfile': {
    resource: (asked) => `instance-profile/${text(asked, 'InstanceProfileName')}`,
    answer: ({ roles = [] }) => {
      const members = roles.map((arn) => member(element('Arn', arn))).join('');
      return `<R><GetInstanceProfileResult><InstanceProfile><Roles>${members}</Roles></InstanceProfile></GetInstanceProfileResult></R>`;
    },
    absent: 'NoSuchEntity',
  },
  's3:GetEncryptionConfiguration': {
    resource: (asked) => `arn:aws:s3:::${text(asked, 'Bucket')}`,
    answer: (facts) => {
      const key = keyOf(facts);
      const algorithm = element('SSEAlgorithm', key === undefined ? 'AES256' : 'aws:kms');
      const rule = algorithm + (key === undefined ? '' : element('KMSMasterKeyID', key));
      return `<C><Rule><ApplyServerSideEncryptionByDefault>${rule}</ApplyServerSideEncryptionByDefault></Rule></C>`;
    },
    absent: 'NoSuchBucket',
  },
};
