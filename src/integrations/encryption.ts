import type { EncryptedCall, EncryptionTable, GrantedResource, KeyUse } from '../grants/encryption.ts';
import { formatArn } from '../iam/arn.ts';
import { at, mayBePresent } from '../values/domain/value.ts';
import {
  isHeadOnly,
  isMap,
  isNested,
  isNoOptimizedQuery,
  isOutsideMaps,
  mayDecrypt,
  mayReturnData,
  mayUploadParts,
} from './encryptedCalls.ts';
import {
  activityOf,
  bucketOf,
  busOf,
  connectionOf,
  itself,
  logGroupOf,
  onMachine,
  parameterOf,
  statesContext,
  streamOf,
  tableOfIndex,
  viaService,
  workflowOf,
  workgroupOf,
} from './encryptedResources.ts';

/**
 * What the users of encrypted resources need: with a customer managed key, the service uses the key with the caller's
 * permissions. AWS owned and AWS managed keys ask for nothing.
 *
 * These use the key without the caller, so they have no row:
 *
 * - Lambda: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 * - Firehose: https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
 * - EventBridge's PutEvents: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
 * - Step Functions' StartExecution: https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 * - ECR: https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
 *
 * A distributed Map and Athena have keys of their own kind: see mapStorage.ts and athena.ts.
 */
interface EncryptedType {
  /** The AWS page that says what callers need. */
  readonly page: string;
  readonly service: string;
  /** The resource whose key is used, by the resource part of its ARN. Undefined if that isn't of this type. */
  readonly encrypted: (resource: string) => string | undefined;
  /** What a grant on `*` may reach: these resources, in any place. Undefined if it reaches others. */
  readonly all?: string;
  /** IAM action → actions on the key. */
  readonly uses: Readonly<Record<string, readonly string[] | DependentUse>>;
  readonly conditions?: KeyUse['conditions'];
  /** Where only a run tells whether the caller needs it: 'needed only if …'. */
  readonly doubtful?: string;
}

/** A use that depends on the call. */
interface DependentUse {
  readonly actions: readonly string[];
  readonly when: (call: EncryptedCall) => boolean;
}

const DECRYPT = ['kms:Decrypt'];
const GENERATE = ['kms:GenerateDataKey'];
const BOTH = ['kms:Decrypt', 'kms:GenerateDataKey'];
/** `kms:Encrypt`, `kms:ReEncrypt*`, `kms:Decrypt`, `kms:GenerateDataKey*` and `kms:Describe*`, as far as they are about keys. */
const LOG_DATA = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyPair',
  'kms:GenerateDataKeyPairWithoutPlaintext',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const TYPES: readonly EncryptedType[] = [
  {
    page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    service: 'sqs',
    encrypted: itself,
    uses: { 'sqs:SendMessage': BOTH, 'sqs:ReceiveMessage': DECRYPT },
    conditions: viaService('sqs'),
  },
  {
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    service: 'sns',
    encrypted: itself,
    uses: { 'sns:Publish': BOTH },
    conditions: viaService('sns'),
  },
  {
    // No encryption context: it is the object's ARN or, with an S3 Bucket Key, the bucket's, and one upload can change it.
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    service: 's3',
    encrypted: bucketOf,
    uses: {
      // HeadObject has s3:GetObject too: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
      's3:GetObject': { actions: DECRYPT, when: (call) => isOutsideMaps(call) && !isHeadOnly(call) },
      's3:GetObjectVersion': { actions: DECRYPT, when: (call) => isOutsideMaps(call) && !isHeadOnly(call) },
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
      's3:ListMultipartUploadParts': { actions: DECRYPT, when: isOutsideMaps },
      's3:PutObject': { actions: GENERATE, when: isOutsideMaps },
    },
    conditions: viaService('s3'),
  },
  {
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions',
    service: 's3',
    encrypted: bucketOf,
    uses: { 's3:PutObject': { actions: DECRYPT, when: (call) => isOutsideMaps(call) && mayUploadParts(call) } },
    conditions: viaService('s3'),
    doubtful: 'the object is uploaded in parts',
  },
  {
    // The page prints no condition.
    page: 'https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html#multiupload-dmap-result-policy',
    service: 's3',
    encrypted: bucketOf,
    uses: {
      's3:GetObject': { actions: DECRYPT, when: isMap },
      's3:GetObjectVersion': { actions: DECRYPT, when: isMap },
      's3:PutObject': { actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'], when: isMap },
    },
  },
  {
    // Access decrypts the table's key for the caller; everything else happens by grants of the table's maker. Indexes
    // and streams have the table's key. The Region is open, for global tables.
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html#dynamodb-kms-authz',
    service: 'dynamodb',
    encrypted: tableOfIndex,
    uses: Object.fromEntries(
      [
        'BatchGetItem',
        'BatchWriteItem',
        'ConditionCheckItem',
        'DeleteItem',
        'GetItem',
        'GetRecords',
        'PartiQLDelete',
        'PartiQLInsert',
        'PartiQLSelect',
        'PartiQLUpdate',
        'PutItem',
        'Query',
        'Scan',
        'UpdateItem',
      ].map((name) => [`dynamodb:${name}`, DECRYPT]),
    ),
    conditions: () => ({ StringLike: { 'kms:ViaService': ['dynamodb.*.amazonaws.com'] } }),
  },
  {
    page: 'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
    service: 'kinesis',
    encrypted: streamOf,
    uses: {
      'kinesis:GetRecords': DECRYPT,
      'kinesis:PutRecord': GENERATE,
      'kinesis:PutRecords': GENERATE,
      'kinesis:SubscribeToShard': DECRYPT,
    },
    conditions: viaService('kinesis'),
  },
  {
    page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-authz',
    service: 'secretsmanager',
    encrypted: itself,
    // BatchGetSecretValue with filters: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
    all: 'secret:*',
    uses: {
      'secretsmanager:GetSecretValue': DECRYPT,
      'secretsmanager:PutSecretValue': BOTH,
      // A replica has a key of its own, which an argument names.
      'secretsmanager:ReplicateSecretToRegions': DECRYPT,
      'secretsmanager:UpdateSecret': {
        actions: BOTH,
        when: ({ some }) =>
          some((args) => ['KmsKeyId', 'SecretBinary', 'SecretString'].some((field) => mayBePresent(at(args, field)))),
      },
    },
    conditions: viaService('secretsmanager'),
  },
  {
    // PutParameter encrypts with the key that it names, or with the AWS managed key.
    page: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    service: 'ssm',
    encrypted: parameterOf,
    uses: {
      'ssm:GetParameter': { actions: DECRYPT, when: mayDecrypt },
      'ssm:GetParameterHistory': { actions: DECRYPT, when: mayDecrypt },
      'ssm:GetParameters': { actions: DECRYPT, when: mayDecrypt },
      'ssm:GetParametersByPath': { actions: DECRYPT, when: mayDecrypt },
    },
    conditions: viaService('ssm'),
  },
  {
    page: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html#cmk-permissions-readwrite',
    service: 'logs',
    encrypted: logGroupOf,
    uses: {
      'logs:FilterLogEvents': LOG_DATA,
      'logs:GetLogEvents': LOG_DATA,
      'logs:GetLogRecord': LOG_DATA,
      'logs:PutLogEvents': LOG_DATA,
      'logs:StartLiveTail': LOG_DATA,
      'logs:StartQuery': LOG_DATA,
    },
    conditions: viaService('logs'),
  },
  {
    page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html',
    service: 'events',
    encrypted: busOf,
    all: 'event-bus/*',
    uses: {
      'events:DescribeRule': DECRYPT,
      'events:DisableRule': DECRYPT,
      'events:EnableRule': DECRYPT,
      'events:ListRuleNamesByTarget': DECRYPT,
      'events:ListRules': DECRYPT,
      'events:ListTargetsByRule': DECRYPT,
      'events:PutRule': DECRYPT,
      'events:PutTargets': DECRYPT,
    },
    conditions: viaService('events'),
  },
  {
    // The key of the secret that has the connection's credentials: whoever reads the secret needs it.
    page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/encryption-connections.html',
    service: 'events',
    encrypted: connectionOf,
    uses: { 'events:RetrieveConnectionCredentials': DECRYPT },
    conditions: viaService('secretsmanager'),
  },
  {
    // The key of the workgroup's results. No condition: with client-side encryption, the requests don't come from S3.
    page: 'https://docs.aws.amazon.com/athena/latest/ug/encryption.html',
    service: 'athena',
    encrypted: workgroupOf,
    uses: {
      'athena:GetQueryResults': { actions: DECRYPT, when: isNoOptimizedQuery },
      'athena:StartQueryExecution': { actions: BOTH, when: isNoOptimizedQuery },
    },
  },
  {
    // No kms:ViaService in an execution role, the page says: executions would fail.
    page: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    service: 'states',
    encrypted: workflowOf,
    uses: {
      // The children of a distributed Map have the key of their own state machine, which settings.ts allows.
      'states:DescribeExecution': {
        actions: DECRYPT,
        when: (call) => !isMap(call) && !isNested(call) && mayReturnData(call),
      },
      'states:DescribeStateMachine': { actions: DECRYPT, when: mayReturnData },
      'states:DescribeStateMachineForExecution': { actions: DECRYPT, when: mayReturnData },
      'states:GetExecutionHistory': { actions: DECRYPT, when: mayReturnData },
      'states:StartSyncExecution': { actions: DECRYPT, when: mayReturnData },
    },
    conditions: (resource) => statesContext('stateMachineArn', onMachine(resource)),
  },
  {
    page: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
    service: 'states',
    encrypted: activityOf,
    uses: { 'states:GetActivityTask': DECRYPT },
    conditions: ({ text }) => statesContext('activityArn', text),
  },
];

export const KEY_USES: EncryptionTable = tableOf(TYPES);

function tableOf(types: readonly EncryptedType[]): EncryptionTable {
  const table = new Map<string, KeyUse[]>();
  for (const { page, service, encrypted, all, uses, conditions, doubtful } of types) {
    for (const [action, use] of Object.entries(uses)) {
      const row: KeyUse = {
        encrypted: (resource) =>
          resource.text === '*' ? all && inAnyPlace(service, all) : encryptedIn(resource, service, encrypted),
        ...('when' in use ? use : { actions: use }),
        page,
        ...(conditions === undefined ? {} : { conditions }),
        ...(doubtful === undefined
          ? {}
          : { doubt: { certainty: 'conditional', reason: doubtful, source: page } as const }),
      };
      const known = table.get(action);
      if (known === undefined) table.set(action, [row]);
      else known.push(row);
    }
  }
  return table;
}

function inAnyPlace(service: string, resource: string): string {
  return formatArn({ partition: '*', service, region: '*', account: '*', resource });
}

/** A placeholder's ARN is of the service, since the action is. */
function encryptedIn(
  { text, arn }: GrantedResource,
  service: string,
  encrypted: (resource: string) => string | undefined,
): string | undefined {
  if (arn === undefined) return text.startsWith('${') ? encrypted(text) : undefined;
  const resource = arn.service === service ? encrypted(arn.resource) : undefined;
  if (resource === undefined) return undefined;
  // The ARN of an access point has a place, that of a bucket has none.
  return formatArn({ ...arn, ...(service === 's3' ? { region: '', account: '' } : {}), resource });
}
