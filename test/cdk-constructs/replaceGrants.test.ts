import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { InlineCode, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, DistributedMap, StateMachine, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { fitRoles } from '../../src/cdk/index.ts';
import { differences, messages, NOTHING, resources, synthesized, testApp } from './app.ts';

describe('replaceGrants', () => {
  const code = { code: new InlineCode('x'), handler: 'index.handler', runtime: Runtime.NODEJS_22_X };

  function app(add: (stateMachine: StateMachine, stack: Stack) => void = () => undefined) {
    const made = testApp();
    const stack = new Stack(made, 'Shop');
    const queue = new Queue(stack, 'Queue', { encryption: QueueEncryption.KMS });
    const lambdaFunction = new LambdaFunction(stack, 'Function', code);
    const map = new DistributedMap(stack, 'Each');
    map.itemProcessor(new SqsSendMessage(stack, 'Send', { queue, messageBody: TaskInput.fromText('a') }));
    const stateMachine = new StateMachine(stack, 'Orders', {
      definitionBody: DefinitionBody.fromChainable(new LambdaInvoke(stack, 'Call', { lambdaFunction }).next(map)),
    });
    add(stateMachine, stack);
    fitRoles(made, { replaceGrants: true });
    return { app: made, stateMachine };
  }

  it("puts what the definition needs in the place of the constructs' grants", async () => {
    const { app: made, stateMachine } = app((machine) => {
      machine.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: ['*'] }));
    });
    const templates = synthesized(made);
    const policies = resources(templates['Shop.template.json'], 'AWS::IAM::Policy');
    assert.deepEqual(
      Object.keys(policies).map((id) => id.replace(/[0-9A-F]{8}$/, '')),
      ['FunctionServiceRoleDefaultPolicy', 'OrdersRoleDefaultPolicy', 'OrdersDistributedMapPolicy'].filter((id) =>
        Object.keys(policies).some((each) => each.startsWith(id)),
      ),
    );
    assert.deepEqual(await differences(made), { lacks: [], tooMuch: [] });
    assert.deepEqual(
      messages(stateMachine).filter((each) => each.startsWith('error')),
      [],
    );
    assert.doesNotMatch(templates['Shop.template.json'] ?? '', /GenerateDataKey\*|dynamodb:GetItem/);
    assert.deepEqual(synthesized(made), templates);
  });

  for (const [what, add, message] of [
    [
      'a key that nothing shows to be unneeded',
      (machine: StateMachine, stack: Stack) => new Key(stack, 'Other').grantDecrypt(machine),
      /kms:Decrypt on .*Other/,
    ],
    [
      'a Deny',
      (machine: StateMachine) =>
        machine.addToRolePolicy(PolicyStatement.fromJson({ Effect: 'Deny', Action: 's3:*', Resource: '*' })),
      /the Deny of s3:\* on \*/,
    ],
    [
      'what another state machine with the same role needs',
      (machine: StateMachine, stack: Stack) =>
        new StateMachine(stack, 'Second', { role: machine.role, definitionBody: DefinitionBody.fromString(NOTHING) }),
      /Second.* may use the role, too/,
    ],
  ] as const) {
    it(`names what would be lost and replaces nothing: ${what}`, async () => {
      const { app: made, stateMachine } = app(add);
      const text = synthesized(made)['Shop.template.json'] ?? '';
      const errors = messages(stateMachine).filter((each) => each.startsWith('error'));
      assert.match(errors.join('\n'), message);
      assert.match(text, /GenerateDataKey\*/);
      assert.deepEqual((await differences(made)).lacks, []);
    });
  }
});
