import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { judgementOf } from '../../functions/guard/judgement.ts';
import { checkTemplate } from '../../src/analysis/checkTemplate.ts';
import { runCheck } from '../../src/cli/check/command.ts';

/** The guard calls missing and denied what `rolefit check` does, in the same words: of templates without parameters. */

const PLACE = { partition: 'aws', region: 'us-west-2', account: '123456789012' };
const WHERE = ['--region', PLACE.region, '--account', PLACE.account, '--partition', PLACE.partition];

const SEND =
  '{ Type: Task, Resource: "arn:aws:states:::sqs:sendMessage", Parameters: { QueueUrl: !Ref Queue, MessageBody: x }, End: true }';
const START =
  '{ Type: Task, Resource: "arn:aws:states:::states:startExecution.sync:2", Parameters: { StateMachineArn: !Ref Other }, End: true }';
const ANY =
  '{ Type: Task, Resource: "arn:aws:states:::lambda:invoke", Parameters: { FunctionName.$: $.name }, End: true }';
const SDK =
  '{ Type: Task, Resource: "arn:aws:states:::aws-sdk:dynamodb:query", Parameters: { TableName: !Ref Table }, End: true }';

const template = (state: string, statements: string, more = '') => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
      Policies: [{ PolicyName: p, PolicyDocument: { Version: "2012-10-17", Statement: [${statements}] } }]
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: { StartAt: A, States: { A: ${state} } }
  Queue: { Type: AWS::SQS::Queue${more} }
  Table: { Type: AWS::DynamoDB::Table, Properties: { TableName: t } }
  Other: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !GetAtt OtherRole.Arn, Definition: { StartAt: S, States: { S: { Type: Succeed } } } } }
  OtherRole: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } }
`;
const allow = (action: string, resource = '"*"', more = '') =>
  `{ Effect: Allow, Action: "${action}", Resource: ${resource}${more} }`;

const TEMPLATES: readonly (readonly [about: string, text: string])[] = [
  ['nothing is allowed', template(SEND, allow('s3:GetObject'))],
  ['the queue is allowed', template(SEND, allow('sqs:SendMessage', '!GetAtt Queue.Arn'))],
  [
    'the queue is denied',
    template(SEND, `${allow('sqs:*')}, { Effect: Deny, Action: sqs:SendMessage, Resource: "*" }`),
  ],
  ['another queue is allowed', template(SEND, allow('sqs:SendMessage', 'arn:aws:sqs:us-west-2:123456789012:other'))],
  [
    'a condition decides',
    template(SEND, allow('sqs:SendMessage', '"*"', ', Condition: { Bool: { "aws:SecureTransport": "true" } }')),
  ],
  [
    'the key of the queue is missing',
    template(SEND, allow('sqs:*'), ', Properties: { KmsMasterKeyId: !GetAtt Key.Arn } }\n  Key: { Type: AWS::KMS::Key'),
  ],
  ['part of a job is allowed', template(START, allow('states:StartExecution', '!Ref Other'))],
  [
    'any function may be called, and one is allowed',
    template(ANY, allow('lambda:InvokeFunction', 'arn:aws:lambda:us-west-2:123456789012:function:f')),
  ],
  ['the table is read by the SDK', template(SDK, allow('dynamodb:GetItem'))],
  ['too much is allowed', template(SDK, allow('dynamodb:*'))],
  ['a documented example', readFileSync('infra/example.yaml', 'utf8')],
];

interface Problem {
  readonly level: string;
  readonly code: string;
  readonly message: string;
}

describe('the guard and rolefit check agree', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolefit-guard-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [about, text] of TEMPLATES) {
    it(`where ${about}`, async () => {
      const file = join(folder, 'template.yaml');
      writeFileSync(file, text);
      const streams = {
        stdout: { isTTY: false, columns: undefined },
        stderr: { isTTY: false, columns: undefined, write: () => true },
        env: {},
      };
      const { stdout, status } = await runCheck([file, '--json', ...WHERE], streams);
      const problems: readonly Problem[] = JSON.parse(stdout).problems;
      const { notes } = judgementOf(await checkTemplate(text, PLACE));
      const ofCheck = problems
        .filter(({ code }) => /^(?:missing|denied)-permission$/.test(code))
        .map(({ code, message }) => [code, message]);
      const ofGuard = notes
        .filter(({ rule }) => /^(?:missing|denied)-permission$/.test(rule))
        .map(({ rule, text: said }) => [rule, said.replace(/^.*?: /, '')]);
      assert.deepEqual(ofGuard.toSorted(), ofCheck.toSorted());
      assert.equal(status === 1, ofGuard.length > 0);
      const isWide = problems.some(
        ({ code, level }) => /^(?:excess|wide)-permission$/.test(code) && level === 'warning',
      );
      assert.equal(
        notes.some(({ rule }) => rule === 'excess-permission'),
        isWide,
      );
    });
  }
});
