import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { Failure } from '../../src/cli/failure.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import type { Problem } from '../../src/cli/problems/problem.ts';

const PLACE = ['--region', 'eu-west-1', '--account', '111122223333'];
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
const MANAGED = 'arn:aws:iam::111122223333:policy/orders';
const AWS_MANAGED = 'arn:aws:iam::aws:policy/service-role/AWSLambdaRole';

const task = (action: string, after: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::dynamodb:${action}`,
  Parameters: { TableName: 'orders', Key: {} },
  ...after,
});
const DEFINITION = {
  StartAt: 'Get',
  States: { Get: task('getItem', { Next: 'Put' }), Put: task('putItem', { End: true }) },
};

const allow = (...Action: readonly string[]) => ({ Effect: 'Allow', Action, Resource: TABLE });
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const GET = document(allow('dynamodb:GetItem'));
const PUT = document(allow('dynamodb:PutItem'));
const encoded = (json: object) => encodeURIComponent(JSON.stringify(json));

let folder = '';
const home = process.cwd();
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
  process.chdir(folder);
  file('orders.asl.json', DEFINITION);
});
after(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return name;
}

const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };
const run = (...args: readonly string[]) => runCheck([...args, ...PLACE, '--width', '999'], PIPE);

/** What is missing with these policy files, by action. */
async function missingWith(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run('orders.asl.json', ...args, '--json');
  const { roles } = JSON.parse(stdout);
  return roles[0].machines[0].shortfalls.flatMap(({ actions }: { readonly actions: readonly string[] }) => actions);
}

describe('check --policy reads a policy', () => {
  const forms: readonly (readonly [form: string, name: string, content: unknown])[] = [
    ['that someone wrote', 'get.json', GET],
    [
      'in YAML',
      'get.yaml',
      `Version: '2012-10-17'\nStatement:\n  Effect: Allow\n  Action: dynamodb:GetItem\n  Resource: ${TABLE}\n`,
    ],
    ['after a byte order mark', 'bom.json', `\uFEFF${JSON.stringify(GET)}`],
    [
      'in the answer of GetRolePolicy, decoded',
      'role-policy.json',
      { RoleName: 'R', PolicyName: 'p', PolicyDocument: GET },
    ],
    [
      'in the answer of GetRolePolicy, encoded',
      'encoded.json',
      { RoleName: 'R', PolicyName: 'p', PolicyDocument: encoded(GET) },
    ],
    ['in the answer of GetRolePolicy, as text', 'text.json', { PolicyName: 'p', PolicyDocument: JSON.stringify(GET) }],
    ['in the answer of GetPolicyVersion', 'version.json', { PolicyVersion: { Document: GET, VersionId: 'v2' } }],
    [
      'in the answer of GetPolicyVersion, encoded',
      'version-encoded.json',
      { PolicyVersion: { Document: encoded(GET) } },
    ],
    ['of several that generate --split prints', 'split.json', [GET, document(allow('dynamodb:Scan'))]],
    ['in what generate --json prints', 'generated.json', { policy: GET, findings: [], calls: [] }],
    [
      'in a Terraform plan',
      'plan.json',
      plan([
        {
          address: 'aws_iam_role_policy.p',
          type: 'aws_iam_role_policy',
          values: { policy: JSON.stringify(GET), role: 'orders' },
        },
      ]),
    ],
    [
      'in a module of a Terraform state',
      'state.json',
      {
        format_version: '1.0',
        values: {
          root_module: {
            child_modules: [
              {
                resources: [
                  {
                    address: 'module.m.aws_iam_policy.p',
                    type: 'aws_iam_policy',
                    values: { policy: JSON.stringify(GET) },
                  },
                ],
              },
            ],
          },
        },
      },
    ],
    [
      "in Terraform's own state file",
      'terraform.tfstate',
      {
        version: 4,
        terraform_version: '1.9.0',
        resources: [
          {
            mode: 'managed',
            type: 'aws_iam_role',
            name: 'r',
            instances: [
              { attributes: { name: 'orders', inline_policy: [{ name: 'p', policy: JSON.stringify(GET) }] } },
            ],
          },
        ],
      },
    ],
    [
      'in a data source of a Terraform plan, but not a trust policy',
      'data.json',
      {
        ...plan([]),
        prior_state: {
          values: {
            root_module: {
              resources: [
                {
                  address: 'data.aws_iam_policy_document.p',
                  mode: 'data',
                  type: 'aws_iam_policy_document',
                  values: { json: JSON.stringify(GET), statement: [{}] },
                },
                {
                  address: 'data.aws_iam_policy_document.trust',
                  mode: 'data',
                  type: 'aws_iam_policy_document',
                  values: {
                    json: JSON.stringify(document({ Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: '*' })),
                    statement: [{ principals: [{ type: 'Service', identifiers: ['states.amazonaws.com'] }] }],
                  },
                },
              ],
            },
          },
        },
      },
    ],
  ];
  for (const [form, name, content] of forms) {
    it(form, async () => {
      assert.deepEqual(await missingWith('--policy', file(name, content)), ['dynamodb:PutItem']);
    });
  }

  it('and several of them together', async () => {
    assert.deepEqual(await missingWith('--policy', file('a.json', GET), '--policy', file('b.json', PUT)), []);
  });
});

function plan(resources: readonly object[]) {
  return { format_version: '1.2', terraform_version: '1.9.0', planned_values: { root_module: { resources } } };
}

const ACCOUNT = {
  RoleDetailList: [
    {
      RoleName: 'OrdersRole',
      Arn: 'arn:aws:iam::111122223333:role/OrdersRole',
      RolePolicyList: [{ PolicyName: 'get', PolicyDocument: encoded(GET) }],
      AttachedManagedPolicies: [
        { PolicyName: 'orders', PolicyArn: MANAGED },
        { PolicyName: 'AWSLambdaRole', PolicyArn: AWS_MANAGED },
        { PolicyName: 'lost', PolicyArn: 'arn:aws:iam::111122223333:policy/lost' },
      ],
      PermissionsBoundary: { PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/edge' },
    },
    { RoleName: 'Other', RolePolicyList: [{ PolicyName: 'p', PolicyDocument: document(allow('dynamodb:*')) }] },
  ],
  Policies: [
    {
      Arn: MANAGED,
      PolicyVersionList: [
        { VersionId: 'v1', IsDefaultVersion: false, Document: document(allow('dynamodb:*')) },
        { VersionId: 'v2', IsDefaultVersion: true, Document: encoded(PUT) },
      ],
    },
  ],
};

describe('check --policy reads the roles of an account', () => {
  it('and judges by all policies of the one that --role names', async () => {
    const { stdout, status } = await run(
      'orders.asl.json',
      '--policy',
      file('account.json', ACCOUNT),
      '--role',
      'OrdersRole',
    );
    assert.equal(status, 0);
    assert.equal(
      stdout,
      `orders.asl.json (role OrdersRole, policies of account.json)
  too much
    account.json ${AWS_MANAGED} (AWSLambdaRole) allows 1 further action that nothing needs: lambda:InvokeFunction
  not evaluated, so the check is incomplete
    account.json arn:aws:iam::111122223333:policy/lost is attached, and its document is not in the file; ask for it with --filter Role LocalManagedPolicy AWSManagedPolicy
    permissions boundary arn:aws:iam::111122223333:policy/edge limits what these policies allow; and no policy in these files says how

1 state machine checked: 1 too much, 2 not evaluated
`,
    );
  });

  it('and asks which of them', async () => {
    await assert.rejects(
      run('orders.asl.json', '--policy', file('account.json', ACCOUNT)),
      new Failure('check: the policy files have several roles (OrdersRole, Other); choose one with --role'),
    );
    await assert.rejects(
      run('orders.asl.json', '--policy', 'account.json', '--role', 'Ordersrole'),
      new Failure('check: no policy file has the role Ordersrole; there is OrdersRole, Other'),
    );
  });
});

describe('check --policy says', () => {
  it('which statement it means, and that only these files were read', async () => {
    file(
      'wide.json',
      document(allow('dynamodb:GetItem', 'dynamodb:PutItem'), { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    );
    const { stdout } = await run('orders.asl.json', '--policy', 'wide.json');
    assert.equal(
      stdout,
      `orders.asl.json (policies of wide.json)
  too much
    wide.json (line 12) allows s3:* on *, which nothing needs
  judged by these files alone
    only wide.json was read: other policies of the role may allow or deny more (--all-policies says that there are none)

1 state machine checked: 1 too much
`,
    );
    const annotations = (await run('orders.asl.json', '--policy', 'wide.json', '--format', 'github')).stdout;
    assert.match(annotations, /^::warning file=wide\.json,line=12,title=rolefit excess-permission::/m);
    const { roles } = JSON.parse((await run('orders.asl.json', '--policy', 'wide.json', '--json')).stdout);
    assert.deepEqual([roles[0].files, roles[0].mayHaveOthers], [['wide.json'], true]);
  });

  describe('what is missing', () => {
    const ONLY = 'unless another policy of the role allows it, Put fails with AccessDenied';

    it('in these files, which is an error all the same: the user named them to judge by', async () => {
      file('get.json', GET);
      const { stdout, status } = await run('orders.asl.json', '--policy', 'get.json', '--json');
      const { problems }: { problems: readonly Problem[] } = JSON.parse(stdout);
      const [missing] = problems.filter(({ code }) => code === 'missing-permission');
      assert.deepEqual([status, missing?.level], [1, 'error']);
      assert.match(
        missing?.message ?? '',
        new RegExp(`^dynamodb:PutItem on .* is not allowed by get\\.json: ${ONLY}$`),
      );
      const text = await run('orders.asl.json', '--policy', 'get.json');
      assert.match(text.stdout, new RegExp(`\n {6}${ONLY}\n`));
      assert.doesNotMatch(text.stdout, /not allowed by/);
    });

    it('without a doubt, where these are all policies', async () => {
      file('get.json', GET);
      const { stdout, status } = await run('orders.asl.json', '--policy', 'get.json', '--all-policies', '--json');
      const { problems }: { problems: readonly Problem[] } = JSON.parse(stdout);
      const [missing] = problems.filter(({ code }) => code === 'missing-permission');
      assert.deepEqual([status, missing?.level], [1, 'error']);
      assert.match(missing?.message ?? '', /is not allowed: Put fails with AccessDenied$/);
    });

    it('without a doubt, where a file denies it', async () => {
      file('deny.json', document(allow('dynamodb:*'), { Effect: 'Deny', Action: 'dynamodb:PutItem', Resource: '*' }));
      const { stdout, status } = await run('orders.asl.json', '--policy', 'deny.json', '--json');
      assert.equal(status, 1);
      assert.match(stdout, /is denied by deny\.json \(line \d+\): Put fails with AccessDenied/);
    });
  });

  it('nothing of others where the user says that there are none', async () => {
    file('both.json', document(allow('dynamodb:GetItem', 'dynamodb:PutItem')));
    const { stdout } = await run('orders.asl.json', '--policy', 'both.json', '--all-policies');
    assert.equal(
      stdout,
      `orders.asl.json (policies of both.json)
  fits: nothing is missing, nothing is too much

1 state machine checked: every role fits
`,
    );
  });

  it('that what generate prints without a Region fits, placeholders and all', async () => {
    const { stdout } = await runGenerate(['orders.asl.json']);
    file('open.json', stdout);
    assert.equal((await runCheck(['orders.asl.json', '--policy', 'open.json', '--strict'], PIPE)).status, 0);
  });

  it('that a policy is known only after terraform apply', async () => {
    file(
      'unknown.json',
      plan([{ address: 'aws_iam_role_policy.p', type: 'aws_iam_role_policy', values: { role: 'orders' } }]),
    );
    const { stdout, status } = await run('orders.asl.json', '--policy', 'unknown.json');
    assert.match(stdout, /unknown\.json aws_iam_role_policy\.p is known only after terraform apply/);
    assert.equal(status, 2);
  });

  it('nothing of the policies that a template has itself', async () => {
    const template = `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: ${JSON.stringify(DEFINITION)}
      Policies: [{Statement: [{Effect: Allow, Action: 'dynamodb:*', Resource: '*'}]}]
`;
    const { stdout, status } = await run(file('template.yaml', template), '--policy', file('get.json', GET));
    assert.match(stdout, /template\.yaml M \(policies of get\.json\)\n {2}missing\n {4}Put: dynamodb:PutItem/);
    assert.equal(status, 1);
  });
});

describe('check --policy refuses', () => {
  const cases: readonly (readonly [what: string, name: string, content: unknown, message: RegExp])[] = [
    ['a definition', 'd.json', DEFINITION, /^d\.json: is a state machine definition and no policy/],
    ['a template', 't.yaml', 'Resources: {}', /^t\.yaml: is a template; give it as TEMPLATE/],
    [
      'a list of names',
      'l.json',
      { PolicyNames: ['p'] },
      /^l\.json: has the names of policies and not their documents; give what aws iam get-role-policy/,
    ],
    ['something else', 'e.json', { a: 1 }, /^e\.json: has no policy; give a policy document, /],
    ['text', 'x.yaml', 'hello', /^x\.yaml: has no policy/],
    ['an empty file', 'n.json', '', /^n\.json: is empty; give a policy document$/],
    ['bad JSON', 'b.json', '{"Statement": [}', /^b\.json: is not JSON: /],
    ['a plan without policies', 'p.json', plan([]), /^p\.json: has no policy of a role; give the file/],
  ];
  for (const [what, name, content, message] of cases) {
    it(what, async () => {
      await assert.rejects(run('orders.asl.json', '--policy', file(name, content)), (error: unknown) => {
        assert.ok(error instanceof Failure);
        assert.match(error.message, message);
        return true;
      });
    });
  }

  it('a second file from standard input', async () => {
    await assert.rejects(
      run('-', '--policy', '-'),
      new Failure('check: only one file can come from standard input; name the others'),
    );
  });

  it('--simulate, and --all-policies without it', async () => {
    await assert.rejects(
      run('orders.asl.json', '--policy', 'get.json', '--simulate'),
      /--simulate asks about a deployed role/,
    );
    await assert.rejects(
      run('orders.asl.json', '--all-policies'),
      /--all-policies is about the files of --policy; name them/,
    );
  });

  it('a statement that cannot be read, as what is not evaluated', async () => {
    file(
      'odd.json',
      document(allow('dynamodb:GetItem', 'dynamodb:PutItem'), { Effect: 'Permit', Action: '*', Resource: '*' }),
    );
    const { stdout } = await run('orders.asl.json', '--policy', 'odd.json', '--all-policies');
    assert.match(stdout, /odd\.json\.Statement\.1 its Effect is "Permit"/);
  });
});
