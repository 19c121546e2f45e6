import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { runCheck } from '../../src/cli/check/command.ts';
import { Failure } from '../../src/cli/failure.ts';

const iam = mockClient(IAMClient);
const sfn = mockClient(SFNClient);

const MACHINE = 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders';
const ROLE = 'arn:aws:iam::111122223333:role/service/OrdersRole';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/c';

const DEFINITION = JSON.stringify({
  StartAt: 'Get',
  States: {
    Get: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Parameters: { TableName: 'orders' },
      Next: 'Put',
    },
    Put: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: { TableName: 'orders' },
      End: true,
    },
  },
});

const TASK = JSON.stringify({
  StartAt: 'Run',
  States: {
    Run: {
      Type: 'Task',
      Resource: 'arn:aws:states:::ecs:runTask',
      Parameters: { Cluster: CLUSTER, TaskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1' },
      End: true,
    },
  },
});

const document = (...Statement: readonly object[]) =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));
const allow = (Action: string | readonly string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });

function role(
  inline: Readonly<Record<string, string>>,
  managed: Readonly<Record<string, string>> = {},
  boundary?: string,
): void {
  const PermissionsBoundary =
    boundary === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: boundary } };
  iam.on(GetRoleCommand, { RoleName: 'OrdersRole' }).resolves({
    Role: {
      Arn: ROLE,
      RoleName: 'OrdersRole',
      Path: '/service/',
      RoleId: 'r',
      CreateDate: new Date(0),
      ...PermissionsBoundary,
    },
  });
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: Object.keys(inline) });
  for (const [PolicyName, PolicyDocument] of Object.entries(inline)) {
    iam
      .on(GetRolePolicyCommand, { RoleName: 'OrdersRole', PolicyName })
      .resolves({ RoleName: 'OrdersRole', PolicyName, PolicyDocument });
  }
  // Two pages.
  const arns = Object.keys(managed).map((PolicyArn) => ({ PolicyArn }));
  iam
    .on(ListAttachedRolePoliciesCommand)
    .resolves({ AttachedPolicies: arns.slice(0, 1), IsTruncated: true, Marker: 'm' });
  iam
    .on(ListAttachedRolePoliciesCommand, { Marker: 'm' })
    .resolves({ AttachedPolicies: arns.slice(1), IsTruncated: false });
  for (const [PolicyArn, Document] of Object.entries(managed)) {
    iam.on(GetPolicyCommand, { PolicyArn }).resolves({ Policy: { Arn: PolicyArn, DefaultVersionId: 'v7' } });
    iam.on(GetPolicyVersionCommand, { PolicyArn, VersionId: 'v7' }).resolves({ PolicyVersion: { Document } });
  }
}

function machine(definition: string): void {
  sfn
    .on(DescribeStateMachineCommand, { stateMachineArn: MACHINE })
    .resolves({ roleArn: ROLE, definition, type: 'STANDARD' });
}

let folder = '';
const { AWS_REGION } = process.env;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  iam.reset();
  sfn.reset();
  process.env['AWS_REGION'] = 'eu-west-1';
});
afterEach(() => {
  if (AWS_REGION === undefined) delete process.env['AWS_REGION'];
  else process.env['AWS_REGION'] = AWS_REGION;
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** As wide as no line is: what stands in it counts here, golden files show how it is laid out. */
const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };
const run = (...args: readonly string[]) => runCheck([...args, '--width', '999'], PIPE);

describe('rolefit check of what is deployed', () => {
  it('reads a state machine, its role and all pages of its policies', async () => {
    machine(DEFINITION);
    const elsewhere = 'arn:aws:iam::111122223333:policy/elsewhere';
    const own = 'arn:aws:iam::111122223333:policy/own';
    role(
      { inline: document(allow('dynamodb:GetItem', TABLE)) },
      { [elsewhere]: document(allow('s3:*', '*')), [own]: document(allow('dynamodb:PutItem', TABLE)) },
    );
    const { stdout, status } = await run(MACHINE);
    assert.equal(
      stdout,
      `${MACHINE} (role OrdersRole)
  too much
    ${elsewhere} allows s3:* on *, which nothing needs

1 state machine checked: 1 too much
`,
    );
    assert.equal(status, 0);
  });

  it('compares a definition with a role', async () => {
    role({ inline: document(allow('dynamodb:GetItem', TABLE)) });
    const { stdout, status } = await run(file('orders.json', DEFINITION), '--role', 'OrdersRole');
    assert.match(
      stdout,
      /missing\n {4}Put: dynamodb:PutItem \(call\)\n {6}on arn:aws:dynamodb:eu-west-1:111122223333:table\/orders/,
    );
    assert.equal(status, 1);
  });

  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    it(`reads a role, a policy and a state machine that are called ${name}`, async () => {
      const stateMachineArn = MACHINE.replace('orders', name);
      const roleArn = `arn:aws:iam::111122223333:role/${name}`;
      const names = { RoleName: name, PolicyName: name };
      sfn
        .on(DescribeStateMachineCommand, { stateMachineArn })
        .resolves({ roleArn, definition: DEFINITION, type: 'STANDARD' });
      iam.on(GetRoleCommand, { RoleName: name }).resolves({
        Role: { Arn: roleArn, RoleName: name, Path: '/', RoleId: 'r', CreateDate: new Date(0) },
      });
      iam.on(ListRolePoliciesCommand, { RoleName: name }).resolves({ PolicyNames: [name] });
      const PolicyDocument = document(allow(['dynamodb:GetItem', 'dynamodb:PutItem'], TABLE));
      iam.on(GetRolePolicyCommand, names).resolves({ ...names, PolicyDocument });
      iam.on(ListAttachedRolePoliciesCommand, { RoleName: name }).resolves({ AttachedPolicies: [] });
      const { stdout, status } = await run(stateMachineArn);
      assert.equal(status, 0);
      assert.equal(
        stdout,
        `${stateMachineArn} (role ${name})\n  fits: nothing is missing, nothing is too much\n\n1 state machine checked: every role fits\n`,
      );
    });
  }

  it('asks for the values of placeholders', async () => {
    role({ inline: document(allow('dynamodb:*', TABLE)) });
    const name = file('orders.json', DEFINITION.replaceAll('"orders"', '"${Table}"'));
    const { stdout, status } = await run(name, '--role', ROLE);
    assert.match(stdout, /not certain\n.*\n.*\n {6}not shown .* give them with --substitute/);
    assert.equal(status, 0);
    assert.match((await run(name, '--role', ROLE, '--substitute', 'Table=orders')).stdout, /^(?!.*not certain)/s);
  });

  it('says that a permissions boundary was not evaluated', async () => {
    machine(DEFINITION);
    role({ inline: document(allow('dynamodb:*', TABLE)) }, {}, 'arn:aws:iam::111122223333:policy/b');
    assert.match((await run(MACHINE)).stdout, /not evaluated.*\n {4}permissions boundary .*:policy\/b limits/);
  });

  it('puts no file where there is none', async () => {
    machine(DEFINITION);
    role({});
    const { stdout } = await run(MACHINE, '--format', 'github');
    assert.match(stdout, /^::error title=rolefit missing-permission::/);
  });

  const REFUSALS: readonly (readonly [string, () => void, RegExp])[] = [
    [
      'a refused request',
      () => sfn.on(DescribeStateMachineCommand).rejects(named('AccessDeniedException')),
      /^check: access denied for states:DescribeStateMachine on arn:.*: allow it for the credentials in use \(no\)$/,
    ],
    [
      'a state machine that is not there',
      () => sfn.on(DescribeStateMachineCommand).rejects(named('StateMachineDoesNotExist')),
      /^check: arn:.* does not exist in this account$/,
    ],
    [
      'no credentials',
      () => sfn.on(DescribeStateMachineCommand).rejects(named('CredentialsProviderError')),
      /needs AWS credentials; log in, or set AWS_PROFILE/,
    ],
    [
      'any other answer',
      () => sfn.on(DescribeStateMachineCommand).rejects(named('Odd')),
      /^check: states:DescribeStateMachine on arn:.* failed: no$/,
    ],
  ];
  for (const [name, prepare, message] of REFUSALS) {
    it(`explains ${name} in one line`, async () => {
      prepare();
      await assert.rejects(run(MACHINE), (error) => error instanceof Failure && message.test(error.message));
    });
  }
});

function named(name: string): Error {
  return Object.assign(new Error('no'), { name });
}

describe('rolefit check --simulate', () => {
  interface Input {
    readonly ActionNames?: readonly string[];
    readonly ResourceArns?: readonly string[];
    readonly ContextEntries?: readonly {
      readonly ContextKeyName?: string;
      readonly ContextKeyValues?: readonly string[];
    }[];
    readonly Marker?: string;
  }

  /** Every action on every resource, one result a page. */
  function simulator(decide: (action: string) => Readonly<Record<string, unknown>>): Input[] {
    const inputs: Input[] = [];
    iam.on(SimulatePrincipalPolicyCommand).callsFake((input: Input) => {
      inputs.push(input);
      const all = (input.ActionNames ?? []).flatMap((EvalActionName) =>
        (input.ResourceArns ?? []).map((EvalResourceName) => ({
          EvalActionName,
          EvalResourceName,
          ...decide(EvalActionName),
        })),
      );
      const page = Number(input.Marker ?? '0');
      const more = page + 1 < all.length;
      return {
        EvaluationResults: all.slice(page, page + 1),
        IsTruncated: more,
        ...(more ? { Marker: String(page + 1) } : {}),
      };
    });
    return inputs;
  }

  it('counts by purpose what IAM allows, and tells what a boundary takes away', async () => {
    machine(DEFINITION);
    role({ inline: document(allow('dynamodb:*', TABLE)) }, {}, 'arn:aws:iam::111122223333:policy/b');
    simulator((action) =>
      action === 'dynamodb:PutItem'
        ? { EvalDecision: 'implicitDeny', PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false } }
        : { EvalDecision: 'allowed' },
    );
    const { stdout, status } = await run(MACHINE, '--simulate');
    assert.match(
      stdout,
      /refused by IAM\n {4}Put: dynamodb:PutItem on .* \(call\) is refused by IAM's simulator: the role's permissions boundary does not allow it: Put fails/,
    );
    assert.match(stdout, /simulated\n {4}call: 1 of 2 allowed/);
    assert.doesNotMatch(stdout, /not evaluated/);
    assert.match(stdout, /\n1 state machine checked: 1 missing, 1 too much\n$/);
    assert.equal(status, 1);
  });

  const DECISIONS: readonly (readonly [Readonly<Record<string, unknown>>, RegExp])[] = [
    [
      { EvalDecision: 'explicitDeny', MatchedStatements: [{ SourcePolicyId: 'guard' }] },
      /a statement of guard denies it/,
    ],
    [{ EvalDecision: 'explicitDeny' }, /a statement denies it/],
    [
      { EvalDecision: 'implicitDeny', OrganizationsDecisionDetail: { AllowedByOrganizations: false } },
      /service control policies do not allow it/,
    ],
    [
      { EvalDecision: 'implicitDeny', MissingContextValues: ['aws:x'] },
      /no policy allows it; it had no value for aws:x/,
    ],
    [
      {
        EvalDecision: 'allowed',
        ResourceSpecificResults: [{ EvalResourceName: TABLE, EvalResourceDecision: 'implicitDeny' }],
      },
      /no policy allows it/,
    ],
  ];
  for (const [decision, why] of DECISIONS) {
    it(`tells why: ${why.source}`, async () => {
      machine(DEFINITION);
      role({ inline: document(allow('dynamodb:*', TABLE)) });
      simulator(() => decision);
      assert.match((await run(MACHINE, '--simulate')).stdout, why);
    });
  }

  it('gives the conditions that are needed as context', async () => {
    machine(TASK);
    role({ inline: document(allow('*', '*')) });
    const inputs = simulator(() => ({ EvalDecision: 'allowed' }));
    await run(MACHINE, '--simulate');
    const passed = inputs.filter(({ ActionNames }) => ActionNames?.includes('iam:PassRole'));
    assert.deepEqual(passed.at(0)?.ContextEntries, [
      {
        ContextKeyName: 'iam:PassedToService',
        ContextKeyType: 'string',
        ContextKeyValues: ['ecs-tasks.amazonaws.com'],
      },
    ]);
  });

  it('clears up what the policies alone leave open', async () => {
    machine(DEFINITION);
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    role({ inline: document({ ...allow('dynamodb:*', TABLE), Condition }) });
    assert.match((await run(MACHINE)).stdout, /not certain/);
    simulator(() => ({ EvalDecision: 'allowed' }));
    assert.doesNotMatch((await run(MACHINE, '--simulate')).stdout, /not certain/);
  });

  it('says in one line that it may not ask', async () => {
    machine(DEFINITION);
    role({});
    iam.on(SimulatePrincipalPolicyCommand).rejects(named('AccessDeniedException'));
    await assert.rejects(
      run(MACHINE, '--simulate'),
      /^Failure: check: access denied for iam:SimulatePrincipalPolicy on arn:aws:iam::111122223333:role\/service\/OrdersRole: allow it/,
    );
  });
});
