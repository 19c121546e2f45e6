import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { approvalDigest } from '../../src/role/rolefitPolicy.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, contextOf, reading } from './hook.ts';
import {
  addRole,
  CHECK_ROLE,
  context,
  EVE,
  type Functions,
  HERE,
  LISTED,
  listFleet,
  loadFunctions,
  look,
  lookAgain,
  machineArn,
  queued,
  recorded,
  roleArn,
  updated,
} from './recheck.ts';

const aws = new EmbeddedAws();
let functions: Functions;
let name = '';
let count = 0;

before(async () => {
  await aws.start();
  functions = await loadFunctions(aws.endpoint);
});
after(() => aws.stop());
beforeEach(() => {
  name = `flow-${count++}`;
  aws.messages.length = 0;
  aws.fault = () => undefined;
  process.env['BUCKET'] = 'sweep';
  process.env['CEILING'] = '';
  process.env['WILDCARDS'] = 'deployed';
  process.env['REQUIRED_BOUNDARY'] = '';
});

const TABLE = `arn:aws:dynamodb:${HERE}:table`;

function addMachine(definition: string, more: object = {}): void {
  aws.states.machines.set(machineArn(name), { name, type: 'STANDARD', definition, roleArn: roleArn(name), ...more });
}

function check(event: object): Promise<unknown> {
  return functions.check(event, context());
}

function allowed(): readonly string[] {
  return [...allowedBy(aws.iam.stateOf(name), name)].toSorted();
}

function tables(): readonly string[] {
  return allowed().map((line) => line.replace(`dynamodb:GetItem ${TABLE}/`, ''));
}

function writes(): readonly string[] {
  return aws.calls
    .filter(({ service, action, role }) => service === 'iam' && role === name && !/^(Get|List)/.test(action))
    .map(({ action }) => action);
}

/** A role whose policy is right. */
async function settled(definition: string, deployment = {}): Promise<void> {
  addRole(aws, name, deployment);
  addMachine(definition);
  await check(updated(name));
  aws.messages.length = 0;
}

/** Both looks of a sweep. */
async function sweep(): Promise<void> {
  await firstLook();
  await lookAgain(aws, functions, name);
}

async function firstLook(): Promise<void> {
  listFleet(aws, { [name]: [machineArn(name)] });
  await look(aws, functions, name);
}

describe('an API call that CloudTrail has recorded', () => {
  it('gives the role what a changed definition needs, and leaves what it had', async () => {
    await settled(reading('old'));
    addMachine(reading('new'), { revisionId: 'r2' });
    await check(updated(name));
    assert.deepEqual(tables(), ['new', 'old']);
    assert.deepEqual(aws.messages, [], 'a new definition is no drift');
  });

  for (const [call, parameters, answer] of [
    ['CreateStateMachine', { name: 'x' }, 'stateMachineArn'],
    ['PublishStateMachineVersion', { stateMachineArn: '' }, undefined],
    ['UpdateStateMachineAlias', { stateMachineAliasArn: ':live' }, undefined],
    ['CreateStateMachineAlias', { name: 'live' }, 'stateMachineAliasArn'],
    ['TagResource', { resourceArn: '' }, undefined],
    ['RedriveExecution', { executionArn: ':execution' }, undefined],
  ] as const) {
    it(`finds the state machine of ${call}`, async () => {
      addRole(aws, name);
      addMachine(reading('a'));
      const ofMachine = (suffix: string) =>
        suffix === ':execution' ? `arn:aws:states:${HERE}:execution:${name}:run` : machineArn(name) + suffix;
      const given = Object.fromEntries(
        Object.entries(parameters).map(([key, suffix]) => [key, key.endsWith('Arn') ? ofMachine(suffix) : suffix]),
      );
      const responseElements = answer === undefined ? null : { [answer]: machineArn(name) };
      await check(queued(recorded(call, given, { responseElements })));
      assert.deepEqual(tables(), ['a']);
    });
  }

  it('of a state machine that is gone changes nothing', async () => {
    addRole(aws, name);
    await check(queued(recorded('DeleteStateMachine', { stateMachineArn: machineArn(name) })));
    assert.deepEqual(writes(), []);
  });

  for (const [what, event] of [
    [
      'that failed',
      () => recorded('UpdateStateMachine', { stateMachineArn: machineArn(name) }, { errorCode: 'AccessDenied' }),
    ],
    [
      'of rolefit itself',
      () =>
        recorded(
          'PutRolePolicy',
          { roleName: name },
          { userIdentity: { type: 'AssumedRole', sessionContext: { sessionIssuer: { arn: CHECK_ROLE } } } },
        ),
    ],
    ['that names nothing', () => recorded('PutRolePolicy', {})],
  ] as const) {
    it(`${what} changes nothing`, async () => {
      addRole(aws, name);
      addMachine(reading('a'));
      await check(queued(event()));
      assert.deepEqual(writes(), []);
    });
  }

  it('serves a version that an alias routes to', async () => {
    addRole(aws, name);
    addMachine(reading('new'), { revisionId: 'r2' });
    aws.states.machines.set(`${machineArn(name)}:1`, {
      name,
      definition: reading('old'),
      roleArn: roleArn(name),
      revisionId: 'r1',
    });
    aws.states.routes.set(machineArn(name), `${machineArn(name)}:1`);
    await check(queued(recorded('UpdateStateMachineAlias', { stateMachineAliasArn: `${machineArn(name)}:live` })));
    assert.deepEqual(tables(), ['new', 'old']);
  });

  it('serves a role that the state machine has left, as long as an execution runs with it', async () => {
    const other = `${name}-before`;
    addRole(aws, name);
    addRole(aws, other);
    addMachine(reading('new'), { revisionId: 'r2' });
    const revision = { definition: reading('old'), roleArn: roleArn(other), revisionId: 'r1', updateDate: 1 };
    aws.states.executions.set(machineArn(name), [
      { executionArn: `arn:aws:states:${HERE}:execution:${name}:1`, startDate: 2, revision },
    ]);
    await check(updated(name));
    assert.deepEqual(tables(), ['new']);
    assert.deepEqual([...allowedBy(aws.iam.stateOf(other), other)], [`dynamodb:GetItem ${TABLE}/old`]);
  });

  it('is refused, with one line, where it is something else', async () => {
    await assert.rejects(
      check({ source: 'aws.s3' }),
      /neither an API call that CloudTrail has recorded nor an item of the sweep/,
    );
  });
});

describe('a change by hand', () => {
  const removed = () => queued(recorded('DeleteRolePolicy', { roleName: name, policyName: 'rolefit' }));

  it('is put right, and told with its consequence and who did it', async () => {
    await settled(reading('a'));
    aws.iam.deleteInline(name, 'rolefit');
    listFleet(aws, { [name]: [machineArn(name)] });
    await check(removed());
    assert.deepEqual(tables(), ['a']);
    const [message] = aws.messages;
    assert.equal(
      message?.subject,
      `rolefit: ${name} lost dynamodb:GetItem, purpose call: S0 fails with AccessDenied. It was put back (DeleteRolePolicy by ${EVE}).`.slice(
        0,
        100,
      ),
    );
    assert.match(
      message?.text ?? '',
      new RegExp(
        `lost dynamodb:GetItem, purpose call: S0 fails with AccessDenied\\. It was put back \\(DeleteRolePolicy by ${EVE}\\)`,
      ),
    );
  });

  it('is only told with DriftMode alert', async () => {
    addRole(aws, name, { driftMode: 'alert' });
    addMachine(reading('a'));
    listFleet(aws, { [name]: [machineArn(name)] });
    await check(removed());
    assert.deepEqual(writes(), []);
    assert.match(aws.messages[0]?.text ?? '', /It was not put back \(DriftMode: alert\)/);
  });

  it('is put right where there is no sweep: all state machines are asked for their role', async () => {
    process.env['BUCKET'] = '';
    await settled(reading('a'));
    aws.iam.deleteInline(name, 'rolefit');
    await check(removed());
    assert.deepEqual(tables(), ['a']);
  });

  it('of a managed policy is found by its path', async () => {
    addRole(aws, name);
    addMachine(reading('a'));
    listFleet(aws, { [name]: [machineArn(name)] });
    const policyArn = `arn:aws:iam::111122223333:policy/rolefit/${name}/rolefit-0123456789abcdef`;
    await check(queued(recorded('CreatePolicyVersion', { policyArn, setAsDefault: true })));
    assert.deepEqual(tables(), ['a']);
  });

  it('that widens rolefit’s own policy is taken back by the sweep', async () => {
    await settled(reading('a'));
    aws.iam.putInline(
      name,
      'rolefit',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    );
    await sweep();
    assert.deepEqual(tables(), ['a']);
  });

  it('that adds another policy is left alone', async () => {
    await settled(reading('a'));
    aws.iam.putInline(
      name,
      'by-hand',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}',
    );
    await sweep();
    assert.ok(allowed().includes('s3:GetObject *'));
  });
});

describe('the sweep', () => {
  it('takes away what nothing needs, at the second look', async () => {
    await settled(reading('old'));
    addMachine(reading('new'), { revisionId: 'r2' });
    await firstLook();
    assert.deepEqual(tables(), ['new', 'old']);
    await sweep();
    assert.deepEqual(tables(), ['new']);
  });

  it('leaves what a running execution needs, until it has ended', async () => {
    await settled(reading('old'));
    addMachine(reading('new'), { revisionId: 'r2' });
    const executionArn = `arn:aws:states:${HERE}:execution:${name}:1`;
    const revision = { definition: reading('old'), roleArn: roleArn(name), revisionId: 'r1', updateDate: 1 };
    aws.states.executions.set(machineArn(name), [{ executionArn, startDate: 2, revision }]);
    await sweep();
    assert.deepEqual(tables(), ['new', 'old']);
    aws.states.executions.set(machineArn(name), []);
    await sweep();
    assert.deepEqual(tables(), ['new']);
  });

  it('takes nothing away at the second look where the definition has changed in between', async () => {
    await settled(reading('old'));
    addMachine(reading('new'), { revisionId: 'r2' });
    await firstLook();
    addMachine(reading('newer'), { revisionId: 'r3' });
    await lookAgain(aws, functions, name);
    assert.deepEqual(tables(), ['new', 'newer', 'old']);
  });

  it('takes nothing away from a state machine that came after the list', async () => {
    await settled(reading('a', 'b'));
    addMachine(reading('a'), { revisionId: 'r2' });
    await firstLook();
    const late = `${name}-late`;
    aws.states.machines.set(machineArn(late), {
      name: late,
      definition: reading('b'),
      roleArn: roleArn(name),
      creationDate: 1_700_000_100,
    });
    await lookAgain(aws, functions, name);
    assert.deepEqual(tables(), ['a', 'b']);
  });

  it('takes nothing away from a state machine that has moved to the role after the list', async () => {
    await settled(reading('a', 'b'));
    addMachine(reading('a'), { revisionId: 'r2' });
    await firstLook();
    const moved = `${name}-moved`;
    aws.states.machines.set(machineArn(moved), {
      name: moved,
      definition: reading('b'),
      roleArn: roleArn(name),
      revisionId: 'r2',
    });
    await check(updated(moved));
    await lookAgain(aws, functions, name);
    assert.deepEqual(tables(), ['a', 'b']);
  });

  it('takes nothing away at the second look where an event has come in between: an alias may have been to and fro', async () => {
    await settled(reading('old'));
    addMachine(reading('new'), { revisionId: 'r2' });
    await firstLook();
    await check(updated(name));
    await lookAgain(aws, functions, name);
    assert.deepEqual(tables(), ['new', 'old']);
    await sweep();
    assert.deepEqual(tables(), ['new']);
  });

  it('takes nothing away from a version of a state machine that has moved to another role', async () => {
    await settled(reading('old'));
    const next = `${name}-next`;
    addRole(aws, next);
    aws.states.machines.set(`${machineArn(name)}:1`, {
      name,
      definition: reading('old'),
      roleArn: roleArn(name),
      revisionId: 'r1',
    });
    aws.states.routes.set(machineArn(name), `${machineArn(name)}:1`);
    aws.states.machines.set(machineArn(name), {
      name,
      definition: reading('new'),
      roleArn: roleArn(next),
      revisionId: 'r2',
    });
    const other = `${name}-other`;
    aws.states.machines.set(machineArn(other), { name: other, definition: reading('b'), roleArn: roleArn(name) });
    // No event has told of it, and the list knows the current role only.
    aws.objects.clear();
    listFleet(aws, { [name]: [machineArn(other)], [next]: [machineArn(name)] });
    await look(aws, functions, name);
    await look(aws, functions, next);
    await lookAgain(aws, functions, name);
    assert.deepEqual(tables(), ['b', 'old']);
  });

  it('that has been overtaken by another one does nothing', async () => {
    await settled(reading('a'));
    listFleet(aws, { [name]: [] });
    const before = writes().length;
    await check({ role: name, listed: LISTED - 1 });
    assert.equal(writes().length, before);
  });

  it('takes nothing away for an hour after a deployment', async () => {
    await settled(reading('a', 'b'), { deployedAt: Math.floor(Date.now() / 1000) - 60 });
    addMachine(reading('a'), { revisionId: 'r2' });
    await sweep();
    assert.deepEqual(tables(), ['a', 'b']);
  });

  it('takes nothing away while a definition is not understood, and tells of it', async () => {
    await settled(reading('a', 'b'));
    addMachine(reading('a').replace('dynamodb:getItem', 'dynamodb:getMiracle'), { revisionId: 'r2' });
    await sweep();
    assert.deepEqual(tables(), ['a', 'b']);
    await check(updated(name));
    assert.match(
      aws.messages.at(-1)?.text ?? '',
      /may need more than it has: flow-\d+, state \/States\/S0: dynamodb:getMiracle is no optimized integration/,
    );
  });

  it('leaves a role that no state machine uses as it is: one may be on its way', async () => {
    await settled(reading('a'));
    aws.states.machines.delete(machineArn(name));
    await sweep();
    assert.deepEqual(tables(), ['a']);
  });

  it('keeps the key of a bucket that only the template tells of', async () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
    const definition = JSON.stringify({
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          Label: 'Each',
          ItemReader: {
            Resource: 'arn:aws:states:::s3:getObject',
            ReaderConfig: { InputType: 'JSON' },
            Parameters: { Bucket: 'data', Key: 'a.json' },
          },
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'P',
            States: { P: { Type: 'Pass', End: true } },
          },
          End: true,
        },
      },
    });
    await settled(definition, { bucketKeys: { data: key } });
    assert.ok(allowed().includes(`kms:Decrypt ${key}`));
    await sweep();
    assert.ok(allowed().includes(`kms:Decrypt ${key}`));
  });
});

describe('what goes wrong', () => {
  it('is told and thrown, so that the queue delivers the change again', async () => {
    addRole(aws, name);
    addMachine(reading('a'));
    aws.fault = ({ action, role }) =>
      action === 'PutRolePolicy' && role === name ? { kind: 'refuse', code: 'AccessDenied', status: 403 } : undefined;
    await assert.rejects(check(updated(name)), /access denied for iam:PutRolePolicy/);
    assert.match(aws.messages[0]?.text ?? '', /could not be checked: access denied for iam:PutRolePolicy/);
    aws.fault = () => undefined;
    await check(updated(name));
    assert.deepEqual(tables(), ['a']);
  });

  it('takes too long: that is told, too', async () => {
    addRole(aws, name);
    addMachine(reading('a'));
    aws.fault = ({ action }) => (action === 'ListRolePolicies' ? { kind: 'silence' } : undefined);
    await assert.rejects(
      functions.check(updated(name), contextOf(16_000)),
      /the check took longer than the function may/,
    );
    aws.fault = () => undefined;
    assert.match(aws.messages[0]?.text ?? '', /could not be checked: the check took longer/);
  });

  it('with a key that the function may not use is told as such, takes nothing away, and is tried again', async () => {
    addRole(aws, name);
    addMachine(reading('a'));
    aws.fault = ({ action, text }) =>
      action === 'DescribeStateMachine' && !text.includes('METADATA_ONLY')
        ? { kind: 'refuse', code: 'KmsAccessDeniedException', status: 400 }
        : undefined;
    await assert.rejects(check(updated(name)), /flow-\d+ cannot be read: .*StateMachineKeyArns/);
    assert.deepEqual(writes(), []);
    assert.match(aws.messages[0]?.text ?? '', /flow-\d+ cannot be read: .*StateMachineKeyArns/);
  });

  it('is not told of a state machine that cannot be read where the role is none of rolefit’s', async () => {
    aws.iam.createRole(name, { tags: [['team', 'orders']] });
    addMachine(reading('a'));
    aws.fault = ({ action, text }) =>
      action === 'DescribeStateMachine' && !text.includes('METADATA_ONLY')
        ? { kind: 'refuse', code: 'KmsAccessDeniedException', status: 400 }
        : undefined;
    await check(updated(name));
    assert.deepEqual(aws.messages, []);
  });
});

describe('one bad neighbour: a state machine of a shared role that cannot be read', () => {
  const neighbour = () => `bad-${name}`;
  const denied = (code: string, status: number, call = 'DescribeStateMachine') => {
    // What is not encrypted can be read: https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html
    aws.fault = ({ action, text }) =>
      action === call && text.includes(neighbour()) && !text.includes('METADATA_ONLY')
        ? { kind: 'refuse', code, status }
        : undefined;
  };
  const REASONS: Readonly<Record<string, () => void>> = {
    'its key may not be used': () => denied('KmsAccessDeniedException', 400),
    'its key is throttled': () => denied('KmsThrottlingException', 400),
    'it may not be described': () => denied('AccessDeniedException', 400),
    'its executions cannot be listed': () => denied('InternalFailure', 400, 'ListExecutions'),
    'its definition does not parse': () => addNeighbour('{'),
    'its definition is of another shape': () => addNeighbour('{"StartAt":[],"States":{"S":7}}'),
  };

  function addNeighbour(definition: string): void {
    const record = { name: neighbour(), definition, roleArn: roleArn(name), revisionId: 'r1' };
    aws.states.machines.set(machineArn(neighbour()), record);
  }

  for (const [why, spoil] of Object.entries(REASONS)) {
    it(`${why}: the others are served, nothing is taken away, and it is named`, async () => {
      await settled(reading('old', 'theirs'));
      addNeighbour(reading('theirs'));
      spoil();
      addMachine(reading('new'), { revisionId: 'r2' });
      await check(updated(name));
      assert.deepEqual(tables(), ['new', 'old', 'theirs']);
      aws.messages.length = 0;
      listFleet(aws, { [name]: [machineArn(name), machineArn(neighbour())] });
      await look(aws, functions, name);
      await lookAgain(aws, functions, name);
      assert.deepEqual(tables(), ['new', 'old', 'theirs']);
      assert.match(aws.messages[0]?.text ?? '', new RegExp(`${neighbour()} cannot be read: .*nothing is taken away`));
    });

    it(`${why}: it counts as a failure, whose alarm tells people to look`, async (t) => {
      await settled(reading('a'));
      addNeighbour(reading('theirs'));
      spoil();
      listFleet(aws, { [name]: [machineArn(name), machineArn(neighbour())] });
      const told: string[] = [];
      const write = t.mock.method(process.stdout, 'write', (chunk: unknown) => told.push(String(chunk)) > 0);
      await look(aws, functions, name);
      write.mock.restore();
      assert.ok(
        told.some((line) => line.includes('"Failures":1')),
        told.join(''),
      );
    });

    it(`${why}: what is removed by hand from the others is put back`, async () => {
      await settled(reading('a'));
      addNeighbour(reading('theirs'));
      spoil();
      listFleet(aws, { [name]: [machineArn(name), machineArn(neighbour())] });
      aws.iam.deleteInline(name, 'rolefit');
      await check(queued(recorded('DeleteRolePolicy', { roleName: name, policyName: 'rolefit' })));
      assert.ok(tables().includes('a'));
    });
  }
});

/** Who can do what to whom through rolefit: docs/threat-model.md names each of these. */
describe('threat model: a definition is untrusted input', () => {
  const attach = { UserName: 'eve', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
  const task = (resource: string, parameters: object, more: object = {}) =>
    JSON.stringify({
      StartAt: 'Grab',
      States: { Grab: { Type: 'Task', Resource: resource, Parameters: parameters, End: true, ...more } },
    });
  const GRABS: readonly (readonly [string, string, RegExp])[] = [
    ['iam:AttachUserPolicy', task('arn:aws:states:::aws-sdk:iam:attachUserPolicy', attach), /iam:/],
    [
      'organizations:LeaveOrganization',
      task('arn:aws:states:::aws-sdk:organizations:leaveOrganization', {}),
      /organizations:/,
    ],
    [
      'iam:PassRole of a role that was not deployed',
      task('arn:aws:states:::ecs:runTask', { TaskDefinition: 't', Overrides: { TaskRoleArn: roleArn('admin') } }),
      /iam:PassRole/,
    ],
    [
      'iam:PassRole through an SDK call',
      task('arn:aws:states:::aws-sdk:lambda:createFunction', { FunctionName: 'f', Role: roleArn('admin'), Code: {} }),
      /iam:PassRole/,
    ],
    [
      'sts:AssumeRole through Credentials',
      task(
        'arn:aws:states:::sqs:sendMessage',
        { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q', MessageBody: 'x' },
        { Credentials: { RoleArn: roleArn('admin') } },
      ),
      /sts:AssumeRole/,
    ],
    [
      's3:PutBucketPolicy',
      task('arn:aws:states:::aws-sdk:s3:putBucketPolicy', { Bucket: 'b', Policy: '{}' }),
      /s3:PutBucketPolicy/,
    ],
    [
      'kms:PutKeyPolicy',
      task('arn:aws:states:::aws-sdk:kms:putKeyPolicy', { KeyId: '1', Policy: '{}' }),
      /kms:PutKeyPolicy/,
    ],
    [
      'lambda:UpdateFunctionCode',
      task('arn:aws:states:::aws-sdk:lambda:updateFunctionCode', { FunctionName: 'admin' }),
      /lambda:UpdateFunctionCode/,
    ],
    [
      'states:UpdateStateMachine',
      task('arn:aws:states:::aws-sdk:sfn:updateStateMachine', { StateMachineArn: machineArn('other') }),
      /states:UpdateStateMachine/,
    ],
    [
      'ssm:SendCommand',
      task('arn:aws:states:::aws-sdk:ssm:sendCommand', { DocumentName: 'AWS-RunShellScript', InstanceIds: ['i-1'] }),
      /ssm:SendCommand/,
    ],
    [
      'cloudtrail:StopLogging',
      task('arn:aws:states:::aws-sdk:cloudtrail:stopLogging', { Name: 'trail' }),
      /cloudtrail:StopLogging/,
    ],
    [
      'codebuild:StartCommandExecution',
      task('arn:aws:states:::aws-sdk:codebuild:startCommandExecution', { SandboxId: 's', Command: 'id' }),
      /codebuild:StartCommandExecution/,
    ],
    [
      'ssm:RegisterTaskWithMaintenanceWindow, without a role',
      task('arn:aws:states:::aws-sdk:ssm:registerTaskWithMaintenanceWindow', {
        WindowId: 'mw-1',
        TaskArn: 'AWS-RunShellScript',
        TaskType: 'RUN_COMMAND',
      }),
      /ssm:RegisterTaskWithMaintenanceWindow/,
    ],
    [
      'ec2:CreateLaunchTemplateVersion',
      task('arn:aws:states:::aws-sdk:ec2:createLaunchTemplateVersion', {
        LaunchTemplateId: 'lt-1',
        LaunchTemplateData: { UserData: 'x' },
      }),
      /ec2:CreateLaunchTemplateVersion/,
    ],
    [
      'code with a role that is in place',
      task('arn:aws:states:::aws-sdk:apprunner:updateService', { ServiceArn: `arn:aws:apprunner:${HERE}:service/s/1` }),
      /apprunner:UpdateService/,
    ],
    [
      'a role that no iam:PassRole is asked for',
      task('arn:aws:states:::emr-containers:startJobRun', {
        VirtualClusterId: 'v',
        ExecutionRoleArn: roleArn('admin'),
        ReleaseLabel: 'emr-7',
        JobDriver: {},
      }),
      /emr-containers:StartJobRun/,
    ],
    [
      'credentials of a role that is in place',
      task('arn:aws:states:::aws-sdk:deadline:assumeFleetRoleForRead', { FarmId: 'farm-1', FleetId: 'fleet-1' }),
      /deadline:AssumeFleetRoleForRead/,
    ],
    [
      'a password',
      task('arn:aws:states:::aws-sdk:redshift:getClusterCredentials', { ClusterIdentifier: 'c', DbUser: 'admin' }),
      /redshift:GetClusterCredentials/,
    ],
    [
      'a resource policy that the reference calls a write',
      task('arn:aws:states:::aws-sdk:kinesis:putResourcePolicy', {
        ResourceARN: `arn:aws:kinesis:${HERE}:stream/s`,
        Policy: '{}',
      }),
      /kinesis:PutResourcePolicy/,
    ],
    [
      'cloudformation:DeleteStack',
      task('arn:aws:states:::aws-sdk:cloudformation:deleteStack', { StackName: 'network' }),
      /cloudformation:DeleteStack/,
    ],
    [
      'a user pool’s users',
      task('arn:aws:states:::aws-sdk:cognitoidentityprovider:adminSetUserPassword', {
        UserPoolId: 'eu-west-1_pool',
        Username: 'admin',
        Password: 'x',
      }),
      /cognito-idp:AdminSetUserPassword/,
    ],
    [
      'what stops a watcher',
      task('arn:aws:states:::aws-sdk:securityhub:disableSecurityHub', {}),
      /securityhub:DisableSecurityHub/,
    ],
    [
      'logs:DeleteLogGroup',
      task('arn:aws:states:::aws-sdk:cloudwatchlogs:deleteLogGroup', { LogGroupName: '/audit' }),
      /logs:DeleteLogGroup/,
    ],
    [
      'a guarded call inside a Map inside a Parallel',
      JSON.stringify({
        StartAt: 'P',
        States: {
          P: {
            Type: 'Parallel',
            Branches: [
              {
                StartAt: 'M',
                States: {
                  M: {
                    Type: 'Map',
                    ItemProcessor: JSON.parse(task('arn:aws:states:::aws-sdk:iam:attachUserPolicy', attach)),
                    End: true,
                  },
                },
              },
            ],
            End: true,
          },
        },
      }),
      /iam:/,
    ],
  ];

  for (const [grab, definition, action] of GRABS) {
    it(`cannot gain ${grab}`, async () => {
      addRole(aws, name);
      addMachine(definition, { revisionId: 'r2' });
      await check(updated(name));
      await sweep();
      assert.deepEqual(
        allowed().filter((line) => action.test(line)),
        [],
      );
      assert.match(aws.messages[0]?.text ?? '', /not granted, since it/);
      assert.match(aws.messages[0]?.text ?? '', new RegExp(`UpdateStateMachine by ${EVE}`));
    });
  }

  /** What many states want, each by its name. */
  const many = (states: readonly string[], parameters: object) => {
    const grab = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:iam:attachUserPolicy', Parameters: parameters };
    const chain = states.map((state, index) => [state, { ...grab, Next: states[index + 1] ?? 'End' }]);
    return JSON.stringify({
      StartAt: states[0],
      States: { ...Object.fromEntries(chain), End: { Type: 'Succeed' } },
    });
  };

  it('cannot keep a message from being sent by wanting very much', async () => {
    addRole(aws, name);
    const states = Array.from({ length: 1_500 }, (_, index) => `Grab ${index} ${'€'.repeat(40)}`);
    addMachine(many(states, { UserName: 'eve', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }));
    await check(updated(name));
    const text = aws.messages[0]?.text ?? '';
    assert.ok(Buffer.byteLength(text) <= 262_144);
    const told = text.match(/ in state Grab /g)?.length ?? 0;
    assert.ok(told > 100 && told < 1_500);
    assert.ok(
      text.endsWith(`\n… and ${1_500 - told} more: see the log of the check.\n\nRole: ${name}`),
      text.slice(-200),
    );
  });

  it('cannot write lines of its own into a message, by a name', async () => {
    addRole(aws, name);
    const state = 'X\n\r\u2028role payroll: all is right.\u202e\u0007';
    addMachine(many([state], { UserName: 'eve', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }));
    await check(updated(name));
    const text = aws.messages[0]?.text ?? '';
    assert.match(text, /in state X\?\?\?role payroll: all is right\.\?\?: not granted/);
    assert.match(text, /^[^\n]+\n\nRole: flow-\d+$/);
  });

  it('cannot gain a guarded action through a version that an alias routes to, or an execution that runs', async () => {
    addRole(aws, name);
    addMachine(reading('a'), { revisionId: 'r3' });
    const grab = { definition: GRABS[0]?.[1] ?? '', roleArn: roleArn(name) };
    aws.states.machines.set(`${machineArn(name)}:1`, { ...grab, revisionId: 'r1' });
    aws.states.routes.set(machineArn(name), `${machineArn(name)}:1`);
    const revision = { ...grab, revisionId: 'r2', updateDate: 1 };
    aws.states.executions.set(machineArn(name), [
      { executionArn: `arn:aws:states:${HERE}:execution:${name}:1`, startDate: 2, revision },
    ]);
    await check(updated(name));
    await sweep();
    assert.deepEqual(tables(), ['a']);
  });

  it('keeps and puts back a guarded permission that was deployed, and no other', async () => {
    const ecs = (role: string) =>
      task('arn:aws:states:::ecs:runTask', { TaskDefinition: 't', Overrides: { TaskRoleArn: roleArn(role) } });
    const conditions = { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } };
    addRole(aws, name, { approved: new Set([approvalDigest('iam:PassRole', roleArn('worker'), conditions)]) });
    addMachine(ecs('worker'));
    await check(updated(name));
    assert.ok(allowed().includes(`iam:PassRole ${roleArn('worker')}`));
    addMachine(ecs('admin'), { revisionId: 'r2' });
    await check(updated(name));
    assert.ok(!allowed().some((line) => line === `iam:PassRole ${roleArn('admin')}`));
  });

  it('keeps what an older version approved without the condition that is known now, and tells nothing', async () => {
    const attach = (policy: string, role: string) =>
      task('arn:aws:states:::aws-sdk:iam:attachRolePolicy', { RoleName: role, PolicyArn: policy });
    // The request has no path.
    const roles = [roleArn('*/worker'), roleArn('worker')];
    const digests = roles.map((role) => approvalDigest('iam:AttachRolePolicy', role, undefined));
    addRole(aws, name, { approved: new Set(digests) });
    addMachine(attach('arn:aws:iam::aws:policy/ReadOnlyAccess', 'worker'));
    await check(updated(name));
    await sweep();
    assert.deepEqual(
      allowed(),
      roles.map((role) => `iam:AttachRolePolicy ${role}`),
    );
    assert.equal(aws.messages.length, 0);
    addMachine(attach('arn:aws:iam::aws:policy/ReadOnlyAccess', 'admin'), { revisionId: 'r2' });
    await check(updated(name));
    assert.ok(!allowed().some((line) => line.includes(roleArn('admin'))));
    assert.match(aws.messages[0]?.text ?? '', /iam:AttachRolePolicy on .*role\/admin.*not granted/);
  });

  const sdk = (api: string, parameters: object) => task(`arn:aws:states:::aws-sdk:${api}`, parameters);
  for (const [what, definition] of [
    ['functions', task('arn:aws:states:::lambda:invoke', { FunctionName: 'rolefit-hook', Payload: {} })],
    [
      'functions, by ARN',
      task('arn:aws:states:::lambda:invoke', {
        FunctionName: `arn:aws:lambda:${HERE}:function:rolefit-hook:live`,
        Payload: {},
      }),
    ],
    [
      'functions, by a name with a hole',
      task('arn:aws:states:::lambda:invoke', { 'FunctionName.$': "States.Format('rolefit-{}', $.x)", Payload: {} }),
    ],
    ['bucket', sdk('s3:putObject', { Bucket: 'sweep', Key: 'fleet.json', Body: '{}' })],
    ['re-check itself', task('arn:aws:states:::lambda:invoke', { FunctionName: 'rolefit', Payload: {} })],
    ['sweep', sdk('sfn:stopExecution', { ExecutionArn: `arn:aws:states:${HERE}:execution:rolefit-sweep:1` })],
    ['timer', sdk('eventbridge:disableRule', { Name: 'rolefit-sweep-0a1b' })],
    ['alarms', sdk('cloudwatch:disableAlarmActions', { AlarmNames: ['rolefit-SweepDidNotRun'] })],
    ['queue, by the mapping that reads it', sdk('lambda:deleteEventSourceMapping', { Uuid: '2c3d' })],
    ['subscriptions', sdk('sns:unsubscribe', { 'SubscriptionArn.$': '$.arn' })],
    ['stack', sdk('cloudformation:deleteStack', { StackName: 'rolefit' })],
    ['rules, by a name that only a run tells', sdk('eventbridge:disableRule', { 'Name.$': '$.name' })],
  ] as const) {
    it(`cannot get at rolefit’s own ${what}`, async () => {
      addRole(aws, name);
      addMachine(definition);
      await check(updated(name));
      assert.deepEqual(allowed(), []);
      assert.match(aws.messages[0]?.text ?? '', /not granted, since it is rolefit's own/);
    });
  }

  it('gets functions that only a run tells: to invoke rolefit’s own is harmless', async () => {
    addRole(aws, name);
    addMachine(task('arn:aws:states:::lambda:invoke', { 'FunctionName.$': '$.name', Payload: {} }));
    await check(updated(name));
    assert.ok(allowed().includes(`lambda:InvokeFunction arn:aws:lambda:eu-west-1:*:function:*`), allowed().join());
    assert.deepEqual(aws.messages, []);
  });

  const secret = (SecretId: string) => {
    const name = SecretId.startsWith('$') || SecretId.startsWith('States.') ? 'SecretId.$' : 'SecretId';
    return sdk('secretsmanager:getSecretValue', { [name]: SecretId });
  };
  const secretOf = (id: string) => `secretsmanager:GetSecretValue arn:aws:secretsmanager:${HERE}:secret:${id}-??????`;
  const ANY_SECRET = 'secretsmanager:GetSecretValue arn:aws:secretsmanager:eu-west-1:*:secret:*-??????';
  /** Deployed with a permission. */
  const deployed = (line: string) => {
    const [action = '', resource = ''] = line.split(' ');
    return { approved: new Set([approvalDigest(action, resource, undefined)]) };
  };
  const byHand = () => queued(recorded('DeleteRolePolicy', { roleName: name, policyName: 'rolefit' }));

  for (const [what, definition, action] of [
    ['secrets', secret('$.id'), /GetSecretValue/],
    ['secrets, by a name with a hole', secret("States.Format('app-{}', $.id)"), /GetSecretValue/],
    ['secrets, many at once', sdk('secretsmanager:batchGetSecretValue', {}), /GetSecretValue/],
    ['parameters', sdk('ssm:getParameter', { 'Name.$': '$.name', WithDecryption: true }), /ssm:GetParameter/],
    ['parameters, all of them', sdk('ssm:getParametersByPath', { Path: '/', Recursive: true }), /ssm:GetParameter/],
    ['what keys protect', sdk('kms:decrypt', { 'CiphertextBlob.$': '$.blob' }), /kms:Decrypt/],
    ['objects', sdk('s3:getObject', { 'Bucket.$': '$.bucket', 'Key.$': '$.key' }), /s3:GetObject/],
    ['objects, with a key that is known', sdk('s3:getObject', { 'Bucket.$': '$.bucket', Key: 'x' }), /s3:GetObject/],
    ['objects, by copying', sdk('s3:copyObject', { Bucket: 'b', Key: 'k', 'CopySource.$': '$.from' }), /s3:GetObject/],
    [
      'objects, by a query that AWS grants all data for',
      task('arn:aws:states:::athena:startQueryExecution.sync', { QueryString: 'select 1', WorkGroup: 'w' }),
      /s3:GetObject/,
    ],
  ] as const) {
    it(`cannot gain the reading of ${what}, of names that only a run tells`, async () => {
      addRole(aws, name);
      addMachine(definition, { revisionId: 'r2' });
      await check(updated(name));
      await sweep();
      assert.deepEqual(
        allowed().filter((line) => action.test(line)),
        [],
      );
      assert.match(aws.messages[0]?.text ?? '', /not granted, since only a run tells what it reads/);
      process.env['WILDCARDS'] = 'allow';
      await check(updated(name));
      assert.ok(allowed().some((line) => action.test(line)));
    });
  }

  it('reads names that it says, and objects of a bucket that it says', async () => {
    addRole(aws, name);
    addMachine(secret('db'));
    await check(updated(name));
    assert.deepEqual(allowed(), [secretOf('db')]);
    addMachine(sdk('s3:getObject', { Bucket: 'b', 'Key.$': '$.key' }), { revisionId: 'r2' });
    await check(updated(name));
    assert.ok(allowed().includes('s3:GetObject arn:aws:s3:::b/*'));
    assert.deepEqual(aws.messages, []);
  });

  it('reads what was deployed, and less of it; what is removed by hand is put back', async () => {
    await settled(secret('$.id'), deployed(ANY_SECRET));
    assert.deepEqual(allowed(), [ANY_SECRET]);
    aws.iam.deleteInline(name, 'rolefit');
    listFleet(aws, { [name]: [machineArn(name)] });
    await check(byHand());
    assert.deepEqual(allowed(), [ANY_SECRET]);
    addMachine(secret("States.Format('app-{}', $.id)"), { revisionId: 'r2' });
    await sweep();
    assert.deepEqual(allowed(), [secretOf('app-*')]);
  });

  it('keeps what was deployed where it now reads more than that', async () => {
    await settled(secret("States.Format('app-{}', $.id)"), deployed(secretOf('app-*')));
    addMachine(secret('$.id'), { revisionId: 'r2' });
    await check(updated(name));
    await sweep();
    assert.deepEqual(allowed(), [secretOf('app-*')]);
    assert.match(aws.messages[0]?.text ?? '', /no deployment had it as wide/);
  });

  it('gets nothing by a policy that was widened by hand', async () => {
    await settled(secret('db'));
    const statement = { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: ['*'] };
    aws.iam.putInline(name, 'rolefit', JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
    addMachine(secret('$.id'), { revisionId: 'r2' });
    await sweep();
    assert.deepEqual(allowed(), []);
  });

  it('gets nothing back that was lost, with Wildcards refuse, and keeps what it has', async () => {
    await settled(secret('$.id'), deployed(ANY_SECRET));
    process.env['WILDCARDS'] = 'refuse';
    await sweep();
    assert.deepEqual(allowed(), [ANY_SECRET]);
    addMachine(secret("States.Format('app-{}', $.id)"), { revisionId: 'r2' });
    await sweep();
    assert.deepEqual(allowed(), [secretOf('app-*')]);
    aws.iam.deleteInline(name, 'rolefit');
    await check(byHand());
    assert.deepEqual(allowed(), []);
    assert.match(aws.messages.at(-1)?.text ?? '', /not granted, since only a run tells what it reads/);
  });

  it('cannot get above the ceiling', async () => {
    process.env['CEILING'] = 'dynamodb:*, sqs:SendMessage';
    addRole(aws, name);
    const states = JSON.parse(reading('a')).States;
    const read = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:secretsmanager:getSecretValue',
      Parameters: { SecretId: 'root' },
      End: true,
    };
    addMachine(JSON.stringify({ StartAt: 'S0', States: { ...states, Read: read } }));
    await check(updated(name));
    assert.deepEqual(tables(), ['a']);
    assert.match(
      aws.messages[0]?.text ?? '',
      /wants secretsmanager:GetSecretValue .* not granted, since it is above the ceiling that rolefit was deployed with \(.*\)\. If it is meant, add it to Ceiling/,
    );
  });

  it('cannot make rolefit write a role that did not opt in', async () => {
    aws.iam.createRole(name, { tags: [['team', 'orders']] });
    addMachine(reading('a'), { revisionId: 'r2' });
    await check(updated(name));
    await sweep();
    assert.deepEqual(writes(), []);
  });

  it('cannot make rolefit write a role that only bears the tags of a policy', async () => {
    addRole(aws, `${name}-twin`);
    const tags = [...(aws.iam.stateOf(`${name}-twin`).roles.get(`${name}-twin`)?.tags ?? [])].filter(
      ([key]) => key !== 'rolefit:managed',
    );
    aws.iam.createRole(name, { tags });
    addMachine(reading('a'), { revisionId: 'r2' });
    await check(updated(name));
    await sweep();
    assert.deepEqual(writes(), []);
  });

  it('cannot make rolefit write a role without the permissions boundary that it asks for', async () => {
    const boundary = 'arn:aws:iam::111122223333:policy/limits';
    process.env['REQUIRED_BOUNDARY'] = boundary;
    addRole(aws, name);
    addMachine(reading('a'));
    await check(updated(name));
    assert.deepEqual(writes(), []);
    assert.match(aws.messages[0]?.text ?? '', /lacks the permissions boundary/);
    const bound = `${name}-bound`;
    addRole(aws, bound, {}, boundary);
    aws.states.machines.set(machineArn(bound), { name: bound, definition: reading('a'), roleArn: roleArn(bound) });
    await check(updated(bound));
    assert.equal(allowedBy(aws.iam.stateOf(bound), bound).size, 1);
  });

  it('cannot make the second look come early, or see other state machines than the bucket tells', async () => {
    await settled(reading('a', 'b'));
    addMachine(reading('a'), { revisionId: 'r2' });
    const other = `${name}-other`;
    aws.states.machines.set(machineArn(other), { name: other, definition: reading('b'), roleArn: roleArn(name) });
    listFleet(aws, { [name]: [machineArn(name), machineArn(other)] });
    await assert.rejects(
      check({ role: name, listed: LISTED, machineArns: [machineArn(name)], settled: 'x' }),
      /neither an API call/,
    );
    await check({ role: name, listed: LISTED, second: true });
    assert.deepEqual(tables(), ['a', 'b']);
    process.env['SETTLE_SECONDS'] = '330';
    await look(aws, functions, name);
    await check({ role: name, listed: LISTED, second: true });
    process.env['SETTLE_SECONDS'] = '0';
    assert.deepEqual(tables(), ['a', 'b']);
  });

  it('cannot keep what someone has widened by hand', async () => {
    addRole(aws, name);
    addMachine(GRABS[0]?.[1] ?? '', { revisionId: 'r2' });
    aws.iam.putInline(
      name,
      'rolefit',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    );
    await sweep();
    assert.deepEqual(allowed(), []);
    assert.match(aws.messages[0]?.text ?? '', /not granted/);
  });

  it('that gets nothing does not make other policies of the role void', async () => {
    await settled(reading('a'));
    aws.iam.putInline(
      name,
      'ops',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["*"]}]}',
    );
    addMachine(GRABS[0]?.[1] ?? '', { revisionId: 'r2' });
    await sweep();
    assert.deepEqual(allowed(), ['s3:GetObject *']);
    assert.equal(aws.iam.stateOf(name).roles.get(name)?.inline.has('rolefit'), false);
  });

  it('cannot make rolefit touch a policy that it does not own', async () => {
    addRole(aws, name);
    aws.iam.putInline(
      name,
      'boss',
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    );
    addMachine(reading('a'), { revisionId: 'r2' });
    await check(updated(name));
    await sweep();
    assert.match(aws.iam.stateOf(name).roles.get(name)?.inline.get('boss') ?? '', /Deny/);
  });

  it('cannot widen a grant with characters that IAM reads as a pattern', async () => {
    addRole(aws, name);
    addMachine(reading('orders*'));
    await check(updated(name));
    assert.deepEqual(tables(), ['orders${*}']);
  });
});
