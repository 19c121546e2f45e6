import assert from 'node:assert/strict';
import { awsLookUp } from '../../src/aws/facts.ts';
import type { FactName } from '../../src/facts/fact.ts';
import { ACCOUNT } from '../support/intrinsics.ts';
import { HERE } from './recheck.ts';
import { invoke, keyArn, type World } from './stack.ts';

/** What the tests of permissions share: what needs no request, and a request for each look-up. */

/** What is allowed though none of rolefit's own requests needs it. */
export const EXPLAINED: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
  'WriteLogs logs:CreateLogStream': 'Lambda sends the function’s log with the function’s role',
  'WriteLogs logs:PutLogEvents': 'the same',
  // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
  'TakeChanges sqs:DeleteMessage': 'Lambda polls the queue with the function’s role',
  'TakeChanges sqs:GetQueueAttributes': 'the same',
  'TakeChanges sqs:ReceiveMessage': 'the same',
  // https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
  'Trace xray:PutTelemetryRecords': 'Lambda sends the traces with the function’s role',
  'Trace xray:PutTraceSegments': 'the same',
};

/** One resource of each kind that facts are looked up of. */
const LOOKED_UP: readonly (readonly [resource: string, name: FactName])[] = [
  [`arn:aws:athena:${HERE}:workgroup/w`, 'output'],
  [`arn:aws:bedrock:${HERE}:inference-profile/p`, 'models'],
  [`arn:aws:bedrock:${HERE}:application-inference-profile/p`, 'models'],
  [`arn:aws:dynamodb:${HERE}:table/t`, 'key'],
  [`arn:aws:ecs:${HERE}:task-definition/t`, 'roles'],
  [`arn:aws:events:${HERE}:connection/c`, 'secret'],
  [`arn:aws:events:${HERE}:event-bus/b`, 'key'],
  [`arn:aws:firehose:${HERE}:deliverystream/s`, 'key'],
  [`arn:aws:iam::${ACCOUNT}:instance-profile/p`, 'roles'],
  [`arn:aws:iam::${ACCOUNT}:role/looked-up`, 'path'],
  [`arn:aws:kinesis:${HERE}:stream/s`, 'key'],
  [`arn:aws:kms:${HERE}:alias/a`, 'key'],
  [`arn:aws:logs:${HERE}:log-group:g`, 'key'],
  ['arn:aws:s3:::b', 'key'],
  [`arn:aws:secretsmanager:${HERE}:secret:s`, 'key'],
  [`arn:aws:sns:${HERE}:t`, 'key'],
  [`arn:aws:sqs:${HERE}:q`, 'key'],
  [`arn:aws:ssm:${HERE}:parameter/p`, 'key'],
  [`arn:aws:states:${HERE}:activity:a`, 'key'],
  [`arn:aws:states:${HERE}:stateMachine:s`, 'type'],
];

/** What src/aws/facts reads, as each function may ask for it. */
export async function lookUps(world: World, functions: readonly string[]): Promise<void> {
  const { aws } = world;
  const key = keyArn('k');
  for (const [resource] of LOOKED_UP) {
    aws.resources.set(resource, { key, roles: [], models: [], secret: 's', output: 'none', enforced: false });
  }
  aws.iam.createRole('looked-up', {});
  const definition = JSON.stringify({ StartAt: 'S', States: { S: { Type: 'Succeed' } } });
  const roleArn = `arn:aws:iam::${ACCOUNT}:role/looked-up`;
  aws.states.machines.set(`arn:aws:states:${HERE}:stateMachine:s`, {
    name: 's',
    definition,
    roleArn,
    type: 'STANDARD',
  });
  const questions = LOOKED_UP.map(([resource, name]) => {
    return { resource, name, answer: undefined, partial: [], contradicted: [] };
  });
  for (const logicalId of functions) {
    if (!world.stack.functions.has(logicalId)) continue;
    const signal = AbortSignal.timeout(30_000);
    const { stated, unread } = await invoke(world, logicalId, () =>
      awsLookUp({ region: 'eu-west-1', account: ACCOUNT, signal })(questions),
    );
    assert.deepEqual(unread, []);
    assert.equal(stated.length, LOOKED_UP.length);
  }
  aws.resources.clear();
}
