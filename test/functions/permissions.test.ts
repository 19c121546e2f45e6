import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sweepFiles } from '../../functions/fleetFiles.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { deployed } from '../support/deployed.ts';
import { list } from '../support/iam.ts';
import type { Parameters } from '../support/intrinsics.ts';
import { EXPLAINED, lookUps } from './allowed.ts';
import { loadHook, many, reading } from './hook.ts';
import { context, type Functions, HERE, loadFunctions, queued, recorded, SWEEP, updated } from './recheck.ts';
import { AT_ONCE, addRole, asker, deploy, EVERYTHING, invoke, type World } from './stack.ts';

/**
 * The functions' main paths, with the permissions that template.yaml gives their roles: each request is allowed, and each
 * permission is needed by a request, or by what is named here.
 */

const aws = new EmbeddedAws();
let hook: Awaited<ReturnType<typeof loadHook>>;
let functions: Functions;
before(async () => {
  await aws.start();
  hook = await loadHook(aws.endpoint);
  functions = await loadFunctions(aws.endpoint);
});
after(() => aws.stop());
const SETS: Readonly<Record<string, Parameters>> = {
  'the defaults': AT_ONCE,
  'every parameter': EVERYTHING,
  'no sweep and no alarms': { ...AT_ONCE, Sweep: 'disabled', Alarms: 'disabled' },
  'no re-check': { DriftCheck: 'disabled' },
  'no look-ups': { ...AT_ONCE, LookUp: 'disabled' },
};

/** A deployed policy's life: inline, managed, changed by others, from each source, and deleted. */
async function deployments(world: World): Promise<void> {
  const { name, machine, define, change } = addRole(world);
  const { ask, create } = asker(world, hook, name);
  const first = await create({ DefinitionString: reading('a') });
  assert.equal(first.Status, 'SUCCESS', first.Reason);
  define(reading('a'));
  const update = { type: 'Update', physicalId: first.PhysicalResourceId } as const;
  const { bucket } = world;
  if (bucket !== undefined) aws.objects.set(`${bucket}/flow.json`, reading('s3'));
  const inBucket = { Bucket: bucket, Key: 'flow.json' };
  const sources: readonly object[] = [
    { DefinitionString: reading(...many('t')) },
    { StateMachineArn: machine },
    ...(bucket === undefined ? [] : [{ DefinitionS3Location: inBucket }]),
    ...(bucket === undefined ? [] : [{ DefinitionS3Location: { ...inBucket, Version: 'v' } }]),
    { DefinitionString: reading(...many('t')) },
  ];
  for (const source of sources) {
    const answer = await ask(update, source);
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
  }
  change();
  const restored = await ask(update, { DefinitionString: reading(...many('t')) });
  assert.equal(restored.Status, 'SUCCESS', restored.Reason);
  await imported(world, name);
  const deleted = await ask({ ...update, type: 'Delete' }, { DefinitionString: reading('a') });
  assert.equal(deleted.Status, 'SUCCESS', deleted.Reason);
}

/** The template refers to what neither the request nor the stack's events show. */
async function imported(world: World, role: string): Promise<void> {
  const template = {
    Resources: {
      RolePolicy: {
        Type: 'Custom::StateMachineRolePolicy',
        Properties: {
          ServiceToken: { 'Fn::ImportValue': 'rolefit-ServiceToken' },
          RoleName: { Ref: 'Role' },
          StateMachineName: role,
          SettleSeconds: 0,
          DefinitionString: reading(...many('t')),
        },
      },
    },
  };
  const withoutProperties: typeof hook = async (event, context) => {
    const stack = aws.cloudFormation.stacks.get(event.StackId);
    assert.ok(stack);
    aws.cloudFormation.exports.set('rolefit-ServiceToken', context.invokedFunctionArn);
    const events = stack.events.map(({ properties: _, ...shown }) => shown);
    aws.cloudFormation.stacks.set(stack.id, { ...stack, events, physicalIds: new Map([['Role', role]]) });
    return hook(event, context);
  };
  const { ask } = asker(world, withoutProperties, role);
  const update = { type: 'Update', physicalId: `${role}/rolefit`, template: JSON.stringify(template) } as const;
  const answer = await ask(update, { DefinitionString: reading(...many('t')) });
  assert.equal(answer.Status, 'SUCCESS', answer.Reason);
}

/** What happens to a role after its deployment: grown, changed by hand, and shrunk by the sweep. */
async function changes(world: World): Promise<void> {
  const { name, machine, record, claim, define, change } = addRole(world);
  claim();
  const check = (event: object) => invoke(world, 'DriftCheckFunction', () => functions.check(event, context()));
  define(reading('a'));
  aws.states.machines.set(`${machine}:1`, record(reading('b')));
  aws.states.routes.set(machine, `${machine}:1`);
  const executionArn = `arn:aws:states:${HERE}:execution:${name}:1`;
  const revision = { ...record(reading('c')), updateDate: 1 };
  aws.states.executions.set(machine, [{ executionArn, startDate: 2, revision }]);
  await check(updated(name));
  assert.ok(aws.iam.stateOf(name).roles.get(name)?.inline.has('rolefit'));
  define(reading(...many('t')));
  await check(updated(name));
  const policyArn = change();
  await check(queued(recorded('SetDefaultPolicyVersion', { policyArn, versionId: 'v2' })));
  assert.equal(aws.iam.stateOf(name).policies.get(policyArn)?.version, 'v1');
  aws.iam.answer(new URLSearchParams({ Action: 'DetachRolePolicy', RoleName: name, PolicyArn: policyArn }));
  await check(queued(recorded('DetachRolePolicy', { roleName: name, policyArn })));
  assert.ok(aws.iam.stateOf(name).roles.get(name)?.attached.has(policyArn));
  if (!world.stack.functions.has('SweepFunction')) return;
  aws.states.executions.clear();
  await sweep(world, check);
  assert.equal(aws.iam.stateOf(name).roles.get(name)?.inline.size, 0);
  define(reading('a'));
  await sweep(world, check);
  assert.equal(aws.iam.stateOf(name).policies.size, 0);
}

/** The sweep's steps, in the order of infra/sweep.asl.json. */
async function sweep(world: World, check: (item: object) => Promise<unknown>): Promise<void> {
  aws.age();
  const name = `sweep-${sweeps++}`;
  const executionArn = `${SWEEP.replace(':stateMachine:', ':execution:')}:${name}`;
  const revision = { definition: '{}', updateDate: 1 };
  aws.states.executions.set(SWEEP, [{ executionArn, startDate: 1, revision }]);
  const step = (step: string) =>
    invoke(world, 'SweepFunction', () => functions.sweep({ step, executionArn }, context()));
  const { roles, again } = sweepFiles(name);
  const items = (file: string) => JSON.parse(aws.objects.get(`sweep/${file}`) ?? '[]');
  await step('list');
  for (const item of items(roles)) await check(item);
  await step('gather');
  for (const item of items(again)) await check(item);
  await step('finish');
}

let sweeps = 0;

describe('what template.yaml allows is enough', () => {
  for (const [name, parameters] of Object.entries(SETS)) {
    it(`for deployments, with ${name}`, () => deployments(deploy(aws, parameters)));
    if (parameters['LookUp'] !== 'disabled')
      it(`for look-ups, with ${name}`, () =>
        lookUps(deploy(aws, parameters), ['RolePolicyFunction', 'DriftCheckFunction']));
    if (parameters['DriftCheck'] !== 'disabled') {
      it(`for the re-check and the sweep, with ${name}`, () => changes(deploy(aws, parameters)));
    }
  }

  it('and no look-up is allowed where they are off', () => {
    const { policies } = deployed({ LookUp: 'disabled' });
    const sids = [...policies.values()].flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid));
    assert.deepEqual(
      sids.filter((sid) => sid?.startsWith('LookUp')),
      [],
    );
  });

  it('and no more: each permission is needed by a request, or explained', () => {
    const allowed = Object.values(SETS).flatMap((parameters) => {
      const { functions, policies } = deployed(parameters);
      return [...functions.values()].flatMap(({ role }) =>
        (policies.get(role)?.Statement ?? []).flatMap(({ Sid, Action }) =>
          list(Action).map((action) => `${role}: ${Sid} ${action}`),
        ),
      );
    });
    const unused = allowed.filter((permission) => !aws.permissions.used.has(permission));
    const explanation = (permission: string) => permission.replace(/^\w+: /, '');
    const notNeeded = unused.filter((permission) => EXPLAINED[explanation(permission)] === undefined);
    assert.deepEqual([...new Set(notNeeded)], [], 'remove them from template.yaml, or explain them in EXPLAINED');
    const explained = new Set(unused.map(explanation));
    const stale = Object.keys(EXPLAINED).filter((permission) => !explained.has(permission));
    assert.deepEqual(stale, [], 'EXPLAINED has what requests need, or nothing allows');
  });
});
