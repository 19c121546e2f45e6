import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Role } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { fitRoles, RolefitValidator } from '../../src/cdk/index.ts';
import { testApp } from './app.ts';

function orders(scope: Construct, queue: Queue, props = {}): StateMachine {
  const Parameters = { QueueUrl: '${QueueUrl}', MessageBody: 'a' };
  const Send = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters, End: true };
  return new StateMachine(scope, 'Orders', {
    definitionBody: DefinitionBody.fromString(JSON.stringify({ StartAt: 'Send', States: { Send } })),
    definitionSubstitutions: { QueueUrl: queue.queueUrl },
    ...props,
  });
}

/** What a plugin is handed for a synthesized app, and what it reports. */
function reported(make: (stack: Stack) => void, scope: (app: Construct) => Construct = (app) => app) {
  const app = testApp();
  make(new Stack(scope(app), 'Shop'));
  const templatePaths = app.synth().stacksRecursively.map(({ templateFullPath }) => templateFullPath);
  const { success, violations } = new RolefitValidator().validate({ templatePaths, appConstruct: app });
  const said = violations.map(({ ruleName, severity, violatingResources }) => [
    severity,
    ruleName,
    ...violatingResources.map(({ resourceLogicalId, locations }) => `${resourceLogicalId} ${locations}`),
  ]);
  return { success, said, violations, templatePaths };
}

describe('RolefitValidator', () => {
  it('fails where a permission is missing, and says where, why and what to do', () => {
    const { success, said, violations, templatePaths } = reported((stack) => orders(stack, new Queue(stack, 'Queue')));
    assert.equal(success, false);
    assert.deepEqual(said, [['error', 'missing-permission', 'OrdersA9B65338 Properties.RoleArn']]);
    const [violation] = violations;
    assert.match(violation?.description ?? '', /sqs:SendMessage on .*Queue.* is not allowed: Send fails/);
    assert.match(violation?.fix ?? '', /fitRoles/);
    assert.equal(violation?.violatingResources[0]?.templatePath, templatePaths[0]);
  });

  const QUIET: Readonly<Record<string, (stack: Stack) => void>> = {
    'fitted roles': (stack) => {
      orders(stack, new Queue(stack, 'Queue'));
      fitRoles(stack);
    },
    'an app without a state machine': (stack) => void new Queue(stack, 'Queue'),
  };
  for (const [what, make] of Object.entries(QUIET)) {
    it(`says nothing about ${what}`, () => {
      const { success, said } = reported(make);
      assert.deepEqual({ success, said }, { success: true, said: [] });
    });
  }

  it('warns of what is too much, at the policy, and of a role that it cannot read', () => {
    const wide = reported((stack) => {
      const queue = new Queue(stack, 'Queue');
      queue.grantSendMessages(orders(stack, queue));
    });
    assert.equal(wide.success, true);
    assert.deepEqual(wide.said, [
      ['warning', 'excess-permission', 'OrdersRoleDefaultPolicyDF5DE915 Properties.PolicyDocument'],
    ]);
    const imported = reported((stack) => {
      const role = Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/orders', { mutable: false });
      orders(stack, new Queue(stack, 'Queue'), { role });
    });
    assert.equal(imported.success, true);
    assert.ok(imported.said.some(([severity, rule]) => severity === 'warning' && rule === 'unchecked-role'));
  });

  it('reads stages and nested stacks as well', () => {
    const stage = reported(
      (stack) => orders(stack, new Queue(stack, 'Queue')),
      (app) => new Stage(app, 'Prod'),
    );
    assert.equal(stage.success, false);
    const nested = reported((stack) => orders(new NestedStack(stack, 'Nested'), new Queue(stack, 'Queue')));
    assert.deepEqual(
      nested.said.map(([, rule]) => rule),
      ['missing-permission'],
    );
  });

  it('stops the synthesis with the construct in the CDK’s report', () => {
    const app = testApp({ policyValidationBeta1: [new RolefitValidator()] });
    const stack = new Stack(app, 'Shop');
    orders(stack, new Queue(stack, 'Queue'));
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'test';
    try {
      assert.throws(() => app.synth(), /Shop\/Orders\/Resource/);
    } finally {
      if (before === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = before;
    }
  });
});
