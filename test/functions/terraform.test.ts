import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Context } from 'aws-lambda';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, contextOf, reading } from './hook.ts';

/** The function for Terraform, invoked as the provider's aws_lambda_invocation with lifecycle_scope = "CRUD" does. */

type Input = Readonly<Record<string, unknown>>;

const aws = new EmbeddedAws();
let handler: (event: unknown, context: Context) => Promise<Readonly<Record<string, string | number>>>;
let role = '';
let count = 0;

const TAGS = [
  ['rolefit:managed', 'true'],
  ['rolefit:deployer', 'terraform'],
] as const;
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table';
const OWNER = 'c0a80101-0000-4000-8000-000000000001';

before(async () => {
  await aws.start();
  process.env['AWS_ENDPOINT_URL'] = aws.endpoint;
  process.env['AWS_REGION'] = 'eu-west-1';
  process.env['AWS_ACCESS_KEY_ID'] = 'RolePolicyFunction';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  ({ handler } = await import('../../functions/role-policy/terraform.ts'));
});
after(() => aws.stop());
beforeEach(() => {
  role = newRole();
  aws.iam.lag = 0;
  aws.fault = () => undefined;
  delete process.env['ALLOW_GUARDED_ACTIONS'];
});

function newRole(tags: readonly (readonly [string, string])[] = TAGS): string {
  const name = `terraform-role-${count++}`;
  aws.iam.createRole(name, { tags });
  return name;
}

function input(definition: string, more: Input = {}): Input {
  return { Owner: OWNER, RoleName: role, DefinitionString: definition, SettleSeconds: 0, ...more };
}

function invoke(action: string, now: Input, before: Input | null = null) {
  // As JSON has it: what is undefined is not there.
  return handler(JSON.parse(JSON.stringify({ ...now, tf: { action, prev_input: before } })), contextOf());
}

function allowed(name = role): readonly string[] {
  return [...allowedBy(aws.iam.stateOf(name), name)].toSorted();
}

/** The one line of the error, as the provider prints it. */
async function refusal(of: Promise<unknown>): Promise<string> {
  const error = await of.then(
    () => assert.fail('was not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Error);
  assert.equal(error.stack, '', 'a stack would be printed by Terraform');
  assert.ok(!error.message.includes('\n'));
  return error.message;
}

describe('the life of an aws_lambda_invocation', () => {
  it('create writes the policy and answers with outputs', async () => {
    const outputs = await invoke('create', input(reading('a')));
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/a`]);
    assert.deepEqual([outputs['RoleName'], outputs['PolicyName'], outputs['Calls']], [role, 'rolefit', 1]);
    assert.match(String(outputs['PolicyHash']), /^[0-9a-f]{64}$/);
  });

  it('update changes it, and an update without a change writes nothing', async () => {
    const first = input(reading('a'));
    const next = input(reading('b'));
    await invoke('create', first);
    await invoke('update', next, first);
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/b`]);
    assert.equal((await invoke('update', next, next))['Writes'], 0);
  });

  it('says which input the policy is of, so that the module sees an update that failed', async () => {
    const first = input(reading('a'), { Revision: 'f'.repeat(64) });
    assert.equal((await invoke('create', first))['Revision'], 'f'.repeat(64));
    const next = input(reading('b'), { Revision: null });
    assert.equal((await invoke('update', next, first))['Revision'], undefined);
    assert.match(await refusal(invoke('update', input(reading('b'), { Revision: 'a\nb' }), first)), /^Revision must/);
  });

  it('update to another role, or to another name, leaves nothing behind', async () => {
    const first = input(reading('a'));
    await invoke('create', first);
    const other = newRole();
    const moved = { ...first, RoleName: `arn:aws:iam::111122223333:role/${other}` };
    await invoke('update', moved, first);
    assert.deepEqual([allowed(), allowed(other)], [[], [`dynamodb:GetItem ${TABLE}/a`]]);
    await invoke('update', { ...moved, PolicyName: 'fitted' }, moved);
    assert.deepEqual([...(aws.iam.stateOf(other).roles.get(other)?.inline.keys() ?? [])], ['fitted']);
  });

  it('update goes on after one whose input named no role', async () => {
    const broken = input(reading('a'), { RoleName: 'no role!' });
    await refusal(invoke('update', broken, input(reading('a'))));
    await invoke('update', input(reading('b')), broken);
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/b`]);
  });

  it('delete removes it, also twice, and for a role that is gone', async () => {
    const first = input(reading('a'));
    await invoke('create', first);
    await invoke('delete', first, first);
    assert.deepEqual(allowed(), []);
    assert.deepEqual(await invoke('delete', first, first), { Writes: 0 });
    assert.deepEqual(await invoke('delete', { ...first, RoleName: 'gone' }, first), { Writes: 0 });
  });

  it('delete removes what an input of an older version names, whatever else is in it', async () => {
    const first = input(reading('a'));
    await invoke('create', first);
    await invoke('delete', { ...first, NoSuchProperty: 1, Type: 'standard' }, first);
    assert.deepEqual(allowed(), []);
  });

  it('variables without a value are null, and count as left out', async () => {
    await invoke('create', input(reading('a'), { StateMachineName: null, Logging: null, KmsKeyArn: null }));
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/a`]);
  });
});

describe('errors are one line', () => {
  const cases: readonly (readonly [string, () => Input, RegExp])[] = [
    ['no owner', () => ({ ...input(reading('a')), Owner: undefined }), /^Owner is missing; the module fitted-role/],
    ['a property with a typo', () => input(reading('a'), { RolName: 'x' }), /^RolName is no property of/],
    ['no role', () => ({ ...input(reading('a')), RoleName: undefined }), /^property RoleName is missing/],
    ["CloudFormation's token", () => input(reading('a'), { ServiceToken: 'x' }), /^ServiceToken is CloudFormation's/],
    [
      'a role of another account',
      () => input(reading('a'), { RoleName: `arn:aws:iam::999999999999:role/${role}` }),
      /account 999999999999/,
    ],
    ['a definition that is none', () => input('{"StartAt": 1}'), /StartAt/],
    [
      'an unknown call',
      () =>
        input(
          JSON.stringify({
            StartAt: 'A',
            States: { A: { Type: 'Task', Resource: 'arn:aws:states:::acme:run', End: true } },
          }),
        ),
      /^state \/States\/A: /,
    ],
  ];
  for (const [name, given, expected] of cases) {
    it(name, async () => {
      assert.match(await refusal(invoke('create', given())), expected);
      assert.deepEqual(allowed(), []);
    });
  }

  it('an event without the step in the life of a resource', async () => {
    assert.match(
      await refusal(handler(input(reading('a')), contextOf())),
      /^tf is missing; set lifecycle_scope = "CRUD"/,
    );
    assert.match(await refusal(handler('text', contextOf())), /./);
  });
});

describe('whoever may invoke the function', () => {
  it('cannot write a role that does not name Terraform as its deployer', async () => {
    const other = newRole([['rolefit:managed', 'true']]);
    const message = await refusal(invoke('create', input(reading('a'), { RoleName: other })));
    assert.match(message, /doesn't have the tag rolefit:deployer = terraform/);
    assert.deepEqual(allowed(other), []);
  });

  it("cannot change or remove another resource's policy, whatever input of before he tells", async () => {
    const first = input(reading('a'));
    await invoke('create', first);
    const stranger = { ...first, Owner: 'another-resource' };
    await refusal(invoke('update', { ...stranger, DefinitionString: reading('b') }, first));
    await invoke('delete', stranger, stranger);
    const elsewhere = { ...stranger, RoleName: newRole() };
    await invoke('update', elsewhere, first);
    assert.deepEqual(allowed(), [`dynamodb:GetItem ${TABLE}/a`]);
  });

  const attaching = JSON.stringify({
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:iam:attachUserPolicy',
        Parameters: { UserName: 'me', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        End: true,
      },
    },
  });

  it('cannot allow himself a guarded action that the module was not deployed with', async () => {
    assert.match(await refusal(invoke('create', input(attaching))), /is guarded/);
    const listed = input(attaching, { AllowGuardedActions: ['iam:AttachUserPolicy'] });
    assert.match(await refusal(invoke('create', listed)), /add it to its allow_guarded_actions/);
    assert.deepEqual(allowed(), []);
    process.env['ALLOW_GUARDED_ACTIONS'] = 'iam:attachuserpolicy,iam:CreateUser';
    assert.match(await refusal(invoke('create', input(attaching))), /is guarded/);
    await invoke('create', listed);
    assert.deepEqual(allowed(), [
      'iam:AttachUserPolicy arn:aws:iam::111122223333:user/*/me',
      'iam:AttachUserPolicy arn:aws:iam::111122223333:user/me',
    ]);
  });

  const task = (Resource: string, more: Input) =>
    JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Task', Resource, ...more, End: true } } });
  const call = (operation: string, Parameters: Input) => task(`arn:aws:states:::aws-sdk:${operation}`, { Parameters });
  const ADMIN = 'arn:aws:iam::111122223333:role/admin';
  // With CloudFormation the deployment of these is the word; here nobody says that there is one.
  const escalations: readonly (readonly [action: string, definition: string])[] = [
    ['iam:PassRole', call('lambda:createFunction', { FunctionName: 'x', Role: ADMIN, Code: {} })],
    ['sts:AssumeRole', task('arn:aws:states:::aws-sdk:sqs:listQueues', { Credentials: { RoleArn: ADMIN } })],
    ['lambda:UpdateFunctionCode', call('lambda:updateFunctionCode', { FunctionName: 'admin', ZipFile: 'x' })],
    ['ssm:SendCommand', call('ssm:sendCommand', { DocumentName: 'AWS-RunShellScript', InstanceIds: ['i-1'] })],
    ['codebuild:StartBuild', task('arn:aws:states:::codebuild:startBuild.sync', { Parameters: { ProjectName: 'p' } })],
  ];
  for (const [action, definition] of escalations) {
    it(`cannot have ${action} because a definition of his calls it`, async () => {
      assert.match(await refusal(invoke('create', input(definition))), new RegExp(`${action} on \\S+ is guarded`));
      const listed = input(definition, { AllowGuardedActions: [action] });
      assert.match(await refusal(invoke('create', listed)), /add it to its allow_guarded_actions/);
      assert.deepEqual(allowed(), []);
      process.env['ALLOW_GUARDED_ACTIONS'] = action;
      assert.match(await refusal(invoke('create', input(definition))), /list it in AllowGuardedActions/);
      await invoke('create', listed);
      assert.ok(allowed().some((one) => one.startsWith(`${action} `)));
    });
  }

  for (const action of ['iam:AttachUserPolicy', 'iam:attachuserpolicy', 'iam:*', 'iam:Attach*', '*']) {
    it(`cannot have ${action} by ExtraActions`, async () => {
      const ExtraActions = { 'dynamodb:getItem': [{ actions: [action], resources: ['*'] }] };
      await refusal(invoke('create', input(reading('a'), { ExtraActions })));
      assert.deepEqual(allowed(), []);
    });
  }

  it('cannot hand his own role over, or use what a look-up said, without the module', async () => {
    const Facts = { 'arn:aws:ecs:*:*:task-definition/report': { roles: ['arn:aws:iam::111122223333:role/*'] } };
    const running = JSON.stringify({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::ecs:runTask',
          Parameters: { 'TaskDefinition.$': '$.task', Overrides: { 'TaskRoleArn.$': '$.role' } },
          End: true,
        },
      },
    });
    assert.match(await refusal(invoke('create', input(running, { Facts }))), /iam:PassRole|Facts/);
    const listed = input(running, { AllowGuardedActions: ['iam:PassRole'] });
    assert.match(await refusal(invoke('create', listed)), /add it to its allow_guarded_actions/);
    assert.deepEqual(allowed(), []);
  });

  it('has no line of its own in what Terraform prints', async () => {
    const broken = JSON.stringify({
      StartAt: 'A\u001b[2J\u009b2J\u202e\n',
      States: { 'A\u001b[2J\u009b2J\u202e\n': { Type: 'Task', Resource: 'arn:aws:states:::acme:run', End: true } },
    });
    assert.doesNotMatch(await refusal(invoke('create', input(broken))), /[\p{Cc}\p{Cf}]/u);
  });

  it("cannot have CloudFormation's function take an event of Terraform's", async () => {
    const hook = await import('../../functions/role-policy/index.ts');
    const event = JSON.parse(JSON.stringify({ ...input(reading('a')), tf: { action: 'create', prev_input: null } }));
    await Promise.allSettled([hook.handler(event, contextOf())]);
    // It asks CloudFormation, which knows no such stack.
    aws.permissions.takeRefused();
    assert.deepEqual(allowed(), []);
  });

  it("cannot send CloudFormation's events to this function", async () => {
    const message = await refusal(
      handler(
        { RequestType: 'Create', StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/s/1' },
        contextOf(),
      ),
    );
    assert.match(message, /^Owner is missing/);
  });
});
