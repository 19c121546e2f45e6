import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { NO_KEY, type ResourceFacts } from '../../facts/fact.ts';
import { own } from '../../own.ts';
import { type FactContext, isFalse } from './context.ts';
import { kmsKeyArnIn, kmsKeyIn } from './key.ts';
import { cfnPage, type FactRow, keyed, keyFact, part, regional } from './row.ts';

const TABLE = {
  arn: regional('dynamodb', 'table/{name}'),
  name: 'TableName',
  attributes: ['Arn'],
  reads: ['SSESpecification'],
  facts: (properties: JsonObject, { context }: { readonly context: FactContext }) =>
    keyFact(tableKey(own(properties, 'SSESpecification'), 'KMSMasterKeyId', context)),
};

/** Buckets, tables, secrets, parameters, log groups. */
export const STORAGE_FACTS: Readonly<Record<string, FactRow>> = {
  'AWS::S3::Bucket': {
    page: cfnPage('aws-properties-s3-bucket-serversideencryptionbydefault'),
    arn: 'arn:${AWS::Partition}:s3:::{name}',
    name: 'BucketName',
    attributes: ['Arn'],
    reads: ['BucketEncryption'],
    facts: (properties, { context }) => keyFact(bucketKey(properties, context)),
  },
  'AWS::DynamoDB::Table': { page: cfnPage('aws-properties-dynamodb-table-ssespecification'), ...TABLE },
  'AWS::DynamoDB::GlobalTable': {
    ...TABLE,
    page: cfnPage('aws-properties-dynamodb-globaltable-replicaspecification'),
    reads: ['SSESpecification', 'Replicas'],
    facts: globalTableKey,
  },
  'AWS::Serverless::SimpleTable': {
    page: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html',
    ...TABLE,
  },
  // Without a key, Secrets Manager uses aws/secretsmanager.
  'AWS::SecretsManager::Secret': keyed(cfnPage('aws-resource-secretsmanager-secret'), 'KmsKeyId', {
    arn: regional('secretsmanager', 'secret:{name}'),
    name: 'Name',
    attributes: ['Id'],
  }),
  // CloudFormation doesn't make parameters of the type SecureString.
  'AWS::SSM::Parameter': {
    page: cfnPage('aws-resource-ssm-parameter'),
    arn: regional('ssm', 'parameter/{name}'),
    name: 'Name',
    reads: ['Type'],
    facts: (properties) => (/^String(?:List)?$/.test(String(own(properties, 'Type'))) ? { key: NO_KEY } : {}),
  },
  'AWS::Logs::LogGroup': {
    page: cfnPage('aws-resource-logs-loggroup'),
    arn: regional('logs', 'log-group:{name}'),
    name: 'LogGroupName',
    attributes: ['Arn'],
    reads: ['KmsKeyId'],
    facts: (properties, { context }) => keyFact(kmsKeyArnIn(own(properties, 'KmsKeyId'), context)),
  },
};

/** `aws:kms` without a key means the AWS managed key aws/s3. */
function bucketKey(properties: JsonObject, context: FactContext): string | undefined {
  const rules = part(properties, 'BucketEncryption.ServerSideEncryptionConfiguration');
  if (rules === undefined) return NO_KEY;
  if (!isArray(rules)) return undefined;
  const defaults = rules.flatMap((rule) => part(rule, 'ServerSideEncryptionByDefault') ?? []);
  const [byDefault, ...more] = defaults;
  if (byDefault === undefined) return NO_KEY;
  if (!isObject(byDefault) || more.length > 0) return undefined;
  return own(byDefault, 'SSEAlgorithm') === 'AES256' ? NO_KEY : kmsKeyIn(own(byDefault, 'KMSMasterKeyID'), context);
}

/** Without SSEEnabled an AWS owned key encrypts the table, without a key the AWS managed one. */
function tableKey(specification: Json | undefined, keyName: string, context: FactContext): string | undefined {
  if (specification === undefined) return NO_KEY;
  if (!isObject(specification)) return undefined;
  return isFalse(own(specification, 'SSEEnabled')) ? NO_KEY : kmsKeyIn(own(specification, keyName), context);
}

/** Each replica has its own key. The role uses the one in the stack's Region. */
function globalTableKey(properties: JsonObject, { context }: { readonly context: FactContext }): ResourceFacts {
  const enabled = tableKey(own(properties, 'SSESpecification'), '', context);
  if (enabled === undefined || isFalse(part(properties, 'SSESpecification.SSEEnabled'))) return keyFact(enabled);
  if (own(properties, 'SSESpecification') === undefined) return { key: NO_KEY };
  const replicas = own(properties, 'Replicas');
  if (!isArray(replicas)) return {};
  const region = context.resolver.resolve({ Ref: 'AWS::Region' });
  const here = replicas.filter((replica) => part(replica, 'Region') === region);
  const keys = new Set((here.length === 1 ? here : replicas).map((replica) => replicaKey(replica, context)));
  const [key] = keys;
  return keys.size === 1 ? keyFact(key) : {};
}

function replicaKey(replica: Json, context: FactContext): string | undefined {
  return isObject(replica) ? kmsKeyIn(part(replica, 'SSESpecification.KMSMasterKeyId'), context) : undefined;
}
