import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Aspects, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, DistributedMap, StateMachine, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { FittedPolicy, fitRoles } from '../../src/cdk/index.ts';
import { isAllowed } from '../support/iam.ts';
import { definitionFile, differences, messages, NOTHING, resources, sends, synthesized, testApp } from './app.ts';
import { arnOf, policyOf } from './deployed.ts';

const VIA_SQS = { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' };

describe('what a definition calls in another stack', () => {
  for (const isOld of [false, true]) {
    it(`is granted by the import, with its key, in ${isOld ? 'an old' : 'a new'} app`, async () => {
      const app = testApp({}, isOld);
      const data = new Stack(app, 'Data');
      const shop = new Stack(app, 'Shop');
      const encryptionMasterKey = new Key(data, 'Key');
      const queue = new Queue(data, 'Queue', { encryptionMasterKey });
      // Only an import tells this stack which key it is.
      new Queue(shop, 'Own', { encryptionMasterKey });
      new StateMachine(shop, 'Orders', { definitionBody: sends(queue.queueUrl) });
      fitRoles(app);
      const templates = synthesized(app);
      const policy = policyOf(templates, 'Shop.template.json', /^Orders/);
      const [resource, key] = [arnOf('sqs', 'Queue4A7E3555'), arnOf('kms', 'key/Key961B73FD')];
      assert.ok(isAllowed(policy, { action: 'sqs:SendMessage', resource }));
      assert.ok(!isAllowed(policy, { action: 'sqs:SendMessage', resource: arnOf('sqs', 'other') }));
      assert.ok(isAllowed(policy, { action: 'kms:GenerateDataKey', resource: key, context: VIA_SQS }));
      assert.deepEqual(await differences(app), { lacks: [], tooMuch: [] });
      assert.deepEqual(synthesized(app), templates);
    });
  }

  it("is granted to another stack's role, by a policy in the state machine's stack", async () => {
    const app = testApp();
    const roles = new Stack(app, 'Roles');
    const shop = new Stack(app, 'Shop');
    const role = new Role(roles, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const queue = new Queue(shop, 'Queue');
    new StateMachine(shop, 'Orders', { role, definitionBody: sends(queue.queueUrl) });
    fitRoles(app);
    const templates = synthesized(app);
    const [policy] = Object.values(resources(templates['Shop.template.json'], 'AWS::IAM::Policy'));
    assert.match(JSON.stringify(policy?.Properties), /"Fn::GetAtt":\["Queue.*"Roles":\[\{"Fn::/);
    assert.deepEqual(resources(templates['Roles.template.json'], 'AWS::IAM::Policy'), {});
  });

  it('is granted in a stage, with a definition from a file', async () => {
    const app = testApp();
    const stage = new Stage(app, 'Prod', { env: { account: '111122223333', region: 'eu-west-1' } });
    const shop = new Stack(stage, 'Shop');
    const Resource = 'arn:aws:states:::dynamodb:getItem';
    const Get = { Type: 'Task', Resource, Parameters: { TableName: 'orders', Key: {} }, End: true };
    const file = definitionFile('stage.asl.json', JSON.stringify({ StartAt: 'Get', States: { Get } }));
    new StateMachine(shop, 'Orders', { definitionBody: DefinitionBody.fromFile(file) });
    fitRoles(stage);
    const [text] = Object.values(synthesized(app));
    assert.match(text ?? '', /"Resource": "arn:aws:dynamodb:eu-west-1:111122223333:table\/orders"/);
    assert.deepEqual(await differences(app), { lacks: [], tooMuch: [] });
  });

  it('is granted in a nested stack, whose parameter it is', async () => {
    const app = testApp();
    const shop = new Stack(app, 'Shop');
    const queue = new Queue(shop, 'Queue', { encryption: QueueEncryption.UNENCRYPTED });
    const nested = new NestedStack(shop, 'Nested');
    const stateMachine = new StateMachine(nested, 'Orders', { definitionBody: sends(queue.queueUrl) });
    fitRoles(app);
    synthesized(app);
    const { lacks, tooMuch } = await differences(app);
    assert.deepEqual({ lacks, tooMuch }, { lacks: [], tooMuch: [] });
    assert.deepEqual(
      messages(stateMachine).filter((each) => each.startsWith('error')),
      [],
    );
  });
});

describe('the state machine waits for its policy', () => {
  it('but not for what names the state machine itself', async () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const queue = new Queue(stack, 'Queue');
    const map = new DistributedMap(stack, 'Each');
    map.itemProcessor(new SqsSendMessage(stack, 'Send', { queue, messageBody: TaskInput.fromText('a') }));
    new StateMachine(stack, 'Orders', { definitionBody: DefinitionBody.fromChainable(map) });
    fitRoles(stack);
    const templates = synthesized(app);
    const [machine] = Object.values(resources(templates['Shop.template.json'], 'AWS::StepFunctions::StateMachine'));
    const policies = Object.keys(resources(templates['Shop.template.json'], 'AWS::IAM::Policy'));
    const waits = machine?.DependsOn ?? [];
    assert.deepEqual(
      policies.filter((id) => id.includes('Fitted')).map((id) => [id.replace(/[0-9A-F]{8}$/, ''), waits.includes(id)]),
      [
        ['OrdersFittedPolicy', true],
        ['OrdersFittedPolicyOwnExecutions', false],
      ],
    );
    const policy = policyOf(templates, 'Shop.template.json', /^Orders/);
    const id = 'OrdersA9B65338';
    for (const [action, resource] of [
      ['states:StartExecution', `stateMachine:${id}`],
      ['states:DescribeExecution', `execution:${id}:run`],
      ['states:RedriveExecution', `execution:${id}/Each:run`],
    ] as const) {
      assert.ok(isAllowed(policy, { action, resource: arnOf('states', resource) }), action);
    }
    assert.deepEqual((await differences(app)).lacks, []);
  });

  it('and has none where it calls nothing', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    new StateMachine(stack, 'Orders', { definitionBody: DefinitionBody.fromString(NOTHING) });
    fitRoles(app);
    const templates = synthesized(app);
    assert.deepEqual(resources(templates['Shop.template.json'], 'AWS::IAM::Policy'), {});
    const [machine] = Object.values(resources(templates['Shop.template.json'], 'AWS::StepFunctions::StateMachine'));
    assert.deepEqual(machine?.DependsOn, ['OrdersRoleF1878990']);
  });
});

describe('a policy is made when the template is written', () => {
  it('so it has what is added and changed after it, also by aspects', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const queue = new Queue(stack, 'Queue');
    const stateMachine = new StateMachine(stack, 'Orders', { definitionBody: sends(queue.queueUrl) });
    new FittedPolicy(stack, 'Policy', { stateMachine });
    const key = new Key(stack, 'Key');
    Aspects.of(stack).add({
      visit: (node) => {
        if (node instanceof CfnQueue) node.kmsMasterKeyId = key.keyArn;
      },
    });
    const policy = policyOf(synthesized(app), 'Shop.template.json', /^Orders/);
    const resource = arnOf('kms', 'key/Key961B73FD');
    assert.ok(isAllowed(policy, { action: 'kms:GenerateDataKey', resource, context: VIA_SQS }));
  });

  it('and resolves to the same while an aspect looks at it', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const queue = new Queue(stack, 'Queue');
    new StateMachine(stack, 'Orders', { definitionBody: sends(queue.queueUrl) });
    fitRoles(app);
    const seen: string[] = [];
    Aspects.of(stack).add(
      {
        visit: (node) => {
          if ('policyDocument' in node) seen.push(JSON.stringify(stack.resolve(node.policyDocument)));
        },
      },
      { priority: 900 },
    );
    const text = synthesized(app)['Shop.template.json'];
    const [policy] = Object.values(resources(text, 'AWS::IAM::Policy'));
    assert.ok(
      seen.some((each) => JSON.stringify(policy?.Properties).includes(each)),
      seen.join('\n'),
    );
  });
});
