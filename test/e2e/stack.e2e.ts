import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import {
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListPoliciesCommand,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { type Emulator, startEmulator } from '../../scripts/emulator.ts';

/** rolefit's own stack and a user's stack on a real emulator, with the bundles that are deployed. */

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

let emulator: Emulator;
let cloudformation: CloudFormationClient;
let iam: IAMClient;
let serviceToken = '';

before(async () => {
  emulator = await startEmulator();
  const { client } = emulator;
  cloudformation = new CloudFormationClient(client);
  iam = new IAMClient(client);
});
after(() => emulator?.stop());

const ROLE = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    Tags: [{ Key: 'rolefit:managed', Value: 'true' }],
  },
};

function role(name: string): object {
  return { ...ROLE, Properties: { ...ROLE.Properties, RoleName: name } };
}

const WAITING = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });

/** A stack with roles, the hook on one of them, and a state machine that needs it. */
function template(tables: readonly string[], roleName = 'orders', extra: object = {}): string {
  const states = tables.map((TableName, index) => {
    const next = index === tables.length - 1 ? { End: true } : { Next: `S${index + 1}` };
    return [
      `S${index}`,
      { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName }, ...next },
    ];
  });
  const DefinitionString = JSON.stringify({ StartAt: 'S0', States: Object.fromEntries(states) });
  return JSON.stringify({
    Resources: {
      First: role('orders'),
      Second: role('orders-next'),
      Policy: {
        Type: 'Custom::StateMachineRolePolicy',
        DependsOn: ['First', 'Second'],
        Properties: {
          ServiceToken: serviceToken,
          RoleName: roleName,
          DefinitionString,
          SettleSeconds: 0,
          Tracing: false,
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        DependsOn: 'Policy',
        Properties: { RoleArn: `arn:aws:iam::111122223333:role/${roleName}`, DefinitionString: WAITING },
      },
      ...extra,
    },
  });
}

async function settled(StackName: string): Promise<string> {
  for (;;) {
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName }));
    const status = Stacks?.[0]?.StackStatus ?? '';
    if (!status.endsWith('IN_PROGRESS')) return status;
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function update(TemplateBody: string): Promise<string> {
  await cloudformation.send(
    new UpdateStackCommand({ StackName: 'user', TemplateBody, Capabilities: ['CAPABILITY_NAMED_IAM'] }),
  );
  return settled('user');
}

async function documentsOf(RoleName: string): Promise<readonly string[]> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  const documents: string[] = [];
  for (const PolicyName of PolicyNames) {
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    documents.push(decodeURIComponent(PolicyDocument));
  }
  return documents;
}

async function tablesOf(RoleName: string): Promise<readonly string[]> {
  const documents = await documentsOf(RoleName);
  return documents
    .flatMap((text) => [...text.matchAll(/table\/([a-z0-9-]+)/g)].map(([, name = '']) => name))
    .toSorted();
}

describe('on the emulator', () => {
  it('sam validate --lint, sam build and sam deploy put rolefit in place', async () => {
    const templates = [
      'template.yaml',
      'infra/alarms.yaml',
      'infra/dashboard.yaml',
      'infra/forward-iam-events.yaml',
      'infra/guard.yaml',
    ];
    for (const file of templates) {
      assert.match(emulator.sam('validate', '--lint', '--template-file', file), /is a valid SAM Template/);
    }
    emulator.sam('build');
    emulator.sam('deploy');
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: 'rolefit' }));
    const output = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'ServiceToken');
    serviceToken = output?.OutputValue ?? '';
    assert.match(serviceToken, /^arn:aws:lambda:eu-west-1:111122223333:function:/);
  });

  it('the example stack is deployed by the SAM CLI, and its role has what the workflow needs', async () => {
    const options = ['--capabilities', 'CAPABILITY_IAM', '--resolve-s3', '--no-confirm-changeset'];
    emulator.sam('deploy', '--template-file', 'infra/example.yaml', '--stack-name', 'example', ...options);
    const { Policies = [] } = await iam.send(new ListPoliciesCommand({ Scope: 'Local' }));
    assert.deepEqual(Policies, []);
    const machine = 'arn:aws:states:eu-west-1:111122223333:stateMachine:example-orders';
    const resource = { StackName: 'example', LogicalResourceId: 'OrdersRolePolicy' };
    const { StackResourceDetail } = await cloudformation.send(new DescribeStackResourceCommand(resource));
    const [roleName = ''] = StackResourceDetail?.PhysicalResourceId?.split('/') ?? [];
    const [document = ''] = await documentsOf(roleName);
    for (const part of ['lambda:InvokeFunction', 'sqs:SendMessage', 'dynamodb:UpdateItem', 's3:GetObject', machine]) {
      assert.ok(document.includes(part), part);
    }
  });

  it('rolefit check reads the deployed state machine, its role and its policies', async () => {
    const machine = 'arn:aws:states:eu-west-1:111122223333:stateMachine:example-orders';
    const env = { ...process.env, ...emulator.environment, AWS_ENDPOINT_URL: emulator.endpoint };
    const check = (...args: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'check', ...args], {
        encoding: 'utf8',
        env,
      });
      return { status, text: stdout + stderr };
    };
    const whole = check(machine);
    assert.match(whole.text, /1 state machine checked/);
    assert.equal(whole.status, 0, whole.text);
    const simulated = check(machine, '--simulate');
    assert.match(simulated.text, /simulated\n[\s\S]* call: [1-9]/);
    assert.equal(simulated.status, 0, simulated.text);
    const resource = { StackName: 'example', LogicalResourceId: 'OrdersRolePolicy' };
    const { StackResourceDetail } = await cloudformation.send(new DescribeStackResourceCommand(resource));
    const [roleName = ''] = StackResourceDetail?.PhysicalResourceId?.split('/') ?? [];
    const other = check('examples/order-fulfilment.asl.json', '--role', roleName, '--region', 'eu-west-1');
    assert.match(other.text, /missing\n[\s\S]*sns:Publish|missing\n[\s\S]*dynamodb:UpdateItem/);
    assert.equal(other.status, 1);
    assert.match(
      check(`${machine}-none`).text,
      /^rolefit: check: .*example-orders-none does not exist in this account\n$/,
    );
  });

  it('create', async () => {
    const TemplateBody = template(['a']);
    await cloudformation.send(
      new CreateStackCommand({ StackName: 'user', TemplateBody, Capabilities: ['CAPABILITY_NAMED_IAM'] }),
    );
    assert.equal(await settled('user'), 'CREATE_COMPLETE');
    assert.deepEqual(await tablesOf('orders'), ['a']);
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'orders' }));
    assert.ok(Role?.Tags?.some(({ Key }) => Key === 'rolefit:policy:rolefit'));
  });

  it('update', async () => {
    assert.equal(await update(template(['a', 'b'])), 'UPDATE_COMPLETE');
    assert.deepEqual(await tablesOf('orders'), ['a', 'b']);
  });

  it('no change: a deployment that changes something else leaves the policy as it is', async () => {
    const before = await documentsOf('orders');
    const topic = { Topic: { Type: 'AWS::SNS::Topic' } };
    assert.equal(await update(template(['a', 'b'], 'orders', topic)), 'UPDATE_COMPLETE');
    assert.deepEqual(await documentsOf('orders'), before);
  });

  it('a policy that is too long for inline moves to managed policies, and back', async () => {
    const many = Array.from({ length: 80 }, (_, index) => `table-${String(index).padStart(200, '0')}`);
    assert.equal(await update(template(many)), 'UPDATE_COMPLETE');
    assert.deepEqual(await documentsOf('orders'), []);
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'orders' }));
    assert.ok(AttachedPolicies.length > 1);
    assert.equal(await update(template(['a', 'b'])), 'UPDATE_COMPLETE');
    assert.deepEqual(await tablesOf('orders'), ['a', 'b']);
    const { Policies = [] } = await iam.send(new ListPoliciesCommand({ PathPrefix: '/rolefit/orders/' }));
    assert.deepEqual(Policies, []);
  });

  it('rollback of a failing update restores the earlier policy', async () => {
    const broken = {
      Broken: {
        Type: 'Custom::StateMachineRolePolicy',
        DependsOn: 'Machine',
        Properties: { ServiceToken: serviceToken, RoleName: 'orders', PolicyName: 'other', DefinitionString: '{' },
      },
    };
    assert.equal(await update(template(['c'], 'orders', broken)), 'UPDATE_ROLLBACK_COMPLETE');
    assert.deepEqual(await tablesOf('orders'), ['a', 'b']);
  });

  it('replacement of the role: the new one gets the policy, the old one loses it', async () => {
    assert.equal(await update(template(['a', 'b'], 'orders-next')), 'UPDATE_COMPLETE');
    assert.deepEqual([await tablesOf('orders'), await tablesOf('orders-next')], [[], ['a', 'b']]);
  });

  it('delete, with the role deleted by hand before', async () => {
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'orders-next', PolicyName: 'rolefit' }));
    await iam.send(new DeleteRoleCommand({ RoleName: 'orders-next' }));
    await cloudformation.send(new DeleteStackCommand({ StackName: 'user' }));
    for (;;) {
      const { Stacks } = await cloudformation
        .send(new DescribeStacksCommand({ StackName: 'user' }))
        .catch(() => ({ Stacks: [] }));
      const status = Stacks?.[0]?.StackStatus ?? 'DELETE_COMPLETE';
      assert.doesNotMatch(status, /FAILED/);
      if (status === 'DELETE_COMPLETE') break;
      await new Promise((done) => setTimeout(done, 200));
    }
  });
});
