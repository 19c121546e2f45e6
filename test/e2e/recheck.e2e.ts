import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStacksCommand,
  type Output,
} from '@aws-sdk/client-cloudformation';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateRoleCommand,
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { type Emulator, startEmulator } from '../../scripts/emulator.ts';

/**
 * The re-check on a real emulator: its own bundles, rules, queue and sweep. The emulator does not put CloudTrail's
 * records on the bus, so the tests put them there as AWS documents them.
 */

let emulator: Emulator;
let cloudformation: CloudFormationClient;
let iam: IAMClient;
let sfn: SFNClient;
let events: EventBridgeClient;
let outputs: ReadonlyMap<string, string>;
let inbox = '';

const EVE = 'arn:aws:iam::111122223333:user/eve';

before(async () => {
  emulator = await startEmulator();
  const { client } = emulator;
  cloudformation = new CloudFormationClient(client);
  iam = new IAMClient(client);
  sfn = new SFNClient(client);
  events = new EventBridgeClient(client);
  emulator.sam('build');
  emulator.sam('deploy', '--parameter-overrides', 'GraceSeconds=0', 'SweepSettleSeconds=1');
  const found = await outputsOf('rolefit');
  outputs = new Map(found.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  inbox = await listen(new SNSClient(client), outputs.get('AlertTopicArn') ?? '');
});
after(() => emulator?.stop());

async function outputsOf(StackName: string): Promise<readonly Output[]> {
  for (;;) {
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName }));
    const [stack] = Stacks ?? [];
    if (stack?.StackStatus?.endsWith('COMPLETE')) return stack.Outputs ?? [];
    assert.doesNotMatch(stack?.StackStatus ?? '', /FAILED|ROLLBACK/);
    await sleep(200);
  }
}

/** Amazon SQS by its JSON protocol: a client would be a dependency for two requests. */
async function sqs(action: string, body: object): Promise<{ readonly [field: string]: unknown }> {
  const response = await fetch(emulator.endpoint, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'x-amz-target': `AmazonSQS.${action}`,
      'content-type': 'application/x-amz-json-1.0',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261124/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=0',
    },
  });
  const text = await response.text();
  assert.equal(response.status, 200, `${action}: ${text}`);
  return JSON.parse(text);
}

/** A queue that gets what the topic sends. */
async function listen(sns: SNSClient, TopicArn: string): Promise<string> {
  const { QueueUrl } = await sqs('CreateQueue', { QueueName: 'inbox' });
  const Endpoint = 'arn:aws:sqs:eu-west-1:111122223333:inbox';
  await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes: { RawMessageDelivery: 'true' } }),
  );
  return String(QueueUrl);
}

/** The messages that have arrived since the last call, in one text, when one of them matches. */
async function message(expected: RegExp): Promise<string> {
  let text = '';
  await until(
    async () => {
      const { Messages } = await sqs('ReceiveMessage', {
        QueueUrl: inbox,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
      });
      for (const one of Array.isArray(Messages) ? Messages : []) {
        text += `${one.Body}\n`;
        await sqs('DeleteMessage', { QueueUrl: inbox, ReceiptHandle: one.ReceiptHandle });
      }
      return expected.test(text);
    },
    () => `no message ${expected} in: ${text}`,
  );
  return text;
}

/** Waits until something holds; a minute at most, as the product promises. */
async function until(holds: () => Promise<boolean>, otherwise: () => string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, otherwise());
    await sleep(300);
  }
}

/** What CloudTrail would put on the bus. */
async function recorded(service: 'states' | 'iam', eventName: string, requestParameters: object): Promise<void> {
  const detail = {
    eventVersion: '1.09',
    userIdentity: { type: 'IAMUser', principalId: 'AIDA', arn: EVE, accountId: '111122223333', userName: 'eve' },
    eventTime: new Date().toISOString(),
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: service === 'iam' ? 'us-east-1' : 'eu-west-1',
    sourceIPAddress: '192.0.2.1',
    requestParameters,
    responseElements: null,
    eventType: 'AwsApiCall',
    managementEvent: true,
  };
  const entry = { Source: `aws.${service}`, DetailType: 'AWS API Call via CloudTrail', Detail: JSON.stringify(detail) };
  const { FailedEntryCount } = await events.send(new PutEventsCommand({ Entries: [entry] }));
  assert.equal(FailedEntryCount, 0);
}

/** Changes a definition in the console. */
async function edit(stateMachineArn: string, definition: string): Promise<void> {
  await sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
  await recorded('states', 'UpdateStateMachine', { stateMachineArn, definition: 'HIDDEN_DUE_TO_SECURITY_REASONS' });
}

const waiting = { Type: 'Wait', Seconds: 3600 };

/** Waits for an hour, then reads these tables. */
function reading(...tables: readonly string[]): string {
  const states = tables.map((TableName, index) => {
    const next = index === tables.length - 1 ? { End: true } : { Next: `S${index + 1}` };
    return [
      `S${index}`,
      { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName }, ...next },
    ];
  });
  return JSON.stringify({
    StartAt: 'Wait',
    States: { Wait: { ...waiting, Next: 'S0' }, ...Object.fromEntries(states) },
  });
}

/** A stack with a role, the hook on it, and a state machine; gives the state machine's ARN. */
async function deploy(name: string, DefinitionString: string, properties: object = {}): Promise<string> {
  const TemplateBody = JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: name,
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
          },
          Tags: [{ Key: 'rolefit:managed', Value: 'true' }],
        },
      },
      Policy: {
        Type: 'Custom::StateMachineRolePolicy',
        DependsOn: 'Role',
        Properties: {
          ServiceToken: outputs.get('ServiceToken'),
          RoleName: name,
          StateMachineName: name,
          DefinitionString,
          SettleSeconds: 0,
          ...properties,
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        DependsOn: 'Policy',
        Properties: { StateMachineName: name, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, DefinitionString },
      },
    },
    Outputs: { Machine: { Value: { Ref: 'Machine' } } },
  });
  await cloudformation.send(
    new CreateStackCommand({ StackName: name, TemplateBody, Capabilities: ['CAPABILITY_NAMED_IAM'] }),
  );
  const [machine] = await outputsOf(name);
  return machine?.OutputValue ?? '';
}

async function stackId(StackName: string): Promise<string> {
  const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName }));
  return Stacks?.[0]?.StackId ?? '';
}

async function document(RoleName: string): Promise<string> {
  const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
  if (PolicyNames.length === 0) return '';
  const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'rolefit' }));
  return decodeURIComponent(PolicyDocument);
}

async function tablesOf(role: string): Promise<string> {
  return [...(await document(role)).matchAll(/table\/([a-z]+)/g)]
    .map(([, name = '']) => name)
    .toSorted()
    .join();
}

/** The role reads these tables, or does within a minute. */
async function reads(role: string, tables: string): Promise<void> {
  await until(
    async () => (await tablesOf(role)) === tables,
    () => `${role} does not read ${tables}`,
  );
}

async function sweep(): Promise<void> {
  const stateMachineArn = outputs.get('SweepStateMachineArn') ?? '';
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn }));
  let status = 'RUNNING';
  await until(
    async () => {
      const execution = await sfn.send(new DescribeExecutionCommand({ executionArn }));
      status = `${execution.status} ${execution.cause ?? ''}`;
      return !status.startsWith('RUNNING');
    },
    () => 'the sweep did not end',
  );
  assert.equal(status.trim(), 'SUCCEEDED');
}

describe('after the deploy', () => {
  it('a definition is changed: the role gets what the new one needs, and keeps what the old one needs until its last execution has ended', async () => {
    const machine = await deploy('orders', reading('old'));
    const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn: machine }));
    await edit(machine, reading('new'));
    await reads('orders', 'new,old');
    await sweep();
    assert.equal(await tablesOf('orders'), 'new,old');
    await sfn.send(new StopExecutionCommand({ executionArn }));
    // What has just been heard of waits for the next sweep.
    await sleep(3_000);
    await sweep();
    assert.equal(await tablesOf('orders'), 'new');
  });

  it('a permission is removed by hand: it is put back, and a message says what would have happened', async () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::ecs:runTask.sync',
      Parameters: { TaskDefinition: 'report' },
    };
    const definition = JSON.stringify({ StartAt: 'RunReport', States: { RunReport: { ...task, End: true } } });
    // The task definition's roles are not known: iam:PassRole is on a wildcard.
    await deploy('reports', definition, { AllowGuardedActions: ['iam:PassRole'] });
    const before = await document('reports');
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'reports', PolicyName: 'rolefit' }));
    await recorded('iam', 'DeleteRolePolicy', { roleName: 'reports', policyName: 'rolefit' });
    const text = await message(/ecs:DescribeTasks/);
    assert.match(
      text,
      /reports lost ecs:DescribeTasks, purpose poll: a lost event would leave RunReport hanging for ever/,
    );
    assert.match(text, /It was put back \(DeleteRolePolicy by arn:aws:iam::111122223333:user\/eve\)/);
    assert.equal(await document('reports'), before);
  });

  it('with DriftMode alert it is only reported', async () => {
    await deploy('watched', reading('a'), { DriftMode: 'alert' });
    await iam.send(new DeleteRolePolicyCommand({ RoleName: 'watched', PolicyName: 'rolefit' }));
    await recorded('iam', 'DeleteRolePolicy', { roleName: 'watched', policyName: 'rolefit' });
    const text = await message(/watched lost/);
    assert.match(
      text,
      /watched lost dynamodb:GetItem, purpose call: S0 fails with AccessDenied\. It was not put back \(DriftMode: alert\)/,
    );
    assert.equal(await document('watched'), '');
  });

  it('a definition suddenly wants iam:AttachUserPolicy: nothing is granted, and the message says who changed what', async () => {
    const machine = await deploy('grabs', reading('a'));
    const before = await document('grabs');
    const Parameters = { UserName: 'eve', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
    const grab = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:iam:attachUserPolicy', Parameters, End: true };
    await edit(machine, JSON.stringify({ StartAt: 'Grab', States: { Grab: grab } }));
    const text = await message(/AttachUserPolicy/);
    assert.match(text, /grabs wants iam:AttachUserPolicy on arn:aws:iam::111122223333:user\/\*?eve/);
    assert.match(
      text,
      /not granted, since it changes who may do what \(UpdateStateMachine by arn:aws:iam::111122223333:user\/eve\)\. If it is meant, deploy the definition, with iam:AttachUserPolicy in AllowGuardedActions\./,
    );
    assert.equal(await document('grabs'), before);
  });

  it('a request that is not CloudFormation’s own does nothing, whoever may send it', async () => {
    await deploy('forged', reading('a'));
    const before = await document('forged');
    const lambda = outputs.get('ServiceToken') ?? '';
    const url = `${emulator.endpoint}/2015-03-31/functions/${encodeURIComponent(lambda)}/invocations`;
    const authorization =
      'AWS4-HMAC-SHA256 Credential=test/20261124/eu-west-1/lambda/aws4_request, SignedHeaders=host, Signature=0';
    const grab = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:iam:attachUserPolicy', End: true };
    const forge = async (StackId: string, LogicalResourceId: string, ResourceType: string) => {
      const body = JSON.stringify({
        RequestType: 'Create',
        ServiceToken: lambda,
        ResponseURL: `${emulator.endpoint}/nowhere`,
        StackId,
        RequestId: 'r',
        LogicalResourceId,
        ResourceType,
        ResourceProperties: {
          ServiceToken: lambda,
          RoleName: 'forged',
          AllowGuardedActions: ['iam:AttachUserPolicy'],
          DefinitionString: JSON.stringify({ StartAt: 'Grab', States: { Grab: grab } }),
        },
      });
      const response = await fetch(url, { method: 'POST', body, headers: { authorization } });
      assert.equal(response.status, 200);
    };
    const custom = 'Custom::StateMachineRolePolicy';
    await forge(await stackId('forged'), 'Policy', custom);
    // A stack that CloudFormation works on for some time, with a bucket.
    const TemplateBody = JSON.stringify({
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket' },
        Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
        Wait: {
          Type: 'AWS::CloudFormation::WaitCondition',
          DependsOn: 'Bucket',
          Properties: { Handle: { Ref: 'Handle' }, Timeout: '60' },
        },
      },
    });
    await cloudformation.send(new CreateStackCommand({ StackName: 'busy', TemplateBody }));
    const busy = await stackId('busy');
    await Promise.all([
      forge(busy, '.*', ''),
      forge(busy, 'Resources', 'AWS::S3::Bucket'),
      forge(busy, 'Bucket', custom),
      forge(busy, 'Wait', 'AWS::CloudFormation::WaitCondition'),
    ]);
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: busy }));
    assert.equal(Stacks?.[0]?.StackStatus, 'CREATE_IN_PROGRESS');
    assert.equal(await document('forged'), before);
  });

  it('a role without the tag is never written, whatever uses it', async () => {
    const trust = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    };
    await iam.send(new CreateRoleCommand({ RoleName: 'foreign', AssumeRolePolicyDocument: JSON.stringify(trust) }));
    const { stateMachineArn = '' } = await sfn.send(
      new CreateStateMachineCommand({
        name: 'foreign',
        definition: reading('a'),
        roleArn: 'arn:aws:iam::111122223333:role/foreign',
      }),
    );
    await edit(stateMachineArn, reading('b'));
    await sweep();
    assert.equal(await document('foreign'), '');
  });

  it('changes that cannot be checked wait in the dead-letter queue', async () => {
    const { Attributes } = await sqs('GetQueueAttributes', {
      QueueUrl: outputs.get('ChangesQueueUrl'),
      AttributeNames: ['RedrivePolicy'],
    });
    assert.match(JSON.stringify(Attributes), /DeadLetters.*maxReceiveCount/);
  });

  it('each part can be switched off', () => {
    for (const parameters of [['DriftCheck=disabled'], ['Sweep=disabled', 'Alarms=disabled', 'Dashboard=disabled']]) {
      assert.match(
        emulator.sam('deploy', '--parameter-overrides', ...parameters),
        /Successfully created\/updated stack/,
      );
    }
  });
});
