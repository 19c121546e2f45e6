import { field, isArray, type Json, textField } from './json.ts';
import type { RoleRequest } from './state.ts';

/** What IAM is asked for. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
}

const REGION = 'eu-west-1';
const ACCOUNT = '111122223333';
const HERE = `${REGION}:${ACCOUNT}`;

type Rule = (args: Json) => readonly (IamRequest | undefined)[];

/**
 * The requests of the role as IAM sees them. A request that the service refuses before it asks IAM has none, nor has
 * one for another region: Step Functions calls its own.
 */
export function iamRequests({ service, api, arguments: args }: RoleRequest): readonly IamRequest[] {
  const rule = RULES[`${service}:${api}`];
  if (!rule) throw new Error(`there is no rule for ${service}:${api}`);
  const found = rule(args);
  return found.every((one) => one !== undefined) ? found : [];
}

const getItem = one('dynamodb:GetItem', 'TableName', named(/^[\w.-]{3,255}$/, 'dynamodb', 'table/'));
const putItem = one('dynamodb:PutItem', 'TableName', named(/^[\w.-]{3,255}$/, 'dynamodb', 'table/'));
const sendMessage = one('sqs:SendMessage', 'QueueUrl', queueArn);
const publish = one('sns:Publish', 'TopicArn', arnOf('sns', /^[\w-]{1,256}(?:\.fifo)?$/));
const startExecution = one('states:StartExecution', 'StateMachineArn', arnOf('states', /^stateMachine:[\w-]{1,80}$/));
const invoke: Rule = (args) => [lambdaRequest(args)];

const RULES: Readonly<Record<string, Rule>> = {
  'sqs:sendMessage': sendMessage,
  'aws-sdk:sqs:sendMessage': sendMessage,
  'dynamodb:getItem': getItem,
  'dynamodb:putItem': putItem,
  'aws-sdk:dynamodb:getItem': getItem,
  'aws-sdk:dynamodb:putItem': putItem,
  'lambda:invoke': invoke,
  'aws-sdk:lambda:invoke': invoke,
  'sns:publish': publish,
  'aws-sdk:sns:publish': publish,
  'states:startExecution': startExecution,
  'aws-sdk:sfn:startExecution': startExecution,
  // A Map's reader of items
  's3:getObject': s3('s3:GetObject'),
  'aws-sdk:s3:getObject': s3('s3:GetObject'),
  'aws-sdk:s3:putObject': s3('s3:PutObject'),
  'aws-sdk:ssm:getParameter': one('ssm:GetParameter', 'Name', parameterArn),
  'aws-sdk:ssm:getParameters': each('ssm:GetParameters', 'Names', parameterArn),
  'aws-sdk:ec2:stopInstances': each('ec2:StopInstances', 'InstanceIds', (id) =>
    /^[\w.-]+$/.test(id) ? `arn:aws:ec2:${HERE}:instance/${id}` : undefined,
  ),
  'aws-sdk:dynamodb:transactWriteItems': (args) => {
    const items = field(args, 'TransactItems');
    if (!isArray(items)) return [];
    return items.map(updateOf);
  },
  'aws-sdk:secretsmanager:getSecretValue': one('secretsmanager:GetSecretValue', 'SecretId', secretArn),
  'events:putEvents': (args) => {
    const entries = field(args, 'Entries');
    if (!isArray(entries)) return [];
    return entries.map((entry) => {
      const name = field(entry, 'EventBusName') ?? 'default';
      const resource = typeof name === 'string' ? named(/^[\w.\-/]{1,256}$/, 'events', 'event-bus/')(name) : undefined;
      return resource === undefined ? undefined : { action: 'events:PutEvents', resource };
    });
  },
};

/** An API that names one resource in one argument. */
function one(action: string, argument: string, arn: (text: string) => string | undefined): Rule {
  return (args) => {
    const text = textField(args, argument);
    const resource = text === undefined ? undefined : arn(text);
    return [resource === undefined ? undefined : { action, resource }];
  };
}

/** The update of an item of a transaction. */
function updateOf(item: Json): IamRequest | undefined {
  const update = field(item, 'Update');
  const name = update === undefined ? undefined : textField(update, 'TableName');
  const resource = name === undefined ? undefined : named(/^[\w.-]{3,255}$/, 'dynamodb', 'table/')(name);
  return resource === undefined ? undefined : { action: 'dynamodb:UpdateItem', resource };
}

/** An API that names a resource with each text of a list; it refuses anything but a list of texts. */
function each(action: string, argument: string, arn: (text: string) => string | undefined): Rule {
  return (args) => {
    const texts = field(args, argument);
    if (!isArray(texts)) return [];
    return texts.map((text) => {
      const resource = typeof text === 'string' ? arn(text) : undefined;
      return resource === undefined ? undefined : { action, resource };
    });
  };
}

interface Arn {
  readonly account: string;
  readonly resource: string;
}

/** An ARN of a service in this region, in any account. */
function parseArn(text: string, service: string): Arn | undefined {
  const [arn, partition, given, region, account = '', ...rest] = text.split(':');
  const here = arn === 'arn' && partition === 'aws' && given === service && region === REGION;
  return here && /^\d{12}$/.test(account) ? { account, resource: rest.join(':') } : undefined;
}

function arnOf(service: string, resource: RegExp): (text: string) => string | undefined {
  return (text) => (resource.test(parseArn(text, service)?.resource ?? '') ? text : undefined);
}

/** A resource's name or its ARN. */
function named(name: RegExp, service: string, prefix: string): (text: string) => string | undefined {
  return (text) => {
    if (name.test(text)) return `arn:aws:${service}:${HERE}:${prefix}${text}`;
    const arn = parseArn(text, service);
    return arn?.resource.startsWith(prefix) && name.test(arn.resource.slice(prefix.length)) ? text : undefined;
  };
}

/** Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html */
function queueArn(url: string): string | undefined {
  const [, region, account, name] =
    /^https:\/\/sqs\.([a-z0-9-]+)\.amazonaws\.com\/(\d{12})\/([\w-]{1,80}|[\w-]{1,75}\.fifo)$/.exec(url) ?? [];
  return region === REGION ? `arn:aws:sqs:${region}:${account}:${name}` : undefined;
}

/** Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function lambdaRequest(args: Json): IamRequest | undefined {
  const text = textField(args, 'FunctionName') ?? '';
  const form =
    /^(?:(?:arn:aws:lambda:([a-z0-9-]+):)?(\d{12}):function:|function:)?([\w-]{1,64})(?::(\$LATEST|[\w-]{1,128}))?$/;
  const [whole, region = REGION, account = ACCOUNT, name, suffix] = form.exec(text) ?? [];
  const given = field(args, 'Qualifier');
  if (whole === undefined || region !== REGION) return undefined;
  if (given !== undefined && (typeof given !== 'string' || !/^(?:\$LATEST|[\w-]{1,128})$/.test(given)))
    return undefined;
  // Where both say one, they have to agree.
  if (suffix !== undefined && given !== undefined && given !== suffix) return undefined;
  const qualifier = suffix ?? given;
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  return { action: 'lambda:InvokeFunction', resource: qualifier === undefined ? arn : `${arn}:${qualifier}` };
}

function s3(action: string): Rule {
  return (args) => {
    const bucket = textField(args, 'Bucket') ?? '';
    const key = textField(args, 'Key') ?? '';
    const fine = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) && key !== '' && Buffer.byteLength(key) <= 1024;
    return [fine ? { action, resource: `arn:aws:s3:::${bucket}/${key}` } : undefined];
  };
}

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
function parameterArn(text: string): string | undefined {
  const form = /^(?:\/?[\w.-]+|(?:\/[\w.-]+)+)$/;
  if (text.startsWith('arn:')) {
    const { resource = '' } = parseArn(text, 'ssm') ?? {};
    return resource.startsWith('parameter/') && form.test(resource.slice('parameter'.length)) ? text : undefined;
  }
  return form.test(text) ? `arn:aws:ssm:${HERE}:parameter/${text.replace(/^\//, '')}` : undefined;
}

/** Secrets Manager adds a hyphen and six characters to the name of each secret. */
function secretArn(text: string): string | undefined {
  const name = /^[\w/+=.@-]{1,512}$/;
  if (name.test(text)) return `arn:aws:secretsmanager:${HERE}:secret:${text}-x1Y2z3`;
  const { resource = '' } = parseArn(text, 'secretsmanager') ?? {};
  return /^secret:[\w/+=.@-]{1,512}-[A-Za-z0-9]{6}$/.test(resource) ? text : undefined;
}
