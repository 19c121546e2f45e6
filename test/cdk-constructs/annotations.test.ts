import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Annotations, Stack, Stage } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { CfnStateMachine, DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { fitRoles } from '../../src/cdk/index.ts';
import { messages, NOTHING, sends, testApp } from './app.ts';

describe('the CDK shows', () => {
  function shown(make: (stack: Stack) => StateMachine, options = {}): readonly string[] {
    const app = testApp();
    const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    const stateMachine = make(stack);
    fitRoles(app, options);
    app.synth();
    return messages(stateMachine);
  }

  it('findings on the state machine, which can be acknowledged by their codes', () => {
    const body = DefinitionBody.fromString(
      JSON.stringify({
        StartAt: 'Get',
        States: {
          Get: {
            Type: 'Task',
            Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
            Parameters: { 'Bucket.$': '$.bucket', Key: 'a' },
            End: true,
          },
        },
      }),
    );
    const make = (stack: Stack) => new StateMachine(stack, 'Orders', { definitionBody: body });
    const [first = ''] = shown(make).filter((each) => each.includes('dynamic-resource'));
    assert.match(first, /^warning Get: .* \[ack: rolefit:dynamic-resource\]$/);
    const acknowledged = (stack: Stack) => {
      const stateMachine = make(stack);
      Annotations.of(stateMachine).acknowledgeWarning('rolefit:dynamic-resource', 'any bucket is meant');
      return stateMachine;
    };
    assert.deepEqual(
      shown(acknowledged).filter((each) => each.includes('dynamic-resource')),
      [],
    );
  });

  it('an error for a call that nobody knows, and for a definition that cannot be read', () => {
    const of = (text: string) =>
      shown((stack) => new StateMachine(stack, 'Orders', { definitionBody: DefinitionBody.fromString(text) }));
    const unknown = NOTHING.replace('"Succeed"', '"Task","Resource":"arn:aws:states:::acme:go","End":true');
    assert.match(of(unknown).join('\n'), /^error A: .*acme.* \[rolefit:unknown-integration\]$/m);
    assert.match(of('{').join('\n'), /^error The role is not fitted: .*\[rolefit:unreadable-definition\]$/m);
  });

  it('no option of the command line', () => {
    const states = {
      Run: {
        Type: 'Task',
        Resource: 'arn:aws:states:::ecs:runTask',
        Parameters: { TaskDefinition: 'nightly', LaunchType: 'FARGATE' },
        Next: 'Query',
      },
      Query: {
        Type: 'Task',
        Resource: 'arn:aws:states:::athena:startQueryExecution',
        Parameters: { QueryString: 'SELECT 1', WorkGroup: 'primary' },
        Credentials: { RoleArn: 'arn:aws:iam::111122223333:role/other' },
        Next: 'Ask',
      },
      Ask: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sqs:sendMessagePlease', Parameters: {}, End: true },
    };
    const body = DefinitionBody.fromString(JSON.stringify({ StartAt: 'Run', States: states }));
    const all = shown((stack) => new StateMachine(stack, 'Orders', { definitionBody: body }));
    assert.ok(all.length > 3, all.join('\n'));
    assert.doesNotMatch(all.join('\n'), /--[a-z]/);
  });

  it('a warning for a role that is imported', () => {
    const withRole = (mutable: boolean) => (stack: Stack) =>
      new StateMachine(stack, 'Orders', {
        role: Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/orders', { mutable }),
        definitionBody: sends('https://sqs.eu-west-1.amazonaws.com/111122223333/orders'),
      });
    assert.match(shown(withRole(true)).join('\n'), /^warning .*is attached to it.*\[ack: rolefit:imported-role\]$/m);
    assert.match(shown(withRole(false)).join('\n'), /^warning .*nothing is granted.*\[ack: rolefit:imported-role\]$/m);
  });

  it('a warning for a state machine that has no construct of its own', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const made = new CfnStateMachine(stack, 'Orders', {
      roleArn: 'arn:aws:iam::111122223333:role/a',
      definitionString: NOTHING,
    });
    fitRoles(app);
    app.synth();
    assert.match(messages(made).join('\n'), /^warning .*\[ack: rolefit:not-fitted\]$/m);
  });

  it('an exception where fitRoles() would leave a stage out', () => {
    const app = testApp();
    const stage = new Stage(app, 'Prod');
    new StateMachine(new Stack(stage, 'Shop'), 'Orders', { definitionBody: DefinitionBody.fromString(NOTHING) });
    fitRoles(app);
    assert.throws(() => app.synth(), /does not reach into the stage Prod/);
  });
});
