import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ResourceFacts } from '../../src/facts/fact.ts';
import type { LookUpUntil } from '../../src/recheck/checkLookUp.ts';
import type { RoleReport } from '../../src/recheck/report.ts';
import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { approvalDigest, type Deployment, tagsOf } from '../../src/role/rolefitPolicy.ts';
import {
  awsSays,
  CheckedRole,
  definitionOf,
  deployedFacts,
  FAMILY,
  type FactRole,
  KEY,
  NOW,
  QUEUE,
} from './factRole.ts';
import { policyIdOf } from './world.ts';

/** What the re-check grants depends on what deployments knew, and never on what AWS says later. */

const ROLE = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const PASS = { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } };
const passing = (...names: readonly string[]) =>
  new Set(names.map((name) => approvalDigest('iam:PassRole', ROLE(name), PASS)));

const deployed = (facts: Readonly<Record<string, ResourceFacts>>, more: object = {}) => ({
  facts: { ...NO_FACTS, facts: deployedFacts(facts) },
  ...more,
});

async function settled(role: FactRole, lookUp?: LookUpUntil) {
  const checked = new CheckedRole(role);
  const report = await checked.settle(lookUp);
  return { report, checked, allowed: checked.allowed() };
}

const keysIn = (allowed: readonly string[]) => allowed.filter((one) => one.startsWith('kms:'));
const passed = (allowed: readonly string[]) => allowed.filter((one) => one.startsWith('iam:PassRole'));
const bothOf = (id: string) => [`kms:Decrypt ${KEY(id)}`, `kms:GenerateDataKey ${KEY(id)}`];

describe('what a deployment has recorded', () => {
  const lookUps: readonly (readonly [string, LookUpUntil | undefined])[] = [
    ['without look-ups', undefined],
    ['where nothing can be looked up', awsSays({})],
    ['where AWS says the same', awsSays({ [QUEUE('q')]: { key: KEY('1') }, [FAMILY('f')]: { roles: [ROLE('task')] } })],
    [
      'where AWS says otherwise',
      awsSays({ [QUEUE('q')]: { key: KEY('2') }, [FAMILY('f')]: { roles: [ROLE('admin')] } }),
    ],
    ['where look-ups fail', () => () => Promise.reject(new Error('broken'))],
  ];
  for (const [when, lookUp] of lookUps) {
    it(`is put back and stays, and is made no wider, ${when}`, async () => {
      const role = {
        definition: definitionOf(['q'], ['f']),
        deployment: deployed(
          { [QUEUE('q')]: { key: KEY('1') }, [FAMILY('f')]: { roles: [ROLE('task')] } },
          { approved: passing('task') },
        ),
      };
      const { allowed, checked } = await settled(role, lookUp);
      assert.deepEqual(keysIn(allowed), bothOf('1'));
      assert.deepEqual(passed(allowed), [`iam:PassRole ${ROLE('task')}`]);
      const again = await settled({ ...role, policy: checked.policy() }, lookUp);
      assert.deepEqual(again.allowed, allowed);
    });
  }

  it('that cannot be read takes nothing away, and is told', async () => {
    const { checked } = await settled({
      definition: definitionOf(['q']),
      deployment: deployed({ [QUEUE('q')]: { key: KEY('1') } }),
    });
    const tags = new Map([['rolefit:policy:rolefit:facts:1', '1:broken']]);
    const { allowed, report } = await settled({ definition: definitionOf(['q']), policy: checked.policy(), tags });
    assert.deepEqual(keysIn(allowed), bothOf('1'));
    assert.match(report.gaps.join(), /tags of the role do not hold all facts/);
  });
});

describe('what only AWS says after the deployment', () => {
  const KNOWS_ANOTHER = deployed({ [QUEUE('another')]: { key: 'none' } });

  it('is refused, with who could choose it: the key of a queue that no deployment knows', async () => {
    const lookUp = awsSays({ [QUEUE('q')]: { key: KEY('2') } });
    const { allowed, report } = await settled({ definition: definitionOf(['q']), deployment: KNOWS_ANOTHER }, lookUp);
    assert.deepEqual(keysIn(allowed), []);
    assert.match(
      report.refused[0]?.why ?? '',
      /only a look-up.*whoever may change what was looked up.*sqs:eu-west-1:111122223333:q/,
    );
    assert.equal(report.refused[0]?.remedy, 'deploy the definition');
  });

  it('is refused where it contradicts the deployment: a queue with a new key keeps the old one', async () => {
    const role = {
      definition: definitionOf(['q']),
      deployment: deployed({ [QUEUE('q')]: { key: KEY('1') } }),
    };
    const { allowed, report } = await settled(role, awsSays({ [QUEUE('q')]: { key: KEY('2') } }));
    assert.deepEqual(keysIn(allowed), bothOf('1'));
    assert.deepEqual(
      report.refused.map(({ resources }) => resources),
      [[KEY('2')], [KEY('2')]],
    );
  });

  it('is refused though the policy has it: someone may have widened it by hand', async () => {
    const { checked } = await settled({
      definition: definitionOf(['q']),
      deployment: deployed({ [QUEUE('q')]: { key: KEY('2') } }),
    });
    const role = { definition: definitionOf(['q']), policy: checked.policy(), deployment: KNOWS_ANOTHER };
    const { allowed, report } = await settled(role, awsSays({ [QUEUE('q')]: { key: KEY('2') } }));
    assert.deepEqual(keysIn(allowed), []);
    assert.equal(report.refused.length, 2);
  });

  it('is only logged by a sweep where the deployment recorded no facts, and told when the definition changes', async () => {
    const role = new CheckedRole({ definition: definitionOf(['q']) });
    const lookUp = awsSays({ [QUEUE('q')]: { key: KEY('2') } });
    const event = await role.check(lookUp, false);
    const sweep = await role.check(lookUp, true);
    const resources = (refused: RoleReport['refused']) => refused.map((one) => one.resources);
    assert.deepEqual([resources(event.refused), event.notices], [[[KEY('2')], [KEY('2')]], []]);
    assert.deepEqual([sweep.refused, resources(sweep.notices)], [[], [[KEY('2')], [KEY('2')]]]);
  });

  it('is not told as far as another policy of the role allows it', async () => {
    const lookUp = awsSays({ [QUEUE('q')]: { key: KEY('2') } });
    const statement = (Action: string | readonly string[]) =>
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: KEY('2') }] });
    const toldWith = async (document: string) => {
      const others = { own: document };
      const { report } = await settled({ definition: definitionOf(['q']), deployment: KNOWS_ANOTHER, others }, lookUp);
      return report.refused.flatMap(({ actions }) => actions);
    };
    assert.deepEqual(await toldWith(statement('kms:*')), []);
    assert.deepEqual(await toldWith(statement(['kms:Decrypt'])), ['kms:GenerateDataKey']);
    assert.deepEqual((await toldWith('{')).toSorted(), ['kms:Decrypt', 'kms:GenerateDataKey']);
  });

  it('is no news where a deployment has approved exactly that', async () => {
    const role = { definition: definitionOf([], ['f']), deployment: { approved: passing('task') } };
    const { allowed, report } = await settled(role, awsSays({ [FAMILY('f')]: { roles: [ROLE('task')] } }));
    assert.deepEqual(passed(allowed), [`iam:PassRole ${ROLE('task')}`]);
    assert.ok(report.refused.every(({ resources }) => !resources.includes(ROLE('task'))));
  });

  it('is refused for the roles of a task definition that someone has registered', async () => {
    const lookUp = awsSays({ [FAMILY('f')]: { roles: [ROLE('task'), ROLE('admin')] } });
    const role = {
      definition: definitionOf([], ['f']),
      deployment: { ...KNOWS_ANOTHER, approved: passing('task') },
    };
    const { allowed, report } = await settled(role, lookUp);
    assert.ok(!allowed.join().includes('admin'));
    assert.ok(report.refused.some(({ resources }) => resources.includes(ROLE('admin'))));
  });

  it('is asked once in a check, however often the needs are read', async () => {
    const lookUp = awsSays({ [QUEUE('q')]: { key: KEY('1') } });
    await settled(
      { definition: definitionOf(['q', 'q']), deployment: deployed({ [QUEUE('q')]: { key: KEY('1') } }) },
      lookUp,
    );
    // An event's check, and the looks of the sweep.
    assert.ok(lookUp.asked.length <= 3, lookUp.asked.join());
  });

  it('is not asked any more when the check has gone on for a minute: what the role needs comes first', async () => {
    const lookUp = awsSays({ [QUEUE('q')]: { key: KEY('2') } });
    let now = NOW;
    const deployment = deployed({ [QUEUE('q')]: { key: KEY('1') } });
    const role = new CheckedRole({ definition: definitionOf(['q']), deployment, clock: () => (now += 61_000) });
    const report = await role.check(lookUp, false);
    assert.deepEqual(lookUp.asked, []);
    assert.deepEqual([keysIn(role.allowed()), report.refused], [bothOf('1'), []]);
  });

  it('that cannot be read is reported, and changes nothing', async () => {
    const { report } = await settled({ definition: definitionOf(['q']) }, awsSays({}));
    assert.deepEqual(report.unreadFacts, [{ resource: QUEUE('q'), name: 'key', why: 'access denied' }]);
    assert.deepEqual([report.refused, report.gaps], [[], []]);
  });
});

describe('whatever AWS says', () => {
  const ids = fc.constantFrom('1', '2', '3');
  const fact = fc.oneof(
    fc.record({ key: fc.oneof(ids.map(KEY), fc.constant('none'), fc.string()) }),
    fc.record({ roles: fc.array(fc.oneof(fc.constantFrom('task', 'admin').map(ROLE), fc.string()), { maxLength: 2 }) }),
  );
  const names = ['a', 'b'];
  const resources = fc.constantFrom(...names.map(QUEUE), ...names.map(FAMILY), 'arn:aws:iam::111122223333:role/*');
  const known = fc.dictionary(resources, fact, { maxKeys: 4, noNullPrototype: true });
  const valid = (facts: Readonly<Record<string, ResourceFacts>>) =>
    Object.fromEntries(
      Object.entries(facts).filter(
        ([, { key, roles = [] }]) =>
          (key === undefined || key === 'none' || key.startsWith('arn:')) &&
          roles.every((one) => one.startsWith('arn:')),
      ),
    );

  it('the re-check grants no more than without look-ups and what was approved, and takes away no more', async () => {
    const parts = fc.subarray(names);
    await fc.assert(
      fc.asyncProperty(
        parts,
        parts,
        known.map(valid),
        known,
        fc.subarray(['task', 'admin']),
        async (queues, families, recorded, live, approved) => {
          const role: FactRole = {
            definition: definitionOf(queues, families),
            deployment: deployed(recorded, { approved: passing(...approved) }),
          };
          const without = await settled(role);
          const looking = await settled(role, awsSays(live));
          const mayHave = new Set([...without.allowed, ...approved.map((name) => `iam:PassRole ${ROLE(name)}`)]);
          assert.deepEqual(
            looking.allowed.filter((one) => !mayHave.has(one)),
            [],
          );
          assert.deepEqual(
            without.allowed.filter((one) => !looking.allowed.includes(one)),
            [],
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a deployment of before there were facts', () => {
  const CLUSTER = JSON.stringify({
    StartAt: 'S',
    States: {
      S: {
        Type: 'Task',
        Resource: 'arn:aws:states:::elasticmapreduce:createCluster',
        Parameters: { Name: 'c', ServiceRole: 'service', JobFlowRole: 'profile' },
        End: true,
      },
    },
  });
  const condition = (service: string) => ({ StringEquals: { 'iam:PassedToService': [service] } });
  const digest = (name: string, service: string) => approvalDigest('iam:PassRole', ROLE(name), condition(service));
  const approved = new Set([
    digest('profile', 'ec2.amazonaws.com'),
    ...['service', '*/service'].map((name) => digest(name, 'elasticmapreduce.amazonaws.com')),
  ]);
  const passingTo = (name: string, service: string) => ({
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: [ROLE(name)],
    Condition: condition(service),
  });
  const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

  const refusedRoles = ({ refused }: RoleReport) => refused.filter(({ purpose }) => purpose === 'passRole');

  it('keeps the role that it took for the one of an instance profile, without an alarm in each sweep', async () => {
    for (const lookUp of [undefined, awsSays({})]) {
      const role = {
        definition: CLUSTER,
        deployment: { approved },
        policy: policy(passingTo('profile', 'ec2.amazonaws.com')),
      };
      const { allowed, report } = await settled(role, lookUp);
      assert.ok(passed(allowed).includes(`iam:PassRole ${ROLE('profile')}`));
      assert.deepEqual(refusedRoles(report), []);
      assert.equal(report.notices.length, 1);
    }
  });

  it('keeps none that it has not approved', async () => {
    const role = {
      definition: CLUSTER,
      deployment: { approved },
      policy: policy(passingTo('admin', 'ec2.amazonaws.com'), passingTo('profile', 'ecs-tasks.amazonaws.com')),
    };
    const { allowed, report } = await settled(role);
    assert.deepEqual(
      passed(allowed).filter((one) => !one.includes('service')),
      [],
    );
    assert.equal(refusedRoles(report).length, 1);
  });
});

describe('a role with several policies', () => {
  const other = (deployment: Partial<Deployment>) =>
    tagsOf(policyIdOf('r', 'second'), {
      driftMode: 'remediate',
      region: 'eu-west-1',
      machine: undefined,
      deployedAt: 0,
      approved: new Set(),
      bucketKeys: {},
      facts: NO_FACTS,
      ...deployment,
    });
  const first = deployed({ [QUEUE('a')]: { key: KEY('a') } });
  const known = { facts: { ...NO_FACTS, facts: deployedFacts({ [QUEUE('q')]: { key: KEY('1') } }) } };

  // Without StateMachineName, nobody knows which of them was deployed for the state machine.
  const SERVED: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['of any policy, where none names its state machine', undefined, undefined],
    ['of the policies that name none, beside one of another state machine', 'other', undefined],
    ['of its own policy', 'other', 'm'],
  ];
  for (const [name, firstMachine, secondMachine] of SERVED) {
    it(`serves a state machine with the facts ${name}`, async () => {
      const { checked } = await settled({
        definition: definitionOf(['q']),
        deployment: { ...first, machine: firstMachine },
        tags: other({ ...known, machine: secondMachine }),
      });
      const allowed = [...checked.allowed('rolefit'), ...checked.allowed('second')];
      assert.deepEqual(keysIn(allowed), bothOf('1'));
    });
  }

  it('keeps both keys of a resource on which the policies differ', async () => {
    const { checked } = await settled({
      definition: definitionOf(['q']),
      deployment: deployed({ [QUEUE('q')]: { key: KEY('2') } }, { machine: undefined }),
      tags: other(known),
    });
    assert.deepEqual(keysIn(checked.allowed()), [...bothOf('1'), ...bothOf('2')].toSorted());
  });

  it('has the key of a bucket that its own deployment gave, whatever the other says', async () => {
    const definition = JSON.stringify({
      StartAt: 'S',
      States: {
        S: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
          Parameters: { Bucket: 'b', Key: 'k' },
          End: true,
        },
      },
    });
    for (const own of [deployed({ 'arn:aws:s3:::b': { key: KEY('1') } }), { bucketKeys: { b: KEY('1') } }]) {
      for (const id of ['0', '2']) {
        const { checked } = await settled({
          definition,
          deployment: { ...own, machine: 'm' },
          tags: other({ machine: 'other', bucketKeys: { b: KEY(id) } }),
        });
        assert.deepEqual(keysIn(checked.allowed()), [`kms:Decrypt ${KEY('1')}`]);
      }
    }
  });
});

describe('what an earlier deployment knew', () => {
  const UNTIL = NOW / 1000 - 40_000;
  const rekeyed = {
    facts: {
      facts: deployedFacts({ [QUEUE('q')]: { key: KEY('2') } }),
      isComplete: true,
      earlier: [{ until: UNTIL, facts: deployedFacts({ [QUEUE('q')]: { key: KEY('1') } }), isComplete: true }],
    },
  };
  const CASES: readonly (readonly [string, Partial<FactRole>, boolean])[] = [
    ['stays while an execution that began before it may still run', { executions: [UNTIL * 1000 - 1] }, true],
    ['stays while nobody knows which executions run', { executions: undefined }, true],
    ['goes when all that run are younger', { executions: [NOW - 1_000] }, false],
    ['goes when none runs', { executions: [] }, false],
    ['stays for some minutes for Express executions', { type: 'EXPRESS', now: UNTIL * 1000 + 240_000 }, true],
    ['goes after these for Express executions', { type: 'EXPRESS', now: UNTIL * 1000 + 700_000 }, false],
  ];
  for (const [name, more, stays] of CASES) {
    it(`${name}`, async () => {
      const before = await settled({
        definition: definitionOf(['q']),
        deployment: deployed({ [QUEUE('q')]: { key: KEY('1') } }),
      });
      const role = { definition: definitionOf(['q']), policy: before.checked.policy(), deployment: rekeyed, ...more };
      const { allowed, report } = await settled(role, awsSays({ [QUEUE('q')]: { key: KEY('2') } }));
      assert.deepEqual(keysIn(allowed), [...(stays ? bothOf('1') : []), ...bothOf('2')].toSorted());
      assert.deepEqual(report.refused, []);
    });
  }

  describe('of a definition that has changed since', () => {
    const A = definitionOf(['a'], ['a']);
    const B = definitionOf(['b'], ['b']);
    const of = (name: string) => ({ [QUEUE(name)]: { key: KEY(name) }, [FAMILY(name)]: { roles: [ROLE(name)] } });
    const deploymentOfB = {
      approved: passing('b'),
      facts: {
        facts: deployedFacts(of('b')),
        isComplete: true,
        earlier: [{ until: UNTIL, facts: deployedFacts(of('a')), isComplete: true }],
      },
    };
    const STILL: readonly (readonly [string, Partial<FactRole>])[] = [
      ['an execution runs on it', { before: A, executions: [UNTIL * 1000 - 1] }],
      ['an alias routes to it, though none runs', { version: A }],
      ['an alias routes to it for Express executions, however long ago', { version: A, type: 'EXPRESS' }],
    ];
    for (const [when, more] of STILL) {
      for (const lookUp of [undefined, awsSays({ ...of('a'), ...of('b') }), awsSays({})]) {
        it(`stays while ${when}, without an alert${lookUp === undefined ? '' : ', with look-ups'}`, async () => {
          const { checked } = await settled({
            definition: A,
            deployment: deployed(of('a'), { approved: passing('a') }),
          });
          const role = { definition: B, deployment: deploymentOfB, policy: checked.policy(), ...more };
          const { allowed, report } = await settled(role, lookUp);
          assert.deepEqual(keysIn(allowed), [...bothOf('a'), ...bothOf('b')].toSorted());
          assert.deepEqual(passed(allowed), [`iam:PassRole ${ROLE('a')}`, `iam:PassRole ${ROLE('b')}`]);
          assert.deepEqual(report.refused, []);
        });
      }
    }

    it('goes when nothing runs on it', async () => {
      const { checked } = await settled({ definition: A, deployment: deployed(of('a'), { approved: passing('a') }) });
      const { allowed } = await settled({ definition: B, deployment: deploymentOfB, policy: checked.policy() });
      assert.deepEqual([keysIn(allowed), passed(allowed)], [bothOf('b'), [`iam:PassRole ${ROLE('b')}`]]);
    });

    it('gives whoever changes the definition back no role to pass again that has gone', async () => {
      const { checked } = await settled({ definition: B, deployment: deployed(of('b'), { approved: passing('b') }) });
      const { allowed } = await settled({
        definition: A,
        deployment: deploymentOfB,
        policy: checked.policy(),
        executions: [0],
      });
      assert.ok(!passed(allowed).includes(`iam:PassRole ${ROLE('a')}`));
    });
  });

  it('is no word to put back a guarded permission that the last deployment has not approved; no alert either', async () => {
    const earlier = deployedFacts({ [FAMILY('f')]: { roles: [ROLE('before')] } });
    const role = {
      definition: definitionOf([], ['f']),
      executions: [0],
      deployment: {
        approved: passing('now'),
        facts: {
          facts: deployedFacts({ [FAMILY('f')]: { roles: [ROLE('now')] } }),
          isComplete: true,
          earlier: [{ until: UNTIL, facts: earlier, isComplete: true }],
        },
      },
    };
    const { allowed, report } = await settled(role);
    assert.deepEqual(passed(allowed), [`iam:PassRole ${ROLE('now')}`]);
    assert.deepEqual(report.refused, []);
  });

  it('that the tags had no room for takes nothing away while its executions may run', async () => {
    const lost = { ...rekeyed.facts, earlier: [{ until: UNTIL, facts: [], isComplete: false }] };
    const role = { definition: definitionOf(['q']), executions: [0], deployment: { facts: lost } };
    const { report } = await settled(role);
    assert.match(report.gaps.join(), /tags of the role/);
    const { report: later } = await settled({ ...role, executions: [] });
    assert.deepEqual(later.gaps, []);
  });
});
