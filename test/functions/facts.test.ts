import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { readProperties } from '../../functions/role-policy/event.ts';
import { rolefitPoliciesOf } from '../../src/role/rolefitPolicy.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { definitionOf, FAMILY, HERE, KEY, QUEUE } from '../recheck/factRole.ts';
import { allowedBy, loadHook } from './hook.ts';
import { context, type Functions, loadFunctions, queued, recorded, roleArn, updated } from './recheck.ts';
import { AT_ONCE, addRole, asker, deploy, invoke, type World } from './stack.ts';

/** Facts in the deployed functions: the property Facts, look-ups, and what the re-check makes of both. */

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
  aws.resources.clear();
  aws.messages.length = 0;
  aws.fault = () => undefined;
});

/** A role whose state machine is deployed with a definition and these properties. */
async function deployedRole(definition: string, properties: object = {}) {
  const { name, define } = addRole(world);
  const { ask, create } = asker(world, hook, name);
  const answer = await create({ DefinitionString: definition, ...properties });
  define(definition);
  const allowed = (service: string) =>
    [...allowedBy(aws.iam.stateOf(name), name)].filter((one) => one.startsWith(`${service}:`)).toSorted();
  const check = async (event: object) => {
    aws.messages.length = 0;
    await invoke(world, 'DriftCheckFunction', () => functions.check(event, context()));
    return aws.messages.map(({ text }) => text).join('\n');
  };
  return {
    name,
    answer,
    allowed,
    define,
    again: (more: object) =>
      ask({ type: 'Update', physicalId: answer.PhysicalResourceId }, { DefinitionString: definition, ...more }),
    recordedFacts: () => {
      const [policy] = rolefitPoliciesOf(name, aws.iam.stateOf(name).roles.get(name)?.tags ?? new Map());
      return policy?.deployment?.facts;
    },
    /** Someone removes the policy, or changes the definition. */
    lose: () => {
      aws.iam.answer(new URLSearchParams({ Action: 'DeleteRolePolicy', RoleName: name, PolicyName: 'rolefit' }));
      return check(queued(recorded('DeleteRolePolicy', { roleName: name, policyName: 'rolefit' })));
    },
    change: (changed: string) => {
      define(changed);
      return check(updated(name));
    },
  };
}

const grantsOn = (id: string) => [`kms:Decrypt ${KEY(id)}`, `kms:GenerateDataKey ${KEY(id)}`];
const queueFacts = { 'arn:aws:sqs:*:*:q': { key: KEY('1') } };

describe('the property Facts', () => {
  it('says the key of a queue; the re-check puts back what rests on it', async () => {
    const role = await deployedRole(definitionOf(['q']), { Facts: queueFacts });
    assert.equal(role.answer.Status, 'SUCCESS', role.answer.Reason);
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    // As narrow as it was used, whatever pattern said it.
    assert.deepEqual(
      role.recordedFacts()?.facts.map(({ resource, facts }) => [resource, facts]),
      [[QUEUE('q'), { key: KEY('1') }]],
    );
    await role.lose();
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
  });

  it('counts before what AWS says', async () => {
    aws.resources.set(QUEUE('q'), { key: KEY('2') });
    const role = await deployedRole(definitionOf(['q']), { Facts: queueFacts });
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
  });

  it('names the roles of a task definition, which need no word in AllowGuardedActions then', async () => {
    const role = await deployedRole(definitionOf([], ['f']), {
      Facts: { [FAMILY('f')]: { roles: [roleArn('task')] } },
    });
    assert.equal(role.answer.Status, 'SUCCESS', role.answer.Reason);
    assert.deepEqual(role.allowed('iam'), [`iam:PassRole ${roleArn('task')}`]);
    await role.lose();
    assert.deepEqual(role.allowed('iam'), [`iam:PassRole ${roleArn('task')}`]);
  });

  it('names a resource of the template by the placeholder that the definition has: keys have no intrinsic functions', async () => {
    const definition = definitionOf(['q']).replace('https://sqs.eu-west-1.amazonaws.com/111122223333/q', '${Url}');
    const substitutions = { Url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/q', Arn: QUEUE('q') };
    const withKey = (resource: string, facts: object = { key: KEY('1') }) =>
      deployedRole(definition, { DefinitionSubstitutions: substitutions, Facts: { [resource]: facts } });
    const role = await withKey('${Arn}');
    assert.equal(role.answer.Status, 'SUCCESS', role.answer.Reason);
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    assert.match((await withKey('${Other}')).answer.Reason ?? '', /property Facts\.\$\{Other\} has no value/);
    assert.match((await withKey('${Url}')).answer.Reason ?? '', /property Facts\.\$\{Url\}: .*is no ARN/);
    assert.match(
      (await withKey('${Arn}', { roles: [] })).answer.Reason ?? '',
      /property Facts\.\$\{Arn\}: .*an SQS queue has no such field/,
    );
    assert.match((await withKey('${constructor}')).answer.Reason ?? '', /has no value/);
  });

  it('has texts for booleans, as CloudFormation sends them', () => {
    const workgroup = `arn:aws:athena:${HERE}:workgroup/w`;
    const read = (enforced: unknown) =>
      readProperties({
        ServiceToken: 't',
        RoleName: 'r',
        DefinitionString: '{}',
        Facts: { [workgroup]: { enforced } },
      });
    assert.deepEqual(read('true').Facts[0]?.facts, { enforced: true });
    assert.deepEqual(read('false').Facts[0]?.facts, { enforced: false });
    assert.throws(() => read('yes'), new RegExp(`^Error: property Facts\\.${workgroup} field enforced: `));
  });

  it('may be anything: it is read, or refused with its name', () => {
    const field = fc.dictionary(fc.constantFrom('key', 'roles', 'enforced', '__proto__'), fc.jsonValue());
    const facts = fc.dictionary(
      fc.constantFrom(QUEUE('q'), FAMILY('f'), '__proto__', 'q'),
      fc.oneof(field, fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.oneof(facts, fc.jsonValue()), (Facts) => {
        try {
          readProperties({ ServiceToken: 't', RoleName: 'r', DefinitionString: '{}', Facts });
        } catch (error) {
          assert.match(String(error), /^Error: property Facts/);
        }
      }),
    );
  });

  const WRONG: readonly (readonly [string, unknown, RegExp])[] = [
    ['no object', 'x', /property Facts must be an object/],
    ['no ARN', { q: { key: 'none' } }, /property Facts\.q is no ARN/],
    ['no facts', { [QUEUE('q')]: 'none' }, /property Facts\.arn:aws:sqs:.*:q "none" is no object of facts/],
    ['an unknown fact', { [QUEUE('q')]: { keys: 'none' } }, /property Facts\.arn:aws:sqs:.*:q field keys: /],
    ['a key that is none', { [QUEUE('q')]: { key: '*' } }, /property Facts\.arn:aws:sqs:.*:q field key: /],
    ['any key', { [QUEUE('q')]: { key: KEY('*') } }, /property Facts\.arn:aws:sqs:.*:q field key: /],
    ['any role', { [FAMILY('f')]: { roles: [roleArn('*')] } }, /property Facts\..*\/f field roles: /],
    ['one role', { [FAMILY('f')]: { roles: roleArn('r') } }, /property Facts\..*\/f field roles: .* write a list/],
  ];
  for (const [name, Facts, message] of WRONG) {
    it(`is refused with its place: ${name}`, async () => {
      const { answer } = await deployedRole(definitionOf(['q']), { Facts });
      assert.equal(answer.Status, 'FAILED');
      assert.match(answer.Reason ?? '', message);
    });
  }
});

describe('look-ups of a deployment', () => {
  it('find the key of a queue, which is recorded for the re-check', async () => {
    aws.resources.set(QUEUE('q'), { key: KEY('1') });
    const role = await deployedRole(definitionOf(['q']));
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    aws.resources.clear();
    await role.lose();
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
  });

  it('are made only where LookUp is enabled', async () => {
    world = deploy(aws, { ...AT_ONCE, LookUp: 'disabled' });
    aws.resources.set(QUEUE('q'), { key: KEY('1') });
    aws.calls.length = 0;
    const role = await deployedRole(definitionOf(['q']));
    await role.lose();
    assert.deepEqual(role.allowed('kms'), []);
    assert.deepEqual(
      aws.calls.filter(({ action }) => action.startsWith('GetQueue')),
      [],
    );
  });

  it('that fail are no error, and the next deployment keeps what the last one knew', async () => {
    aws.resources.set(QUEUE('q'), { key: KEY('1') });
    const role = await deployedRole(definitionOf(['q', 'other']));
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    aws.fault = ({ action }) =>
      action.startsWith('GetQueue') ? { kind: 'refuse', code: 'AccessDenied', status: 403 } : undefined;
    const answer = await role.again({});
    assert.equal(answer.Status, 'SUCCESS', answer.Reason);
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    assert.deepEqual(role.recordedFacts()?.earlier, []);
  });

  it('that find a role to pass ask for iam:PassRole in AllowGuardedActions: whoever may register a task definition has chosen it', async () => {
    aws.resources.set(FAMILY('f'), { roles: [roleArn('admin')] });
    const refused = await deployedRole(definitionOf([], ['f']));
    assert.equal(refused.answer.Status, 'FAILED');
    assert.match(refused.answer.Reason ?? '', /iam:PassRole on .*admin is guarded.*state it in Facts, or list/);
    const allowed = await deployedRole(definitionOf([], ['f']), { AllowGuardedActions: ['iam:PassRole'] });
    assert.deepEqual(allowed.allowed('iam'), [`iam:PassRole ${roleArn('admin')}`]);
  });

  it('that find the role which the definition names as the instance profile ask for no word: the default of Amazon EMR', async () => {
    const definition = JSON.stringify({
      StartAt: 'S',
      States: {
        S: {
          Type: 'Task',
          Resource: 'arn:aws:states:::elasticmapreduce:createCluster',
          Parameters: { Name: 'c', ServiceRole: roleArn('EMR_DefaultRole'), JobFlowRole: 'EMR_EC2_DefaultRole' },
          End: true,
        },
      },
    });
    const profile = 'arn:aws:iam::111122223333:instance-profile/EMR_EC2_DefaultRole';
    aws.resources.set(profile, { roles: [roleArn('EMR_EC2_DefaultRole')] });
    const named = await deployedRole(definition, { AllowGuardedActions: ['iam:CreateServiceLinkedRole'] });
    assert.equal(named.answer.Status, 'SUCCESS', named.answer.Reason);
    assert.ok(named.allowed('iam').includes(`iam:PassRole ${roleArn('EMR_EC2_DefaultRole')}`));
    aws.resources.set(profile, { roles: [roleArn('admin')] });
    const other = await deployedRole(definition, { AllowGuardedActions: ['iam:CreateServiceLinkedRole'] });
    assert.match(other.answer.Reason ?? '', /iam:PassRole on .*admin is guarded/);
  });

  it('leave what an earlier deployment knew on record, where the policy keeps what executions may need', async () => {
    world = deploy(aws, AT_ONCE);
    aws.resources.set(QUEUE('q'), { key: KEY('1') });
    const role = await deployedRole(definitionOf(['q']));
    aws.resources.set(QUEUE('q'), { key: KEY('2') });
    await role.again({});
    assert.deepEqual(
      role.recordedFacts()?.earlier.map(({ facts }) => facts.map((one) => one.facts)),
      [[{ key: KEY('1') }]],
    );
  });
});

describe('threat model: what resources are is untrusted after the deployment', () => {
  it('whoever may change a queue’s key gains nothing: the role keeps the old one, and it is told', async () => {
    aws.resources.set(QUEUE('q'), { key: KEY('1') });
    const role = await deployedRole(definitionOf(['q']));
    aws.resources.set(QUEUE('q'), { key: KEY('eve') });
    const message = await role.lose();
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    assert.match(message, /kms:Decrypt.*key\/eve.*not granted, since only a look-up after the deployment names it/);
    assert.match(message, /If it is meant, deploy the definition/);
  });

  it('whoever may change a definition gains no key of a queue that no deployment knows', async () => {
    aws.resources.set(QUEUE('eve'), { key: KEY('eve') });
    const role = await deployedRole(definitionOf(['q']), { Facts: queueFacts });
    const message = await role.change(definitionOf(['q', 'eve']));
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
    assert.match(message, /key\/eve.*not granted/);
  });

  it('whoever may register a task definition gains no role for it to be passed', async () => {
    const Facts = { [FAMILY('f')]: { roles: [roleArn('task')] } };
    const role = await deployedRole(definitionOf([], ['f']), { Facts });
    aws.resources.set(FAMILY('f'), { roles: [roleArn('admin')] });
    const message = await role.lose();
    assert.deepEqual(role.allowed('iam'), [`iam:PassRole ${roleArn('task')}`]);
    assert.match(message, /iam:PassRole on .*role\/admin/);
    aws.resources.set(FAMILY('eve'), { roles: [roleArn('admin')] });
    await role.change(definitionOf([], ['f', 'eve']));
    assert.deepEqual(role.allowed('iam'), [`iam:PassRole ${roleArn('task')}`]);
  });

  it('whoever may write tags cannot end a check with them: broken facts take nothing away', async () => {
    const role = await deployedRole(definitionOf(['q']), { Facts: queueFacts });
    aws.iam.setTag(role.name, 'rolefit:policy:rolefit:facts:1', '1:x');
    await role.change(definitionOf(['q']));
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
  });

  it('a look-up that AWS refuses or does not answer changes nothing', async () => {
    const role = await deployedRole(definitionOf(['q']), { Facts: queueFacts });
    aws.fault = ({ action }) =>
      action.startsWith('GetQueue') ? { kind: 'refuse', code: 'AccessDenied', status: 403 } : undefined;
    assert.doesNotMatch(await role.lose(), /not granted|could not be checked/);
    assert.deepEqual(role.allowed('kms'), grantsOn('1'));
  });
});
