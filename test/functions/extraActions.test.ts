import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { approvalDigest, operationDigest, rolefitPoliciesOf } from '../../src/role/rolefitPolicy.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { allowedBy, loadHook } from './hook.ts';
import { context, type Functions, loadFunctions, updated } from './recheck.ts';
import { AT_ONCE, addRole, asker, deploy, invoke, type World } from './stack.ts';

/** The property ExtraActions: the hook alone reads it, at a deployment, and the re-check leaves what it granted. */

const aws = new EmbeddedAws();
let hook: Awaited<ReturnType<typeof loadHook>>;
let functions: Functions;
let world: World;
before(async () => {
  await aws.start();
  hook = await loadHook(aws.endpoint);
  functions = await loadFunctions(aws.endpoint);
});
after(() => aws.stop());
beforeEach(() => {
  world = deploy(aws, { ...AT_ONCE, Sweep: 'disabled' });
});
afterEach(() => {
  aws.messages.length = 0;
});

const EXTRA = {
  'aws-sdk:newservice:doIt': [
    {
      actions: ['newservice:DoIt'],
      resources: ['arn:${AWS::Partition}:newservice:${AWS::Region}:${AWS::AccountId}:thing/{ThingName}'],
    },
  ],
};
const on = (name: string) => `newservice:DoIt arn:aws:newservice:eu-west-1:111122223333:thing/${name}`;

function doing(ThingName: string, api = 'doIt'): string {
  return JSON.stringify({
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:newservice:${api}`, Parameters: { ThingName }, End: true },
    },
  });
}

async function deployedRole(definition: string, properties: object) {
  const { name, define } = addRole(world);
  const { ask, create } = asker(world, hook, name);
  const answer = await create({ DefinitionString: definition, ...properties });
  define(definition);
  return {
    answer,
    allowed: () => [...allowedBy(aws.iam.stateOf(name), name)].toSorted(),
    tags: () =>
      [...(aws.iam.stateOf(name).roles.get(name)?.tags.keys() ?? [])].filter((key) => key.includes(':extra:')),
    recorded: () =>
      rolefitPoliciesOf(name, aws.iam.stateOf(name).roles.get(name)?.tags ?? new Map())[0]?.deployment?.extra?.latest
        .operations,
    again: (more: object) =>
      ask({ type: 'Update', physicalId: answer.PhysicalResourceId }, { DefinitionString: definition, ...more }),
    /** Someone deletes rolefit's policy. */
    remove: () =>
      aws.iam.answer(new URLSearchParams({ Action: 'DeleteRolePolicy', RoleName: name, PolicyName: 'rolefit' })),
    /** Someone changes the definition; what the re-check tells. */
    change: async (changed: string) => {
      define(changed);
      aws.messages.length = 0;
      await invoke(world, 'DriftCheckFunction', () => functions.check(updated(name), context()));
      return aws.messages.map(({ text }) => text).join('\n');
    },
  };
}

describe('the property ExtraActions', () => {
  it('grants what an operation needs that no table has; without it the deployment fails with the lines to add', async () => {
    const role = await deployedRole(doing('x'), { ExtraActions: EXTRA });
    assert.equal(role.answer.Status, 'SUCCESS', role.answer.Reason);
    assert.deepEqual(role.allowed(), [on('x')]);
    const { answer } = await deployedRole(doing('x'), {});
    assert.equal(answer.Status, 'FAILED');
    assert.match(answer.Reason ?? '', /ExtraActions.*"aws-sdk:newservice:doIt"/);
  });

  it('is recorded in tags, and an update that changes nothing writes nothing', async () => {
    const role = await deployedRole(doing('x'), { ExtraActions: EXTRA });
    assert.equal(role.tags().length, 1);
    const again = await role.again({ ExtraActions: EXTRA });
    assert.equal(again.Data?.['Writes'], 0);
  });

  it('is no alert of the re-check, and stays whatever it is called with', async () => {
    const role = await deployedRole(doing('x'), { ExtraActions: EXTRA });
    assert.equal(await role.change(doing('x').replace('"End":true', '"Comment":"c","End":true')), '');
    await role.change(doing('y'));
    assert.deepEqual(role.allowed(), [on('x')]);
  });

  it('raises an alert where someone takes away what it granted: that cannot be put back', async () => {
    const role = await deployedRole(doing('x'), { ExtraActions: EXTRA });
    role.remove();
    const told = await role.change(doing('x').replace('"End":true', '"Comment":"c","End":true'));
    assert.match(told, /lost a permission that ExtraActions granted in policy rolefit/);
    assert.deepEqual(role.allowed(), []);
    assert.equal((await role.again({ ExtraActions: EXTRA })).Status, 'SUCCESS');
    assert.deepEqual(role.allowed(), [on('x')]);
    assert.equal(await role.change(doing('x')), '');
  });

  it('gives nothing to who changes the definition', async () => {
    const role = await deployedRole(doing('x'), { ExtraActions: EXTRA });
    const told = await role.change(doing('y', 'other'));
    assert.deepEqual(role.allowed(), [on('x')]);
    assert.match(told, /newservice:other/);
  });

  it('has the guards of everything else: the template must name the action', async () => {
    const ExtraActions = { 'aws-sdk:newservice:doIt': [{ actions: ['iam:AttachRolePolicy'], resources: ['*'] }] };
    const refused = await deployedRole(doing('x'), { ExtraActions });
    assert.match(refused.answer.Reason ?? '', /iam:AttachRolePolicy on \* is guarded.*AllowGuardedActions/);
    const named = await deployedRole(doing('x'), { ExtraActions, AllowGuardedActions: ['iam:AttachRolePolicy'] });
    assert.equal(named.answer.Status, 'SUCCESS', named.answer.Reason);
  });

  it('keeps what a narrower one grants in so many words beside what executions may still need of the last', async () => {
    const everything = { 'aws-sdk:newservice:doIt': [{ actions: ['newservice:DoIt'], resources: ['*'] }] };
    world = deploy(aws, AT_ONCE);
    const role = await deployedRole(doing('x'), { ExtraActions: everything });
    const narrowed = await role.again({ ExtraActions: EXTRA });
    assert.equal(narrowed.Status, 'SUCCESS', narrowed.Reason);
    const both = ['newservice:DoIt *', on('x')];
    assert.deepEqual(role.allowed(), both);
    const recorded = role.recorded();
    assert.equal((await role.again({ ExtraActions: EXTRA })).Status, 'SUCCESS');
    assert.deepEqual([role.allowed(), role.recorded()], [both, recorded]);
  });

  it('grants in so many words what a wider entry, or a table, has as well', async () => {
    const both = [
      ...EXTRA['aws-sdk:newservice:doIt'],
      { actions: ['newservice:DoIt', 'newservice:Other'], resources: ['arn:aws:newservice:eu-west-1:111122223333:*'] },
    ];
    const role = await deployedRole(doing('x'), { ExtraActions: { 'aws-sdk:newservice:doIt': both } });
    const wide = 'arn:aws:newservice:eu-west-1:111122223333:*';
    assert.deepEqual(role.allowed(), [`newservice:DoIt ${wide}`, on('x'), `newservice:Other ${wide}`]);
  });

  it('is recorded with the permissions that it gave an operation, and none that a table gives it', async () => {
    const topic = 'arn:aws:sns:eu-west-1:111122223333:t';
    const conditions = { StringEquals: { 'aws:PrincipalTag/team': ['a'] } };
    const publish = { actions: ['sns:Publish', 'sns:Other'], resources: [topic], conditions };
    const definition = JSON.stringify({
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:sns:publish',
          Parameters: { TopicArn: topic, Message: 'm' },
          End: true,
        },
      },
    });
    const role = await deployedRole(definition, { ExtraActions: { 'aws-sdk:sns:publish': [publish] } });
    assert.equal(role.answer.Status, 'SUCCESS', role.answer.Reason);
    const permissions = publish.actions.map((action) => approvalDigest(action, topic, conditions));
    assert.deepEqual(
      role.recorded(),
      new Map([[operationDigest('aws-sdk:sns:publish'), new Set(permissions.toSorted())]]),
    );
  });

  it('is refused with the operation and what is wrong', async () => {
    const ExtraActions = { 'aws-sdk:newservice:doIt': [{ actions: ['*'], resources: ['*'] }] };
    const { answer } = await deployedRole(doing('x'), { ExtraActions });
    assert.match(answer.Reason ?? '', /property ExtraActions.*aws-sdk:newservice:doIt: entry 1: "\*" is no IAM action/);
  });
});

describe('the functions', () => {
  it('guess nothing: only the command line does', () => {
    const folders = ['functions', 'src/recheck', 'src/role'];
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    );
    assert.deepEqual(
      files.filter((file) => /\bguess\b/.test(readFileSync(file, 'utf8'))),
      [],
    );
  });

  it('read ExtraActions in the hook alone', () => {
    const files = ['functions/drift-check', 'functions/sweep', 'src/recheck'].flatMap((folder) =>
      readdirSync(folder, { encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    );
    assert.deepEqual(
      files.filter((file) => /extraActions\s*[:,}]/.test(readFileSync(file, 'utf8'))),
      [],
    );
  });
});
