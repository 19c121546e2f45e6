import type { IncomingMessage } from 'node:http';
import type { Request } from '../support/iam.ts';
import { ACCOUNT, REGION } from '../support/intrinsics.ts';
import { type Iam, roleOf } from './iam.ts';
import type { StateMachines } from './states.ts';

/** What IAM is asked for by a request to a service: actions, each on a resource in a context. */

export interface Surroundings {
  readonly iam: Iam;
  readonly states: StateMachines;
  /** Bucket name → ARN of the KMS key of its objects. */
  readonly bucketKeys: ReadonlyMap<string, string>;
}

export function askedByQuery(service: string, body: string, { iam }: Surroundings): readonly Request[] {
  const parameters = new URLSearchParams(body);
  const action = `${service}:${parameters.get('Action')}`;
  if (service === 'iam') return askedOfIam(action, parameters, iam);
  const stack = parameters.get('StackName');
  // A list of all exports has no resource; a stack can be asked for by its name, too.
  const named = stack === null || stack.startsWith('arn:') ? stack : `${STACKS}/${stack}/0`;
  return [{ action, resource: parameters.get('TopicArn') ?? named ?? '*' }];
}

const STACKS = `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack`;

/** Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
function askedOfIam(action: string, parameters: URLSearchParams, iam: Iam): readonly Request[] {
  const policy = parameters.get('PolicyArn');
  const name = parameters.get('RoleName');
  if (action === 'iam:CreatePolicy') {
    const resource = `arn:aws:iam::${ACCOUNT}:policy${parameters.get('Path') ?? '/'}${parameters.get('PolicyName')}`;
    const context = { 'aws:TagKeys': tagKeys(parameters) };
    // API_CreatePolicy: its tags need the permission to tag, too.
    const tag = parameters.has('Tags.member.1.Key') ? [{ action: 'iam:TagPolicy', resource, context }] : [];
    return [{ action, resource, context }, ...tag];
  }
  if (name === null) return [{ action, resource: policy ?? '*' }];
  const role = iam.seen(roleOf(parameters)).roles.get(name);
  const context = {
    'aws:TagKeys': tagKeys(parameters),
    ...(policy === null ? {} : { 'iam:PolicyARN': policy }),
    ...(role?.boundary ? { 'iam:PermissionsBoundary': role.boundary } : {}),
    ...Object.fromEntries([...(role?.tags ?? [])].map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
  };
  // A request has the name alone: the path and the tags are those of the role that IAM finds.
  return [{ action, resource: role?.arn ?? `arn:aws:iam::${ACCOUNT}:role/${name}`, context }];
}

function tagKeys(parameters: URLSearchParams): readonly string[] {
  return [...parameters].flatMap(([name, value]) =>
    /^(Tags|TagKeys)\.member\.\d+(\.Key)?$/.test(name) ? [value] : [],
  );
}

type Asl = Readonly<Record<string, string>>;

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html, Required permissions for API callers */
export function askedOfStates(api: string, body: string, { states }: Surroundings): readonly Request[] {
  const { stateMachineArn, stateMachineAliasArn, executionArn, includedData }: Asl = JSON.parse(body);
  const resource = stateMachineArn ?? stateMachineAliasArn ?? executionArn ?? '*';
  const key = includedData === 'METADATA_ONLY' || !DECRYPTING.has(api) ? undefined : states.keyOf(resource);
  const context = { 'kms:EncryptionContext:aws:states:stateMachineArn': states.machineOf(resource) };
  const decrypt = key === undefined ? [] : [{ action: 'kms:Decrypt', resource: key, context }];
  return [{ action: `states:${api}`, resource }, ...decrypt];
}

const DECRYPTING: ReadonlySet<string> = new Set(['DescribeStateMachine', 'DescribeStateMachineForExecution']);

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html, Encryption context */
export function askedOfS3({ url = '', method }: IncomingMessage, around: Surroundings): readonly Request[] {
  const { pathname, searchParams } = new URL(url, 'http://s3');
  const path = decodeURIComponent(pathname.slice(1));
  const [bucket = ''] = path.split('/');
  if (searchParams.has('list-type')) return [{ action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` }];
  const resource = `arn:aws:s3:::${path}`;
  if (method === 'PUT') return [{ action: 's3:PutObject', resource }];
  const key = around.bucketKeys.get(bucket);
  const context = { 'kms:EncryptionContext:aws:s3:arn': resource };
  return [
    { action: searchParams.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject', resource },
    ...(key === undefined ? [] : [{ action: 'kms:Decrypt', resource: key, context }]),
  ];
}
