import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json, JsonObject } from '../../src/asl/json.ts';
import { withPlan } from '../../src/terraform/shown/merge.ts';
import { configurationOfPlan } from '../../src/terraform/shown/plan.ts';
import { configurationOfState } from '../../src/terraform/shown/state.ts';
import { configuration, list, ref, resource, text, unknown } from './configurations.ts';

/** Source of the format: https://developer.hashicorp.com/terraform/internals/json-format */

const AT = { file: 'plan.json', lineOf: () => 7 };
const PLACE = { file: 'plan.json', line: 7 };

interface Planned {
  readonly values: JsonObject;
  readonly unknown?: JsonObject;
  readonly expressions?: JsonObject;
}

/** A plan of resources of the root module and of one module, by address. */
function plan(
  resources: Readonly<Record<string, Planned>>,
  more: {
    readonly module?: JsonObject;
    readonly variables?: JsonObject;
    readonly provider?: JsonObject;
    readonly prior?: readonly JsonObject[];
  } = {},
): JsonObject {
  const entries = Object.entries(resources);
  const shown = (address: string, values: Json) => {
    const local = address.replace(/^module\.m(?:\["\w+"\])?\./, '');
    const mode = local.startsWith('data.') ? 'data' : 'managed';
    const [type = '', name = ''] = local
      .replace(/^data\./, '')
      .replace(/\[.*$/, '')
      .split('.');
    return { address, mode, type, name, values };
  };
  const inModule = (address: string) => address.startsWith('module.m');
  const written = (module: boolean) =>
    entries
      .filter(([address]) => inModule(address) === module)
      .map(([address, { expressions = {} }]) => ({
        address: address.replace(/^module\.m(?:\["\w+"\])?\./, '').replace(/\[.*$/, ''),
        provider_config_key: 'aws',
        expressions,
      }));
  return {
    format_version: '1.2',
    terraform_version: '1.9.0',
    variables: more.variables ?? {},
    planned_values: {
      root_module: {
        resources: entries
          .filter(([address]) => !inModule(address))
          .map(([address, { values }]) => shown(address, values)),
        child_modules: [
          {
            address: 'module.m',
            resources: entries
              .filter(([address]) => inModule(address))
              .map(([address, { values }]) => shown(address, values)),
          },
        ],
      },
    },
    resource_changes: entries.map(([address, { unknown: after_unknown = {} }]) => ({
      address,
      change: { after_unknown },
    })),
    prior_state: { values: { root_module: { resources: more.prior ?? [] } } },
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: more.provider ?? {} } },
      root_module: {
        resources: written(false),
        module_calls: { m: { ...more.module, module: { resources: written(true) } } },
      },
    },
  };
}

/** One argument of one resource of a plan. */
function argument(json: JsonObject, address: string, name: string) {
  return configurationOfPlan(json, AT)
    ?.resources.find((each) => each.address === address)
    ?.arguments.get(name);
}

const ROLE = { 'aws_iam_role.r': { values: { name: 'r' }, unknown: { arn: true, id: true } } };
const references = (...all: readonly string[]) => ({ references: all });

describe('a plan', () => {
  it('tells what is known', () => {
    assert.deepEqual(argument(plan(ROLE), 'aws_iam_role.r', 'name'), { kind: 'known', value: 'r' });
  });

  it('leaves out attributes that only an apply tells: references to them stay', () => {
    assert.equal(argument(plan(ROLE), 'aws_iam_role.r', 'arn'), undefined);
  });

  it('names the one resource that an ARN, a name or a document comes from', () => {
    const json = plan({
      ...ROLE,
      'aws_sfn_state_machine.m': {
        values: { name: 'm' },
        unknown: { role_arn: true },
        expressions: { role_arn: references('aws_iam_role.r.arn', 'aws_iam_role.r') },
      },
    });
    assert.deepEqual(argument(json, 'aws_sfn_state_machine.m', 'role_arn'), {
      kind: 'reference',
      address: 'aws_iam_role.r',
      path: ['arn'],
      place: PLACE,
    });
  });

  it('never guesses a text with references in it', () => {
    const json = plan({
      ...ROLE,
      'aws_sfn_state_machine.m': {
        values: { name: 'm' },
        unknown: { definition: true },
        expressions: { definition: references('aws_sqs_queue.q.url', 'aws_sqs_queue.q') },
      },
    });
    const value = argument(json, 'aws_sfn_state_machine.m', 'definition');
    assert.equal(value?.kind, 'unknown');
    assert.match(value?.kind === 'unknown' ? value.why : '', /depends on aws_sqs_queue\.q\.url; give the folder/);
  });

  it('follows variables of modules to what their calls give them', () => {
    const json = plan(
      {
        ...ROLE,
        'module.m.aws_sfn_state_machine.m': {
          values: {},
          unknown: { role_arn: true },
          expressions: { role_arn: references('var.role_arn') },
        },
      },
      { module: { expressions: { role_arn: references('aws_iam_role.r.arn', 'aws_iam_role.r') } } },
    );
    const value = argument(json, 'module.m.aws_sfn_state_machine.m', 'role_arn');
    assert.equal(value?.kind === 'reference' && value.address, 'aws_iam_role.r');
  });

  it('does not choose among instances', () => {
    const json = plan({
      'aws_iam_role.r["a"]': { values: {}, unknown: { arn: true } },
      'aws_iam_role.r["b"]': { values: {}, unknown: { arn: true } },
      'aws_sfn_state_machine.m': {
        values: {},
        unknown: { role_arn: true },
        expressions: { role_arn: references('aws_iam_role.r', 'each.key') },
      },
    });
    assert.equal(argument(json, 'aws_sfn_state_machine.m', 'role_arn')?.kind, 'unknown');
  });

  it('tells parts of nested blocks', () => {
    const json = plan({
      'aws_sfn_state_machine.m': {
        values: { logging_configuration: [{ level: 'ALL' }] },
        unknown: { logging_configuration: [{ log_destination: true }] },
        expressions: {
          logging_configuration: [
            { log_destination: references('aws_cloudwatch_log_group.g.arn', 'aws_cloudwatch_log_group.g') },
          ],
        },
      },
    });
    const blocks = argument(json, 'aws_sfn_state_machine.m', 'logging_configuration');
    const [block] = blocks?.kind === 'list' ? blocks.items : [];
    const entries = block?.kind === 'object' ? [...block.entries].map(([name, { kind }]) => [name, kind]) : [];
    assert.deepEqual(entries, [
      ['level', 'known'],
      ['log_destination', 'unknown'],
    ]);
  });

  it('says where the provider is: a constant, a variable, and the account that a data source has read', () => {
    const identity = {
      address: 'data.aws_caller_identity.me',
      mode: 'data',
      type: 'aws_caller_identity',
      values: { account_id: '111122223333' },
    };
    for (const provider of [{ region: { constant_value: 'eu-west-1' } }, { region: references('var.region') }]) {
      const json = plan(ROLE, { provider, variables: { region: { value: 'eu-west-1' } }, prior: [identity] });
      const [role] = configurationOfPlan(json, AT)?.resources ?? [];
      assert.deepEqual(role?.provider, { accountId: '111122223333', region: 'eu-west-1' });
    }
  });

  it('is not a state, and a state is no plan', () => {
    assert.equal(configurationOfState(plan(ROLE), AT), undefined);
    assert.equal(configurationOfPlan({ values: { root_module: {} } }, AT), undefined);
  });
});

describe('a state', () => {
  const values = { name: 'q', arn: 'arn:aws:sqs:eu-west-1:111122223333:q' };
  const PROVIDER = { region: 'eu-west-1', accountId: '111122223333' };
  const STATES: readonly (readonly [string, JsonObject])[] = [
    [
      'as terraform show -json prints it',
      {
        values: {
          root_module: {
            child_modules: [
              {
                address: 'module.m["a"]',
                resources: [
                  { address: 'module.m["a"].aws_sqs_queue.q[0]', mode: 'managed', type: 'aws_sqs_queue', values },
                ],
              },
            ],
          },
        },
      },
    ],
    [
      'in its own file',
      {
        version: 4,
        terraform_version: '1.9.0',
        resources: [
          {
            module: 'module.m["a"]',
            mode: 'managed',
            type: 'aws_sqs_queue',
            name: 'q',
            instances: [{ index_key: 0, attributes: values }],
          },
        ],
      },
    ],
  ];
  for (const [what, json] of STATES) {
    it(`${what} has addresses, values and places`, () => {
      const [queue, ...others] = configurationOfState(json, AT)?.resources ?? [];
      assert.deepEqual(others, []);
      assert.equal(queue?.address, 'module.m["a"].aws_sqs_queue.q[0]');
      assert.deepEqual(queue?.provider, PROVIDER);
      assert.deepEqual(queue?.arguments.get('name'), { kind: 'known', value: 'q' });
    });
  }
});

describe('a plan beside the files', () => {
  const FILES = configuration(
    resource('aws_sfn_state_machine.m', {
      name: unknown('var.name'),
      definition: text`{"Q":"${ref('aws_sqs_queue.q', 'url')}"}`,
    }),
    resource('aws_sqs_queue.gone', { name: 'gone' }),
    resource('data.aws_iam_policy_document.d', { statement: list() }),
  );
  const PLAN = configuration(
    resource('aws_sfn_state_machine.m', { name: 'orders', definition: unknown('definition') }),
    resource('module.registry.aws_sqs_queue.q["a"]', { name: 'q' }),
  );
  const both = withPlan(
    { ...FILES, unread: [{ place: PLACE, why: 'its source is not local', address: 'module.registry' }] },
    PLAN,
  );

  it('decides which resources there are, also of modules that the folder lacks', () => {
    assert.deepEqual(
      both.resources.map(({ address }) => address),
      ['aws_sfn_state_machine.m', 'module.registry.aws_sqs_queue.q["a"]', 'data.aws_iam_policy_document.d'],
    );
    assert.deepEqual(both.unread, []);
  });

  it('fills in what the files leave open, and leaves their references', () => {
    const [machine] = both.resources;
    assert.deepEqual(machine?.arguments.get('name'), { kind: 'known', value: 'orders' });
    assert.equal(machine?.arguments.get('definition')?.kind, 'text');
  });
});
