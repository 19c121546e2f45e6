import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Context } from 'aws-lambda';
import { EmbeddedAws } from '../double/aws.ts';
import { isAllowed, list, type TestPolicy } from '../support/iam.ts';
import { ACCOUNT } from '../support/intrinsics.ts';
import { deployedByTerraform, type Variables } from '../support/terraformModule.ts';
import { EXPLAINED, lookUps } from './allowed.ts';
import { contextOf, many, reading } from './hook.ts';
import { addRole, BOUNDARY, deploy, EVERYTHING, invoke, keyArn, type World } from './stack.ts';

/**
 * The function for Terraform with the permissions that infra/terraform gives its role: each of its requests is allowed, and each
 * permission is needed by a request. test/infra/terraform.test.ts holds that all other roles have what template.yaml gives them.
 */

const aws = new EmbeddedAws();
let handler: (event: unknown, context: Context) => Promise<unknown>;
before(async () => {
  await aws.start();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'RolePolicyFunction',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  ({ handler } = await import('../../functions/role-policy/terraform.ts'));
});
after(() => aws.stop());

const BOTH = [
  ['rolefit:managed', 'true'],
  ['rolefit:deployer', 'terraform'],
] as const;

const SETS: Readonly<Record<string, { readonly variables: Variables; readonly isAll?: true }>> = {
  'the defaults': { variables: {} },
  'no re-check and no look-ups': { variables: { drift_check: 'disabled', look_up: 'disabled' } },
  'every variable': {
    variables: {
      role_path: '/workflows/',
      permissions_boundary_arn: BOUNDARY,
      function_boundary_arn: BOUNDARY,
      definition_bucket_name: 'code',
      definition_key_arns: [keyArn('older'), keyArn('code')],
      state_machine_key_arns: [keyArn('other'), keyArn('machines')],
      x_ray_tracing: true,
    },
    isAll: true,
  },
};

async function deployedWith({ variables, isAll }: (typeof SETS)[string]): Promise<World> {
  return deploy(aws, isAll ? EVERYTHING : {}, await deployedByTerraform(variables));
}

/** A deployed policy's life: inline, managed, changed by others, from each source, and deleted. */
async function deployments(world: World): Promise<void> {
  const { name, machine, define, change } = addRole(world, BOTH);
  const { bucket } = world;
  let before: object | null = null;
  const ask = async (action: string, source: object) => {
    const input = { Owner: `owner-of-${name}`, RoleName: name, StateMachineName: name, SettleSeconds: 0, ...source };
    const tf = { action, prev_input: before };
    await invoke(world, 'RolePolicyFunction', () => handler({ ...input, tf }, contextOf()));
    before = input;
  };
  await ask('create', { DefinitionString: reading('a') });
  define(reading('a'));
  if (bucket !== undefined) aws.objects.set(`${bucket}/flow.json`, reading('s3'));
  const inBucket = { Bucket: bucket, Key: 'flow.json' };
  const sources: readonly object[] = [
    { DefinitionString: reading(...many('t')) },
    { StateMachineArn: machine },
    ...(bucket === undefined ? [] : [{ DefinitionS3Location: inBucket }]),
    ...(bucket === undefined ? [] : [{ DefinitionS3Location: { ...inBucket, Version: 'v' } }]),
    { DefinitionString: reading(...many('t')) },
  ];
  for (const source of sources) await ask('update', source);
  change();
  await ask('update', { DefinitionString: reading(...many('t')) });
  await ask('delete', { DefinitionString: reading('a') });
  const { inline, attached, tags } = aws.iam.stateOf(name).roles.get(name) ?? {};
  assert.deepEqual([inline?.size, attached?.size, tags?.size], [0, 0, BOTH.length]);
}

describe('what infra/terraform allows the function for Terraform is enough', () => {
  for (const [name, set] of Object.entries(SETS)) {
    it(`for deployments, with ${name}`, async () => deployments(await deployedWith(set)));
    if (set.variables['look_up'] !== 'disabled') {
      it(`for look-ups, with ${name}`, async () => lookUps(await deployedWith(set), ['RolePolicyFunction']));
    }
  }

  it('and no more: each permission is needed by a request, or explained', async () => {
    const stacks = await Promise.all(Object.values(SETS).map(({ variables }) => deployedByTerraform(variables)));
    const allowed = stacks.flatMap(({ policies }) =>
      (policies.get('RolePolicyFunctionRole')?.Statement ?? []).flatMap(({ Sid, Action }) =>
        list(Action).map((action) => `${Sid} ${action}`),
      ),
    );
    const used = (permission: string) => aws.permissions.used.has(`RolePolicyFunctionRole: ${permission}`);
    assert.ok(allowed.length > 50);
    assert.deepEqual(
      [...new Set(allowed)].filter((permission) => !used(permission) && EXPLAINED[permission] === undefined),
      [],
      'remove them from infra/terraform, or explain them in EXPLAINED',
    );
  });
});

describe('a function that was taken over', () => {
  for (const [which, tags] of [
    ['with one tag alone', [['rolefit:managed', 'true']]],
    ['with the other alone', [['rolefit:deployer', 'terraform']]],
    [
      'that names another deployer',
      [
        ['rolefit:managed', 'true'],
        ['rolefit:deployer', 'cloudformation'],
      ],
    ],
  ] as const) {
    it(`cannot change a role ${which}, or its tags`, async () => {
      const { policies } = await deployedByTerraform();
      const policy = policies.get('RolePolicyFunctionRole') ?? { Statement: [] };
      const resource = `arn:aws:iam::${ACCOUNT}:role/a`;
      const context = {
        ...Object.fromEntries(tags.map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
        'aws:TagKeys': 'rolefit:policy:rolefit',
        'iam:PolicyARN': `arn:aws:iam::${ACCOUNT}:policy/rolefit/a/b`,
      };
      const both = { ...context, ...Object.fromEntries(BOTH.map(([key, value]) => [`aws:ResourceTag/${key}`, value])) };
      for (const name of [
        'AttachRolePolicy',
        'DeleteRolePolicy',
        'DetachRolePolicy',
        'PutRolePolicy',
        'TagRole',
        'UntagRole',
      ]) {
        const action = `iam:${name}`;
        assert.ok(isAllowed(policy, { action, resource, context: both }), action);
        assert.ok(!isAllowed(policy, { action, resource, context }), action);
      }
    });
  }

  it('asks CloudFormation for nothing', async () => {
    const { policies } = await deployedByTerraform();
    const actions = [...policies.values()].flatMap(({ Statement }) => Statement.flatMap(({ Action }) => list(Action)));
    assert.deepEqual(
      actions.filter((action) => action.startsWith('cloudformation:')),
      [],
    );
  });
});

/** Whoever IAM lets by a policy of his own. */
const ANYBODY: TestPolicy = { Statement: [{ Action: 'lambda:*', Resource: '*' }] };

async function mayInvoke(variables: Variables, context: Readonly<Record<string, string>>): Promise<boolean> {
  const { resourcePolicies } = await deployedByTerraform(variables);
  const denying = resourcePolicies.get('RolePolicyInvocation') ?? { Statement: [] };
  const resource = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:rolefit-RolePolicyFunction`;
  const policy = { Statement: [...ANYBODY.Statement, ...denying.Statement] };
  const answers = [resource, `${resource}:$LATEST`].map((one) =>
    isAllowed(policy, { action: 'lambda:InvokeFunction', resource: one, context }),
  );
  assert.equal(answers[0], answers[1], 'by whatever name');
  return answers[0] === true;
}

describe('the function for Terraform is invoked', () => {
  const arn = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
  const by = (name: string) => ({ 'aws:PrincipalArn': arn(name) });
  const deployers = [arn('deploy'), arn('sso/Deploy_*')];

  it('by the deployers alone', async () => {
    assert.equal(await mayInvoke({ deployers }, by('deploy')), true);
    assert.equal(await mayInvoke({ deployers }, by('sso/Deploy_a1')), true);
    assert.equal(await mayInvoke({ deployers }, by('eve')), false);
    assert.equal(await mayInvoke({ deployers }, {}), false, 'a service for somebody');
  });

  it('by no execution role that rolefit writes, though it be a deployer', async () => {
    const fitted = { ...by('deploy'), 'aws:PrincipalTag/rolefit:managed': 'true' };
    assert.equal(await mayInvoke({ deployers }, fitted), false);
    assert.equal(await mayInvoke({ deployers: [arn('*')] }, fitted), false);
    assert.equal(await mayInvoke({ deployers: [arn('*')] }, by('eve')), true, 'whoever IAM lets, where all are named');
  });
});
