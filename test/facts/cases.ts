import type { Json } from '../../src/asl/json.ts';
import type { ResourceFacts } from '../../src/facts/fact.ts';

/** Entries of facts files, for the reading of a file and for its JSON Schema. */

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
export const KEY = `arn:aws:kms:eu-west-1:111122223333:key/${KEY_ID}`;
const ALIAS = 'arn:aws:kms:eu-west-1:111122223333:alias/orders';
export const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const ROLE = 'arn:aws:iam::111122223333:role/service/nightly-task';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/partner/0a1b-XyZ123';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0';

/** Resource, what the file says of it, the facts: none where they are what the file says. */
export const GOOD: readonly (readonly [resource: string, entry: Json, facts?: ResourceFacts])[] = [
  [QUEUE, { key: KEY }],
  [QUEUE, { key: ALIAS }],
  [QUEUE, { key: 'none' }],
  [QUEUE, { key: 'alias/orders' }, { key: ALIAS }],
  [QUEUE, { key: KEY_ID }, { key: KEY }],
  [QUEUE, { key: `mrk-${'0'.repeat(32)}` }, { key: `arn:aws:kms:eu-west-1:111122223333:key/mrk-${'0'.repeat(32)}` }],
  // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
  [QUEUE, { key: 'alias/aws/sqs' }, { key: 'none' }],
  [QUEUE, { key: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/sqs' }, { key: 'none' }],
  [QUEUE, { key: '${OrdersKey.Arn}' }],
  [QUEUE, { key: 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${OrdersKey}' }],
  ['${OrdersQueueArn}', { key: KEY }],
  ['${OrdersQueue.Arn}', { key: 'none', roles: [ROLE], type: 'EXPRESS' }],
  [
    'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:orders',
    { key: 'alias/orders' },
    { key: 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:alias/orders' },
  ],
  [
    'arn:aws-cn:sqs:cn-north-1:111122223333:a.fifo',
    { key: 'alias/b' },
    { key: 'arn:aws-cn:kms:cn-north-1:111122223333:alias/b' },
  ],
  ['arn:*:sqs:*:*:*', { key: 'none' }],
  ['arn:*:sqs:*:*:*', { key: 'alias/aws/sqs' }, { key: 'none' }],
  ['arn:aws:sns:us-gov-west-1:111122223333:${Topic.TopicName}-?', { key: KEY }],
  ['arn:aws:s3:::reports', { key: 'none' }],
  ['arn:aws:s3:::${Bucket}', { key: KEY }],
  ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders', { key: KEY }],
  ['arn:aws:kinesis:eu-west-1:111122223333:stream/clicks', { key: 'none' }],
  ['arn:aws:firehose:eu-west-1:111122223333:deliverystream/clicks', { key: 'none' }],
  ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db=a+b@c', { key: KEY }],
  ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-??????', { key: KEY }],
  ['arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db', { key: KEY }],
  ['arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/states/a:*', { key: 'none' }],
  ['arn:aws:events:eu-west-1:111122223333:event-bus/aws.partner/a.com/1', { key: KEY }],
  ['arn:aws:events:eu-west-1:111122223333:connection/partner', { secret: SECRET, key: 'none' }],
  [`arn:aws:events:eu-west-1:111122223333:connection/partner/${KEY_ID}`, { secret: SECRET }],
  ['arn:aws:states:eu-west-1:111122223333:activity:approve', { key: KEY }],
  ['arn:aws:states:eu-west-1:111122223333:stateMachine:pay', { type: 'EXPRESS', key: KEY }],
  ['arn:aws:states:eu-west-1:111122223333:stateMachine:pay:PROD', { type: 'STANDARD' }],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly', { roles: [ROLE] }],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:7', { roles: [] }],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*', { roles: ['${TaskRole.Arn}', ROLE] }],
  ['arn:aws:iam::111122223333:instance-profile/a/b', { roles: [ROLE] }],
  ['arn:aws:iam::111122223333:role/nightly', { path: '/service/' }],
  ['arn:aws:iam::111122223333:role/nightly-*', { path: '/' }],
  ['arn:*:iam::*:role/*', { roles: [ROLE] }],
  ['arn:aws:athena:eu-west-1:111122223333:workgroup/primary', { output: 's3://results/a/', enforced: true, key: KEY }],
  ['arn:aws:athena:eu-west-1:111122223333:workgroup/other', { output: 'none', enforced: false }],
  ['arn:aws:athena:eu-west-1:111122223333:workgroup/third', { output: 's3://${Results}' }],
  [ALIAS, { key: KEY }],
  [ALIAS, { key: KEY_ID }, { key: KEY }],
  ['arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-3-haiku', { models: [MODEL] }],
  ['arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2', { models: [MODEL, `${MODEL}`] }],
  // A name that every object has.
  ['arn:aws:sqs:eu-west-1:111122223333:constructor', { key: 'none' }],
];

/** Resource, what the file says of it, and what must stand in the message: what is wrong, and what to do. */
export const BAD: readonly (readonly [resource: string, entry: Json, message: RegExp])[] = [
  ['orders', { key: 'none' }, /^orders: is no ARN, .*write it like arn:aws:sqs:/],
  ['__proto__', { key: 'none' }, /is no ARN/],
  ['arn:aws:sqs:eu-west-1', { key: 'none' }, /is no ARN/],
  ['arn:aws:lambda:eu-west-1:111122223333:function:f', { key: 'none' }, /no facts; those of athena, .*sqs/],
  ['arn:aws:sqs:eu-west-1:1111:orders', { key: 'none' }, /write arn:aws:sqs:REGION:ACCOUNT:NAME/],
  ['arn:aws:sqs:eu-*:111122223333:orders', { key: 'none' }, /with \* for any partition, Region, account/],
  ['https://sqs.eu-west-1.amazonaws.com/111122223333/orders', { key: 'none' }, /is no ARN/],
  ['arn:aws:s3:::reports/2026/*', { key: 'none' }, /write arn:aws:s3:::NAME/],
  ['arn:aws:s3:eu-west-1:111122223333:reports', { key: 'none' }, /write arn:aws:s3:::NAME/],
  ['arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/day', { key: 'none' }, /table\/NAME/],
  ['arn:aws:iam::111122223333:role/service/nightly', { path: '/service/' }, /write arn:aws:iam::ACCOUNT:role\/NAME or/],
  ['arn:aws:*:eu-west-1:111122223333:*', { key: 'none' }, /no facts/],
  [QUEUE, null, /^arn.*:orders: states no fact.*can have key/],
  [QUEUE, {}, /states no fact/],
  [QUEUE, 'none', /"none" is no object of facts/],
  [QUEUE, [{ key: 'none' }], /is no object of facts/],
  [QUEUE, { kmsKey: KEY }, /field kmsKey: an SQS queue has no such field; it has key$/],
  [QUEUE, { key: 'none', roles: [] }, /field roles: an SQS queue has no such field/],
  [QUEUE, { constructor: KEY }, /field constructor: an SQS queue has no such field/],
  [QUEUE, { key: null }, /field key: has no value; write the ARN/],
  [QUEUE, { key: '' }, /field key: "" is not valid; write the ARN/],
  [QUEUE, { key: 'None' }, /field key: "None" is not valid/],
  [QUEUE, { key: 12 }, /field key: 12 is not valid/],
  [QUEUE, { key: 'orders' }, /field key: "orders" is not valid/],
  [QUEUE, { key: 'arn:aws:kms:eu-west-1:111122223333:orders' }, /field key/],
  [QUEUE, { key: 'arn:aws:kms:*:111122223333:key/*' }, /field key/],
  [QUEUE, { key: QUEUE }, /field key/],
  [QUEUE, { key: `${KEY} ` }, /field key/],
  [QUEUE, { key: `${KEY}\n` }, /field key/],
  ['arn:aws:s3:::reports', { key: 'alias/reports' }, /has no Region and no account, .*; write the ARN/],
  ['arn:aws:sqs:*:111122223333:orders', { key: 'alias/orders' }, /write the ARN/],
  ['arn:aws:sqs:eu-west-1:*:orders', { key: KEY_ID }, /write the ARN/],
  ['arn:*:sqs:eu-west-1:111122223333:orders', { key: 'alias/orders' }, /write the ARN/],
  ['${OrdersQueueArn}', { key: 'alias/orders' }, /write the ARN/],
  ['${OrdersQueueArn}', { kee: 'none' }, /a placeholder has no such field; it has key, roles/],
  [ALIAS, { key: 'none' }, /field key: "none" is not valid; write the ARN of the key that the alias points to/],
  [ALIAS, { key: ALIAS }, /points to/],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly', { roles: ROLE }, /field roles: .* a list of the ARNs/],
  [
    'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly',
    { roles: ['nightly-task'] },
    /"nightly-task" is not valid/,
  ],
  [
    'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly',
    { roles: ['arn:aws:iam::111122223333:role/*'] },
    /not valid/,
  ],
  ['arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly', { roles: [null] }, /null is not valid/],
  [
    'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly',
    { key: 'none' },
    /an ECS task definition has no such field; it has roles$/,
  ],
  ['arn:aws:iam::111122223333:role/nightly', { roles: [ROLE] }, /an IAM role has no such field; it has path/],
  ['arn:aws:iam::111122223333:role/nightly', { path: 'service' }, /such as \/service\//],
  ['arn:aws:iam::111122223333:role/nightly', { path: '/a*/' }, /field path/],
  ['arn:aws:iam::111122223333:role/*', { path: '/a/' }, /it has roles/],
  [
    'arn:aws:athena:eu-west-1:111122223333:workgroup/primary',
    { enforced: 'true' },
    /true or false, without quotation marks/,
  ],
  ['arn:aws:athena:eu-west-1:111122223333:workgroup/primary', { output: 'results' }, /s3:\/\/BUCKET\/PREFIX\//],
  ['arn:aws:states:eu-west-1:111122223333:stateMachine:pay', { type: 'express' }, /STANDARD or EXPRESS/],
  ['arn:aws:events:eu-west-1:111122223333:connection/partner', { secret: 'partner' }, /the ARN of the secret/],
  ['arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.a', { models: [] }, /the list is empty/],
];
