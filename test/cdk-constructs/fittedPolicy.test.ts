import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Aspects, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { InlineCode, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  CfnStateMachine,
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  DistributedMap,
  StateMachine,
  StateMachineType,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke, SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { FittedPolicy, FittedRole, fitRoles } from '../../src/cdk/index.ts';
import { isAllowed } from '../support/iam.ts';
import { definitionFile, differences, messages, synthesized, testApp } from './app.ts';
import { arnOf, policyOf } from './deployed.ts';

const NOTHING = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } });

function sends(queueUrl: string): DefinitionBody {
  const Parameters = { QueueUrl: queueUrl, MessageBody: 'a' };
  const Send = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters, End: true };
  return DefinitionBody.fromString(JSON.stringify({ StartAt: 'Send', States: { Send } }));
}

/** The resources of a type, by logical ID. */
function resources(
  template: string | undefined,
  type: string,
): Readonly<Record<string, { Properties: unknown; DependsOn?: string[] }>> {
  const all: Readonly<Record<string, { Type: string; Properties: unknown; DependsOn?: string[] }>> = JSON.parse(
    template ?? '{}',
  ).Resources;
  return Object.fromEntries(Object.entries(all).filter(([, { Type }]) => Type === type));
}

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
    const definition = sends('unused').bind;
    assert.ok(definition);
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

describe('FittedRole', () => {
  it('is the role of the deploy-time hook: tagged, without grants, and there before the state machine', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const queue = new Queue(stack, 'Queue');
    const role = new FittedRole(stack, 'Role', { driftMode: 'alert' });
    const definitionBody = DefinitionBody.fromChainable(
      new SqsSendMessage(stack, 'Send', { queue, messageBody: TaskInput.fromText('a') }),
    );
    new StateMachine(stack, 'Orders', { role, stateMachineName: 'orders', definitionBody, tracingEnabled: true });
    fitRoles(app);
    const text = synthesized(app)['Shop.template.json'];
    assert.deepEqual(resources(text, 'AWS::IAM::Policy'), {});
    const [[id = '', policy] = []] = Object.entries(resources(text, 'Custom::StateMachineRolePolicy'));
    const [machine] = Object.values(resources(text, 'AWS::StepFunctions::StateMachine'));
    assert.ok(machine?.DependsOn?.includes(id));
    const { DefinitionString } = Object(machine?.Properties);
    assert.deepEqual(policy?.Properties, {
      ServiceToken: { 'Fn::ImportValue': 'rolefit-ServiceToken' },
      RoleName: { Ref: 'Role1ABCC5F0' },
      PolicyName: 'rolefit-ShopOrdersA8B1F509',
      StateMachineName: 'orders',
      DefinitionString,
      Tracing: true,
      DriftMode: 'alert',
    });
    assert.match(JSON.stringify(resources(text, 'AWS::IAM::Role')), /"Key":"rolefit:managed","Value":"true"/);
  });

  it('reads the file of a definition, and the settings of the state machine', () => {
    const app = testApp();
    const stack = new Stack(app, 'Shop');
    const role = new FittedRole(stack, 'Role');
    const text = `${NOTHING}\n`;
    new StateMachine(stack, 'Orders', {
      role,
      definitionBody: DefinitionBody.fromFile(definitionFile('late.asl.json', text)),
      definitionSubstitutions: { A: 'b' },
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(new Key(stack, 'Key')),
      logs: { destination: new LogGroup(stack, 'Log') },
      stateMachineType: StateMachineType.EXPRESS,
    });
    const policies = resources(synthesized(app)['Shop.template.json'], 'Custom::StateMachineRolePolicy');
    const { ServiceToken, RoleName, PolicyName, ...settings } = Object(Object.values(policies)[0]?.Properties);
    assert.ok(ServiceToken && RoleName && PolicyName);
    assert.deepEqual(settings, {
      DefinitionString: text,
      DefinitionSubstitutions: { A: 'b' },
      Type: 'EXPRESS',
      Logging: true,
      KmsKeyArn: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] },
    });
  });

  it('warns where no state machine has it', () => {
    const app = testApp();
    const role = new FittedRole(new Stack(app, 'Shop'), 'Role');
    app.synth();
    assert.match(messages(role).join('\n'), /^warning .*\[ack: rolefit:unused-role\]$/m);
  });
});
