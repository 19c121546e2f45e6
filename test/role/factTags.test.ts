import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { RoleState } from '../../src/aws/role.ts';
import type { StatedFacts } from '../../src/facts/fact.ts';
import { factTagValues, readFactTags } from '../../src/role/factTags.ts';
import { planFit } from '../../src/role/plan.ts';
import { factsByTime, NO_FACTS, type RecordedFacts, recordAfter } from '../../src/role/recordedFacts.ts';
import { type Deployment, ownerOf, rolefitPoliciesOf } from '../../src/role/rolefitPolicy.ts';
import { isReadBack } from '../../src/role/writtenFacts.ts';

/** What a deployment knew, in tags: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */

const HERE = 'eu-west-1:111122223333';
const key = (id: string) => `arn:aws:kms:${HERE}:key/${id}`;
const queue = (name: string, id: string): StatedFacts => ({
  resource: `arn:aws:sqs:${HERE}:${name}`,
  facts: { key: id === 'none' ? 'none' : key(id) },
  source: 'deployment',
  place: 'tags of the role',
});
const record = (facts: readonly StatedFacts[], more: Partial<RecordedFacts> = {}): RecordedFacts => ({
  ...NO_FACTS,
  facts,
  ...more,
});
const read = (values: readonly string[]) => readFactTags(new Map(values.map((value, index) => [index + 1, value])));
/** Random, so that no two of them have much in common. */
const uuids = (count: number) => fc.sample(fc.uuid(), { numRuns: count, seed: 1 });

describe('the tags of recorded facts', () => {
  const names = fc.stringMatching(/^[A-Za-z0-9_-]{1,80}$/);
  const facts = fc
    .uniqueArray(names, { maxLength: 12 })
    .chain((all) => fc.tuple(...all.map((name) => fc.constantFrom('1', '2', 'none').map((id) => queue(name, id)))))
    .map((stated) => stated.toSorted((a, b) => (a.resource < b.resource ? -1 : 1)));
  const records = fc.record(
    {
      facts,
      isComplete: fc.boolean(),
      earlier: fc.array(fc.record({ until: fc.nat(), facts, isComplete: fc.boolean() }, { noNullPrototype: true }), {
        maxLength: 3,
      }),
    },
    { noNullPrototype: true },
  );

  it('hold what fits, word for word, in characters and lengths that IAM allows', () => {
    fc.assert(
      fc.property(records, (one) => {
        const values = factTagValues(one, 20);
        for (const value of values) assert.match(value, /^[A-Za-z0-9+/=:]{1,256}$/);
        assert.deepEqual(read(values), one);
      }),
    );
  });

  it('are read without what a longer record has left behind', () => {
    const long = factTagValues(record(uuids(40).map((id) => queue(id, id))), 20);
    const short = factTagValues(record([queue('a', '1')]), 20);
    assert.ok(long.length > short.length);
    assert.deepEqual(read([...short, ...long.slice(short.length)]).facts, [queue('a', '1')]);
  });

  it('leave out what grants nothing first, then what earlier deployments knew, then a part; and say so', () => {
    const many = uuids(400);
    const keyed = many.slice(0, 30).map((id) => queue(id, id));
    const withNone = read(factTagValues(record([...keyed, ...many.slice(30).map((id) => queue(id, 'none'))]), 20));
    assert.equal(withNone.isComplete, true);
    assert.equal(withNone.facts.length, keyed.length);
    const earlier = [{ until: 7, facts: many.slice(30).map((id) => queue(id, id)), isComplete: true }];
    const forgotten = read(factTagValues(record(keyed, { earlier }), 20));
    assert.deepEqual(forgotten.earlier, [{ until: 7, facts: [], isComplete: false }]);
    assert.equal(forgotten.facts.length, keyed.length);
    const values = factTagValues(record(many.map((id) => queue(id, id))), 20);
    assert.ok(values.length <= 20);
    const cut = read(values);
    assert.equal(cut.isComplete, false);
    assert.ok(cut.facts.length > 40, `${cut.facts.length}`);
  });

  const text = (json: string) => `1:${deflateRawSync(json).toString('base64')}`;
  const BAD: readonly (readonly [string, readonly string[]])[] = [
    ['no count', ['abc']],
    ['a piece that is missing', ['2:abc']],
    ['too many pieces', ['99:abc']],
    ['none', ['0:']],
    ['no compressed text', ['1:////']],
    ['a small text that becomes a huge one', [text(' '.repeat(300_000))]],
    ['no JSON', [text('{')]],
    ['no record', [text('{}')]],
    ['deep nesting', [text('['.repeat(50_000))]],
    ['a fact that is none', [text('[true,{"arn:aws:sqs:eu-west-1:1:q":{"grants":"*"}}]')]],
    ['a key that is none', [text('[true,{"arn:aws:sqs:eu-west-1:1:q":{"key":"*"}}]')]],
    ['a key of any name', [text('[true,{"arn:aws:sqs:eu-west-1:1:q":{"key":"arn:aws:kms:eu-west-1:1:key/*"}}]')]],
    ['any role', [text('[true,{"arn:aws:ecs:eu-west-1:1:task-definition/t":{"roles":["arn:aws:iam::1:role/*"]}}]')]],
    ['no ARN', [text('[true,{"__proto__":{"key":"none"}}]')]],
    ['an earlier record without a time', [text('[true,{},[null,true,{}]]')]],
  ];
  for (const [name, values] of BAD) {
    it(`that hold ${name} are an incomplete record, and no error`, () => {
      assert.deepEqual(read(values), { facts: [], isComplete: false, earlier: [] });
    });
  }

  it('give back every kind of fact', () => {
    const facts: readonly Pick<StatedFacts, 'facts' | 'resource'>[] = [
      { facts: { key: `arn:aws:kms:${HERE}:alias/orders` }, resource: `arn:aws:sns:${HERE}:orders` },
      {
        facts: { key: 'none', output: 's3://results/p/', enforced: true },
        resource: `arn:aws:athena:${HERE}:workgroup/w`,
      },
      {
        facts: { models: ['arn:aws:bedrock:eu-west-1::foundation-model/m'] },
        resource: `arn:aws:bedrock:${HERE}:inference-profile/p`,
      },
      { facts: { roles: [] }, resource: `arn:aws:ecs:${HERE}:task-definition/f:*` },
      {
        facts: { secret: `arn:aws:secretsmanager:${HERE}:secret:events!connection/c/1-AbCdEf` },
        resource: `arn:aws:events:${HERE}:connection/c`,
      },
      { facts: { path: '/' }, resource: 'arn:aws:iam::111122223333:role/r' },
      { facts: { key: key('1'), type: 'EXPRESS' }, resource: `arn:aws:states:${HERE}:stateMachine:m` },
    ];
    const all = facts.map((one): StatedFacts => ({ ...one, source: 'deployment', place: 'tags of the role' }));
    assert.deepEqual(
      all.filter((one) => !isReadBack(one)),
      [],
    );
    assert.deepEqual(read(factTagValues(record(all), 20)).facts.length, all.length);
    assert.equal(isReadBack(queue('a', '*')), false);
  });

  it('may hold anything', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 256 }), { minLength: 1 }), (values) => {
        assert.equal(read(values).isComplete, false);
      }),
    );
  });
});

describe('a record after another', () => {
  const DAY = 86_400;

  it('keeps what the deployment before it knew and it does not', () => {
    const after = recordAfter(
      record([queue('a', '1'), queue('b', '1')]),
      record([queue('a', '2'), queue('b', '1')]),
      DAY,
    );
    assert.deepEqual(after.earlier, [{ until: DAY, facts: [queue('a', '1')], isComplete: true }]);
    assert.deepEqual(
      factsByTime(after).map((stated) => stated.map(({ facts }) => facts.key)),
      [
        [key('2'), key('1')],
        [key('1'), key('1')],
      ],
    );
  });

  it('keeps nothing of what grants nothing, of the same facts, or of what no execution can be as old as', () => {
    assert.deepEqual(recordAfter(record([queue('a', 'none')]), record([]), DAY).earlier, []);
    assert.deepEqual(recordAfter(record([queue('a', '1')]), record([queue('a', '1')]), DAY).earlier, []);
    const old = record([], { earlier: [{ until: DAY, facts: [queue('a', '1')], isComplete: true }] });
    assert.deepEqual(recordAfter(old, record([]), 400 * DAY).earlier, []);
  });

  it('forgets the oldest of many, and says so', () => {
    let last = record([queue('a', '0')]);
    for (let day = 1; day < 10; day++) last = recordAfter(last, record([queue('a', String(day))]), day * DAY);
    assert.equal(last.earlier.length, 5);
    assert.deepEqual(last.earlier.at(-1), { until: 5 * DAY, facts: [], isComplete: false });
  });
});

describe('a deployment of facts', () => {
  const policyId = { roleName: 'orders', policyName: 'rolefit', owner: ownerOf('stack', 'Policy') };
  const policy = { Version: '2012-10-17', Statement: [] } as const;
  const deployment = (facts: readonly StatedFacts[], deployedAt: number): Deployment => ({
    driftMode: 'remediate',
    region: 'eu-west-1',
    machine: 'orders',
    deployedAt,
    approved: new Set(),
    bucketKeys: {},
    facts: { ...NO_FACTS, facts },
  });

  /** Plans and writes tags until there is nothing to write. */
  function deploy(before: ReadonlyMap<string, string>, wanted: Deployment, facts = true): ReadonlyMap<string, string> {
    let tags = before;
    for (let round = 0; round < 4; round++) {
      const inline = new Map(tags.has('rolefit:policy:rolefit') ? [['rolefit', JSON.stringify(policy)]] : []);
      const role = { arn: 'arn:aws:iam::111122223333:role/orders', name: 'orders', tags, boundary: undefined };
      const state: RoleState = { role, inline, attached: new Set(), managed: [] };
      const { add, remove } = planFit(state, policyId, policy, wanted, { permissions: false, facts });
      const written = [...add, ...remove].filter(({ kind }) => kind === 'tagRole' || kind === 'untagRole');
      if (written.length === 0) return tags;
      const next = new Map(tags);
      for (const write of written) {
        if (write.kind === 'tagRole') for (const [name, value] of write.tags) next.set(name, value);
        if (write.kind === 'untagRole') for (const name of write.keys) next.delete(name);
        assert.ok(next.size <= 50, `${next.size} tags`);
      }
      tags = next;
    }
    throw new Error('it never comes to an end');
  }

  it('leaves no earlier facts on record where the policy keeps nothing of what executions may need', () => {
    const first = deploy(new Map(), deployment([queue('a', '1')], 1_000));
    const [written] = rolefitPoliciesOf('orders', deploy(first, deployment([queue('a', '2')], 2_000), false));
    assert.deepEqual(written?.deployment?.facts, { facts: [queue('a', '2')], isComplete: true, earlier: [] });
  });

  it('has no tag about facts where the role has all the tags it may have: the record is incomplete then, until there is room', () => {
    const others = new Map(Array.from({ length: 48 }, (_, index) => [`mine:${index}`, 'x']));
    const wanted = deployment([queue('a', '1')], 1_000);
    const full = deploy(others, wanted);
    const [written] = rolefitPoliciesOf('orders', full);
    assert.deepEqual(
      [written?.deployment?.region, written?.deployment?.machine, written?.deployment?.facts],
      ['eu-west-1', 'orders', { facts: [], isComplete: false, earlier: [] }],
    );
    const less = new Map([...full].filter(([name]) => name !== 'mine:0' && name !== 'mine:1'));
    const [later] = rolefitPoliciesOf('orders', deploy(less, wanted));
    assert.deepEqual(later?.deployment?.facts.facts, [queue('a', '1')]);
    // A deployment without facts needs no room for them.
    assert.equal(
      rolefitPoliciesOf('orders', deploy(others, deployment([], 1_000)))[0]?.deployment?.facts.isComplete,
      true,
    );
  });

  it('makes room for tags of its own where a longer record takes all of it', () => {
    const others = new Map(Array.from({ length: 38 }, (_, index) => [`mine:${index}`, 'x']));
    const facts = uuids(400).map((id) => queue(id, id));
    const first = deploy(others, deployment(facts, 1_000));
    assert.equal(first.size, 50);
    const second = deploy(first, { ...deployment(facts, 2_000), bucketKeys: { b: key('1'), c: key('1') } });
    assert.equal(second.size, 50);
    assert.equal(second.get('rolefit:policy:rolefit:key:b'), key('1'));
  });

  it('keeps the keys of buckets on record that a later one changes', () => {
    const first = deploy(new Map(), { ...deployment([], 1_000), bucketKeys: { b: key('1'), c: key('1') } });
    const wanted = { ...deployment([], 2_000), bucketKeys: { b: key('2'), c: key('1') } };
    const second = deploy(first, wanted);
    const [written] = rolefitPoliciesOf('orders', second);
    assert.deepEqual(
      written?.deployment?.facts.earlier.map(({ until, facts }) => [
        until,
        facts.map((one) => [one.resource, one.facts]),
      ]),
      [[2_000, [['arn:aws:s3:::b', { key: key('1') }]]]],
    );
    assert.deepEqual(
      deploy(second, { ...wanted, deployedAt: 3_000 }).get('rolefit:policy:rolefit:facts:1'),
      second.get('rolefit:policy:rolefit:facts:1'),
    );
  });

  const SIZES: readonly (readonly [string, number, number])[] = [
    ['few facts', 2, 0],
    ['more facts than tags', 400, 0],
    ['a role that has nearly all the tags it may have', 100, 44],
  ];
  for (const [name, count, others] of SIZES) {
    it(`ends, and a second one writes nothing: ${name}`, () => {
      const mine = new Map(Array.from({ length: others }, (_, index) => [`mine:${index}`, 'x']));
      const ids = uuids(count);
      const first = deploy(
        mine,
        deployment(
          ids.map((id) => queue(id, id)),
          1_000,
        ),
      );
      assert.deepEqual(
        deploy(
          first,
          deployment(
            ids.map((id) => queue(id, id)),
            2_000,
          ),
        ),
        first,
      );
      const second = deploy(
        first,
        deployment(
          ids.slice(0, 1).map((id) => queue(id, 'other')),
          3_000,
        ),
      );
      const [written] = rolefitPoliciesOf('orders', second);
      assert.equal(written?.deployment?.facts.earlier[0]?.until, 3_000);
      assert.deepEqual(
        rolefitPoliciesOf('orders', deploy(second, deployment([], 4_000)))[0]?.deployment?.facts.earlier.map(
          ({ until }) => until,
        ),
        [4_000, 3_000],
      );
    });
  }
});
