import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { handler } from '../../functions/guard/index.ts';
import { judgementOf } from '../../functions/guard/judgement.ts';
import { judged } from '../../functions/guard/response.ts';
import { checkTemplate } from '../../src/analysis/checkTemplate.ts';
import { DefinitionError } from '../../src/asl/error.ts';
import { FUNCTION, STACK_EVENT } from './guardEvents.ts';

/** Any event gets an answer of the Hook's form, and any template a judgement or an error that says what is wrong with it. */

const PLACE = { partition: 'aws', region: 'us-west-2', account: '123456789012' };

afterEach(() => mock.restoreAll());

async function answers(event: unknown): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    mock.method(stream, 'write', (chunk: string | Uint8Array) =>
      typeof chunk === 'string' && chunk.startsWith('{') ? true : write(chunk),
    );
  }
  try {
    const { hookStatus, errorCode, message, clientRequestToken, annotations } = await handler(event, {
      invokedFunctionArn: FUNCTION,
    });
    assert.ok(hookStatus === 'SUCCESS' || hookStatus === 'FAILED');
    assert.equal(errorCode === undefined, hookStatus === 'SUCCESS');
    assert.ok(message.length > 0 && typeof clientRequestToken === 'string' && Array.isArray(annotations));
  } finally {
    mock.restoreAll();
  }
}

describe('any event', () => {
  it('gets an answer', () =>
    fc.assert(fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: false }), answers), {
      numRuns: 500,
    }));

  it('gets an answer, with any part of a real one replaced', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(STACK_EVENT)), fc.jsonValue(), (key, value) => {
        mock.method(globalThis, 'fetch', async () => new Response('{}'));
        return answers({ ...STACK_EVENT, [key]: value });
      }),
      { numRuns: 500 },
    ));

  it('gets an answer, with any document as its payload', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), (document) => {
        mock.method(globalThis, 'fetch', async () => new Response(document));
        return answers(STACK_EVENT);
      }),
      { numRuns: 300 },
    ));
});

const TEMPLATE = {
  Transform: 'AWS::Serverless-2016-10-31',
  Parameters: { P: { Type: 'String', Default: 'x' } },
  Mappings: { M: { a: { b: 'c' } } },
  Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } },
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Condition: 'C',
      Properties: {
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', { Ref: 'Policy' }],
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: ['sqs:*'],
                  Resource: [{ 'Fn::GetAtt': ['Queue', 'Arn'] }],
                  Condition: { Bool: { a: 'b' } },
                },
                { Effect: 'Deny', NotAction: 's3:*', NotResource: 'x' },
              ],
            },
          },
        ],
      },
    },
    Policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        Roles: [{ Ref: 'Role' }],
        PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: { 'Fn::Join': [':', ['a', 'b']] } } },
      },
    },
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: { 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] }, KmsMasterKeyId: { Ref: 'P' } },
    },
    Orders: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
        LoggingConfiguration: {
          Level: 'ALL',
          Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: { Ref: 'P' } } }],
        },
        DefinitionSubstitutions: { A: { 'Fn::FindInMap': ['M', 'a', 'b'] } },
        Definition: {
          StartAt: 'Send',
          States: {
            Send: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
              Parameters: { QueueUrl: { Ref: 'Queue' }, MessageBody: '${A}' },
              Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Read' }],
              Next: 'Read',
            },
            Read: {
              Type: 'Task',
              QueryLanguage: 'JSONata',
              Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItem',
              Arguments: { TableName: "{% 'a' & $states.input.b %}" },
              End: true,
            },
          },
        },
      },
    },
    Bills: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: {
        DefinitionUri: { Bucket: 'b', Key: 'k' },
        Policies: [{ SQSSendMessagePolicy: { QueueName: 'q' } }, 'AWSLambda_FullAccess'],
      },
    },
  },
};

/** What stands where it does not belong. */
const ODD = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    { Ref: null },
    { 'Fn::GetAtt': [null, {}] },
    { 'Fn::GetAtt': 'Queue.Arn' },
    { 'Fn::Sub': ['${a}'] },
    { 'Fn::Sub': 1 },
    { 'Fn::If': ['C'] },
    { 'Fn::Join': [null, null] },
    { 'Fn::Select': ['a', 'b'] },
    { 'Fn::FindInMap': ['M', 'z', 'b'] },
    { 'Fn::Transform': [] },
    { 'Fn::ForEach::x': ['a', ['b'], {}] },
    '${P}',
    '${',
    '{% 1 + %}',
    '__proto__',
    'arn:aws:states:::x:y',
  ),
);

function isParent(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Each object or list in it with each of its keys. */
function places(value: unknown): readonly (readonly [parent: Record<string, unknown>, key: string])[] {
  if (!isParent(value)) return [];
  return Object.keys(value).flatMap((key) => [[value, key] as const, ...places(value[key])]);
}

describe('any template', () => {
  it('is judged, or refused as what it is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(), ODD), { minLength: 1, maxLength: 4 }), async (changes) => {
        const template: unknown = structuredClone(TEMPLATE);
        for (const [index, odd] of changes) {
          const all = places(template);
          const [parent, key] = all[index % Math.max(1, all.length)] ?? [];
          if (parent !== undefined && key !== undefined) parent[key] = structuredClone(odd);
        }
        try {
          const { message } = judged('t', judgementOf(await checkTemplate(JSON.stringify(template), PLACE)));
          assert.ok(message.startsWith('rolefit: '));
        } catch (error) {
          assert.ok(error instanceof DefinitionError, String(error));
        }
      }),
      { numRuns: 500 },
    ));
});
