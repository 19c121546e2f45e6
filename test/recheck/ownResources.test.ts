import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Grant } from '../../src/grants/grant.ts';
import { withinLimits } from '../../src/recheck/limits.ts';
import { ownResources, reachesOwn, silences } from '../../src/recheck/ownResources.ts';
import { approvalDigest } from '../../src/role/rolefitPolicy.ts';
import { APIS } from '../conformance/apis.ts';
import { actionDetails } from '../support/authorization.ts';
import { fitStates, integration, task } from '../support/cases.ts';
import { machineArn, PLACE, roleArn, SETTINGS } from './world.ts';

const HERE = 'eu-west-1:111122223333';
const FUNCTION = `arn:aws:lambda:${HERE}:function:rolefit-DriftCheckFunction-AbCdEf123456`;
const own = ownResources(PLACE, `arn:aws:cloudformation:${HERE}:stack/rolefit/0a1b`, [
  FUNCTION,
  `arn:aws:sqs:${HERE}:rolefit-Changes-AbCdEf123456`,
  `arn:aws:s3:::rolefit-sweepbucket-abcdef123456`,
  `arn:aws:sns:${HERE}:rolefit-AlertTopic-AbCdEf123456`,
  `arn:aws:logs:${HERE}:log-group:rolefit-DriftCheckLogs-AbCdEf123456:*`,
]);

/** What separates a name from that of what belongs to it. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  lambda: [':'],
  logs: [':'],
  s3: ['/'],
  sns: [':'],
  states: [':', '/'],
};

/** Action, resource, whether it is refused. */
const CASES: readonly (readonly [string, string, boolean])[] = [
  // By name, whatever the action.
  ['lambda:InvokeFunction', FUNCTION, true],
  ['lambda:InvokeFunction', `${FUNCTION}:live`, true],
  ['lambda:GetFunction', `arn:aws:lambda:${HERE}:function:rolefit-DriftCheckFunction-*`, true],
  ['lambda:GetFunction', `arn:aws:lambda:${HERE}:function:*DriftCheck*`, true],
  ['lambda:GetFunction', `arn:aws:lambda:*:*:function:rolefit-*`, true],
  ['lambda:GetFunction', `*:function:rolefit-DriftCheckFunction-AbCdEf12345?`, true],
  ['sqs:SendMessage', `arn:aws:sqs:${HERE}:rolefit-*`, true],
  ['s3:GetObject', 'arn:aws:s3:::rolefit-sweepbucket-abcdef123456/fleet.json', true],
  ['s3:GetObject', 'arn:aws:s3:::rolefit-*/*', true],
  ['logs:PutRetentionPolicy', `arn:aws:logs:${HERE}:log-group:rolefit-DriftCheckLogs-AbCdEf123456`, true],
  ['states:StopExecution', `arn:aws:states:${HERE}:execution:rolefit-sweep:0a1b`, true],
  ['states:StopExecution', `arn:aws:states:${HERE}:execution:rolefit-sweep/Look:0a1b`, true],
  ['states:StopExecution', `arn:aws:states:${HERE}:execution:*-sweep:*`, true],
  ['states:UpdateMapRun', `arn:aws:states:${HERE}:mapRun:rolefit-sweep/Look:0a1b`, true],
  ['states:StartExecution', `arn:aws:states:${HERE}:stateMachine:rolefit-sweep`, true],
  ['events:DescribeRule', `arn:aws:events:${HERE}:rule/rolefit-sweep-0a1b`, true],
  ['cloudformation:DescribeStacks', `arn:aws:cloudformation:${HERE}:stack/rolefit/*`, true],
  // With a hole that takes in what separates the name from what is below it, too.
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:rolefit-D*T`, true],
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:*-AbCdEf123456:*`, true],
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:*-AbCdEf123456:live`, true],
  ['s3:DeleteObject', 'arn:aws:s3:::rolefit-s*n', true],
  ['s3:DeleteObject', 'arn:aws:s3:::*sweepbucket*/fleet.json', true],
  ['sns:Publish', `arn:aws:sns:${HERE}:rolefit-Alert*d`, true],
  ['logs:DeleteLogStream', `arn:aws:logs:${HERE}:log-group:rolefit-D*s`, true],
  ['states:StopExecution', `arn:aws:states:${HERE}:execution:rolefit-s*a`, true],
  ['states:UpdateMapRun', `arn:aws:states:${HERE}:mapRun:rolefit-s*a`, true],
  ['states:StartExecution', `arn:aws:states:${HERE}:stateMachine:rolefit-s*e`, true],
  // Others' names that only look like them.
  ['lambda:DeleteFunction', `arn:aws:lambda:${HERE}:function:rolefit-demo`, false],
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:*-jobs`, false],
  ['sqs:DeleteQueue', `arn:aws:sqs:${HERE}:*-jobs`, false],
  ['events:DisableRule', `arn:aws:events:${HERE}:rule/*-jobs`, false],
  ['cloudwatch:DeleteAlarms', `arn:aws:cloudwatch:${HERE}:alarm:*-jobs`, false],
  ['lambda:DeleteFunction', 'arn:aws:lambda:us-east-1:111122223333:function:*', false],
  ['sqs:DeleteQueue', `arn:aws:sqs:${HERE}:rolefit-Changes`, false],
  ['cloudwatch:DeleteAlarms', `arn:aws:cloudwatch:${HERE}:alarm:orders-*`, false],
  ['cloudformation:DeleteStack', `arn:aws:cloudformation:${HERE}:stack/rolefit-demo/*`, false],
  ['dynamodb:GetItem', `arn:aws:dynamodb:${HERE}:table/rolefit-sweep`, false],
  // Names that only a run tells: what silences for good is refused, all else is not.
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:*`, false],
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:*:*`, false],
  ['lambda:DeleteFunction', `arn:aws:lambda:${HERE}:function:*`, true],
  ['lambda:DeleteFunction', '*', true],
  ['lambda:PutFunctionConcurrency', `arn:aws:lambda:${HERE}:function:*`, true],
  ['lambda:ListFunctions', '*', false],
  ['sqs:SendMessage', `arn:aws:sqs:${HERE}:*`, false],
  ['sqs:PurgeQueue', `arn:aws:sqs:${HERE}:*`, true],
  ['sns:Publish', `arn:aws:sns:${HERE}:*`, false],
  ['sns:Unsubscribe', '*', true],
  ['s3:GetObject', 'arn:aws:s3:::*/*', false],
  ['s3:PutObject', 'arn:aws:s3:::*/report.csv', false],
  ['s3:PutObject', 'arn:aws:s3:::*-data/*', false],
  ['s3:PutObject', 'arn:aws:s3:::*-data', false],
  ['lambda:InvokeFunction', `arn:aws:lambda:${HERE}:function:*:live`, false],
  ['lambda:InvokeFunction', 'arn:aws:lambda:*:*:function:*', false],
  ['s3:PutLifecycleConfiguration', 'arn:aws:s3:::*', true],
  ['states:StopExecution', `arn:aws:states:${HERE}:execution:*:*`, false],
  ['states:StartExecution', `arn:aws:states:${HERE}:stateMachine:*`, false],
  ['states:DeleteStateMachine', `arn:aws:states:${HERE}:stateMachine:*`, true],
  ['events:PutRule', `arn:aws:events:${HERE}:rule/StepFunctionsGetEventsForECSTaskRule`, false],
  ['events:DisableRule', `arn:aws:events:${HERE}:rule/*`, true],
  ['events:DisableRule', `arn:aws:events:${HERE}:rule/default/*`, true],
  ['events:DescribeRule', `arn:aws:events:${HERE}:rule/default/*`, false],
  ['events:DescribeRule', `arn:aws:events:${HERE}:rule/default/rolefit-sweep-*`, true],
  ['cloudwatch:PutMetricData', '*', false],
  ['cloudwatch:DisableAlarmActions', `arn:aws:cloudwatch:${HERE}:alarm:*`, true],
  ['cloudwatch:PutAlarmMuteRule', `arn:aws:cloudwatch:${HERE}:alarm-mute-rule:quiet`, true],
  ['logs:DeleteLogGroup', `arn:aws:logs:${HERE}:log-group:*`, true],
];

describe('rolefit’s own resources', () => {
  for (const [action, resource, refused] of CASES) {
    it(`${refused ? 'are reached by' : 'are left alone by'} ${action} on ${resource}`, () =>
      assert.equal(reachesOwn(own, action, resource), refused));
  }

  /** Each by its first ARN, alone or with something below it. */
  const NAMES = own.flatMap(({ service, arns: [{ arn } = { arn: '' }] }) => [
    arn,
    ...(BELOW[service] ?? []).map((separator) => `${arn}${separator}0a1b`),
  ]);

  it('are reached by every pattern that has a hole in a name of theirs, which may end behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.nat(), fc.nat(), (name, from, length) => {
        // A hole anywhere behind the service; what it leaves of the name, if anything, tells it.
        const start = name.indexOf(':', 'arn:aws:'.length) + 1;
        const at = start + (from % (name.length - start));
        const holed = `${name.slice(0, at)}*${name.slice(at + (length % (name.length - at + 1)))}`;
        assert.ok(reachesOwn(own, 'lambda:DeleteFunction', holed), holed);
        const isNamed = name.slice(0, at).includes('rolefit-') && !name.includes('*');
        if (isNamed) assert.ok(reachesOwn(own, 'service:ReadSomething', holed), holed);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are silenced by actions that exist, spelled as IAM spells them', async () => {
    const refused = CASES.filter(([, , isRefused]) => isRefused).map(([action]) => action);
    for (const action of new Set(refused)) assert.equal((await actionDetails(action)).name, action);
  });

  it('stand in the way of no optimized integration, static or of names that only a run tells', () => {
    for (const [api, { patterns, args, keep = [] }] of Object.entries(APIS)) {
      for (const pattern of patterns) {
        for (const form of ['static', 'dynamic'] as const) {
          const { calls } = fitStates({ S: task(integration(api, pattern), args, { form, keep }) });
          assert.ok(calls.length > 0, api);
          for (const { actions, resources } of calls.flatMap(({ grants }) => grants)) {
            for (const action of actions)
              for (const { arn } of resources) assert.ok(!reachesOwn(own, action, arn), `${api}: ${action} on ${arn}`);
          }
        }
      }
    }
  });

  /** A mapping of one's own looks like rolefit's: only its UUID tells them apart. */
  const MEANT: readonly (readonly [string, string])[] = [
    ['lambda:UpdateEventSourceMapping', `arn:aws:lambda:${HERE}:event-source-mapping:0a1b`],
    ['sqs:PurgeQueue', `arn:aws:sqs:${HERE}:*`],
    ['lambda:PutFunctionConcurrency', '*'],
    ['logs:DeleteLogGroup', `arn:aws:logs:${HERE}:log-group:*`],
  ];

  for (const [action, arn] of MEANT) {
    it(`are what a deployment has asked for: ${action} on ${arn} is put back, and no other`, () => {
      const revision = { roleArn: roleArn('r'), definition: '{}', settings: {}, id: undefined };
      const reason = { kind: 'current' as const, machineArn: machineArn('m'), source: machineArn('m'), revision };
      const grant: Grant = { purpose: 'call', actions: [action], resources: [{ arn, origin: { kind: 'fixed' } }] };
      const judged = (approved: ReadonlySet<string>) =>
        withinLimits([{ reason, state: '/States/S', grant }], {
          ...SETTINGS,
          ownResources: own,
          approved,
          allowed: [],
          overflow: false,
        });
      assert.ok(silences(action));
      assert.equal(judged(new Set([approvalDigest(action, arn, undefined)])).refused.length, 0);
      for (const approved of [new Set<string>(), new Set([approvalDigest(action, `${arn}0`, undefined)])])
        assert.match(judged(approved).refused[0]?.why ?? '', /rolefit's own/);
    });
  }
});
