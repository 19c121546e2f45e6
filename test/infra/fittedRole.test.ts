import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Context } from 'aws-lambda';
import { readProperties } from '../../functions/role-policy/event.ts';
import { isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import type { EvaluatedResource } from '../../src/terraform/resource.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, contextOf, reading } from '../functions/hook.ts';
import { DEPLOYER, evaluated, jsonOf, parsed, type Variables } from '../support/terraformModule.ts';

/** infra/terraform/modules/fitted-role and the example that uses it: evaluated as tofu does, and sent to the function. */

const MODULE = 'infra/terraform/modules/fitted-role';
const OWNER = 'c0a80101-0000-4000-8000-000000000001';

/** What an apply tells. */
function attribute(address: string, name: string): Json {
  if (address.endsWith('terraform_data.owner') && name === 'id') return OWNER;
  if (address === 'aws_sqs_queue.orders' && name === 'url')
    return 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders';
  throw new Error(`the test knows no ${address}.${name}`);
}

/** Of a definition with a part that only an apply tells, the digest is not known either. */
function computed(expression: string): Json {
  assert.match(expression, /: sha256\(jsonencode\(local\.properties\)\)$/);
  return 'revision';
}

function argument(resources: readonly EvaluatedResource[], address: string, name: string): Json {
  const value = resources.find((one) => one.address === address)?.arguments.get(name);
  assert.ok(value, `${address} has no ${name}`);
  return jsonOf(value, attribute, computed);
}

const GIVEN = { function_name: 'rolefit-role-policy', role_name: 'orders', definition_string: reading('a') };

async function inputOf(variables: Variables = {}): Promise<JsonObject> {
  const resources = await evaluated(MODULE, { ...GIVEN, ...variables });
  return parsed(argument(resources, 'aws_lambda_invocation.policy', 'input'));
}

/** The input without what is null, as the function takes it. */
function propertiesIn({ Owner: _, Revision: __, ...input }: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/a';

const EVERY: Variables = {
  policy_name: 'fitted',
  state_machine_name: 'orders',
  definition_substitutions: { Table: 'a' },
  type: 'EXPRESS',
  logging: true,
  tracing: true,
  kms_key_arn: KEY,
  bucket_keys: { b: KEY },
  facts: { 'arn:aws:sqs:*:*:orders': { key: KEY } },
  extra_actions: { 'dynamodb:getItem': [{ actions: ['dynamodb:Query'], resources: ['*'] }] },
  allow_guarded_actions: ['iam:CreateUser'],
  drift_mode: 'alert',
  settle_seconds: 0,
};

/** Properties without a variable. */
const WITHOUT: Readonly<Record<string, string>> = {
  Definition: 'jsonencode makes the text that definition_string takes',
  ServiceToken: 'CloudFormation’s',
  ServiceTimeout: 'CloudFormation’s',
};

describe('fitted-role', () => {
  it('gives the function each property that it knows', async () => {
    const text = readFileSync('functions/role-policy/event.ts', 'utf8');
    const [, schema = ''] = /^const properties = z\n\s+\.strictObject\(\{\n(.*?)^ {2}\}\)/ms.exec(text) ?? [];
    const known = [...schema.matchAll(/^ {4}(\w+):/gm)].map(([, name = '']) => name);
    assert.ok(known.length > 15);
    const { Owner, Revision, ...input } = await inputOf();
    assert.deepEqual([Owner, typeof Revision], [OWNER, 'string']);
    assert.deepEqual(
      [...Object.keys(input), ...Object.keys(WITHOUT)].toSorted(),
      known.toSorted(),
      'give it a variable in snake_case, or say in WITHOUT why not',
    );
  });

  it('leaves out what has no value', async () => {
    assert.deepEqual(propertiesIn(await inputOf()), {
      RoleName: 'orders',
      PolicyName: 'rolefit',
      DefinitionString: reading('a'),
    });
  });

  it('gives values as the function takes them', async () => {
    const properties = propertiesIn(await inputOf(EVERY));
    assert.equal(Object.keys(properties).length, Object.keys(EVERY).length + 2);
    assert.equal(readProperties(properties).Type, 'EXPRESS');
    for (const [variable, expected] of [
      [
        { bucket: 'b', key: 'k' },
        { Bucket: 'b', Key: 'k' },
      ],
      [
        { bucket: 'b', key: 'k', version: 'v' },
        { Bucket: 'b', Key: 'k', Version: 'v' },
      ],
    ]) {
      assert.ok(variable);
      const located = await evaluated(MODULE, {
        function_name: 'f',
        role_name: 'orders',
        definition_s3_location: variable,
      });
      const properties = propertiesIn(parsed(argument(located, 'aws_lambda_invocation.policy', 'input')));
      assert.deepEqual(properties['DefinitionS3Location'], expected);
      assert.deepEqual(readProperties(properties).DefinitionS3Location, expected);
    }
  });

  it('names the input by a revision, so that an update that failed is seen', async () => {
    const revision = async (variables?: Variables) => (await inputOf(variables))['Revision'];
    assert.equal(await revision(), await revision());
    assert.notEqual(await revision(), await revision({ definition_string: reading('b') }));
    assert.notEqual(await revision(), await revision({ settle_seconds: 6 }), 'what the message says to change');
  });

  it('is replaced where role or policy are others, by whatever name of the role', async () => {
    const triggers = async (variables: Variables) =>
      argument(await evaluated(MODULE, { ...GIVEN, ...variables }), 'aws_lambda_invocation.policy', 'triggers');
    assert.deepEqual(await triggers({}), { role: 'orders', policy: 'rolefit' });
    const arn = 'arn:aws:iam::111122223333:role/workflows/orders';
    assert.deepEqual(await triggers({ role_name: arn, policy_name: 'fitted' }), { role: 'orders', policy: 'fitted' });
  });
});

describe('examples/terraform', () => {
  const aws = new EmbeddedAws();
  let handler: (event: unknown, context: Context) => Promise<unknown>;
  let example: readonly EvaluatedResource[] = [];
  before(async () => {
    await aws.start();
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'RolePolicyFunction',
      AWS_SECRET_ACCESS_KEY: 'test',
    });
    ({ handler } = await import('../../functions/role-policy/terraform.ts'));
    example = await evaluated('examples/terraform', { deployers: [DEPLOYER] });
  });
  after(() => aws.stop());

  it('fits its role, which has both tags, to its definition', async () => {
    const tags = argument(example, 'aws_iam_role.orders', 'tags');
    assert.ok(isObject(tags));
    const given = Object.entries(tags).map(([key, value]) => [key, String(value)] as const);
    aws.iam.createRole('orders', { tags: given });
    const input = parsed(argument(example, 'module.orders_role.aws_lambda_invocation.policy', 'input'));
    await handler({ ...input, SettleSeconds: 0, tf: { action: 'create', prev_input: null } }, contextOf());
    assert.deepEqual([...allowedBy(aws.iam.stateOf('orders'), 'orders')].toSorted(), [
      'dynamodb:UpdateItem arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
      'sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:orders',
    ]);
  });

  it('invokes the function that its own module deploys', () => {
    assert.equal(
      argument(example, 'module.orders_role.aws_lambda_invocation.policy', 'function_name'),
      argument(example, 'module.rolefit.aws_lambda_function.role_policy', 'function_name'),
    );
  });

  it('keeps the tags that rolefit writes, as docs/terraform-deploy.md says', () => {
    const wanted = /ignore_tags \{\s+key_prefixes = \["rolefit:policy:"\]\s+\}/;
    for (const file of ['examples/terraform/main.tf', 'docs/terraform-deploy.md']) {
      assert.match(readFileSync(file, 'utf8'), wanted);
    }
  });
});
