import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { alertsOf } from '../../functions/drift-check/texts.ts';
import type { Conditions } from '../../src/grants/grant.ts';
import {
  type ExtraDigests,
  extraAfter,
  extraTagValues,
  NO_EXTRA,
  type RecordedExtra,
  readExtraTags,
  recordedExtra,
} from '../../src/role/recordedExtra.ts';
import { approvalDigest, operationDigest } from '../../src/role/rolefitPolicy.ts';
import { CheckedRole, type FactRole, NOW } from './factRole.ts';

/** What a deployment's ExtraActions granted, after the deployment: it stays, and nothing is added because of it. */

const OPERATION = 'aws-sdk:newservice:doIt';
const THING = 'arn:aws:newservice:eu-west-1:111122223333:thing/x';

function definitionOf(...resources: readonly string[]): string {
  const states = resources.map((resource, index) => [
    `S${index}`,
    {
      Type: 'Task',
      Resource: `arn:aws:states:::${resource}`,
      Parameters: { ThingName: 'x', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t', Message: 'm' },
      End: true,
    },
  ]);
  return JSON.stringify({ StartAt: 'S0', States: { ...Object.fromEntries(states), End: { Type: 'Succeed' } } });
}

function policyWith(...permissions: readonly (readonly [string, string, object?])[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: permissions.map(([action, resource, Condition]) => ({
      Effect: 'Allow',
      Action: [action],
      Resource: [resource],
      ...(Condition === undefined ? {} : { Condition }),
    })),
  });
}

type Wanted = readonly [action: string, resource: string, conditions?: Conditions];

/** What a deployment records: the permissions of each operation. */
function extraOf(operations: Readonly<Record<string, readonly Wanted[]>>): RecordedExtra {
  return recordedExtra(
    new Map(
      Object.entries(operations).map(([operation, wanted]) => [
        operationDigest(operation),
        new Set(wanted.map(([action, resource, conditions]) => approvalDigest(action, resource, conditions))),
      ]),
    ),
  );
}

/** The same as versions wrote it that did not tell operations from permissions. */
function unsorted(extra: RecordedExtra): RecordedExtra {
  const of = ({ operations, unsorted: others }: ExtraDigests): ExtraDigests => ({
    operations: new Map(),
    unsorted: new Set([...operations].flatMap(([operation, those]) => [operation, ...those]).concat(...others)),
  });
  return { ...extra, latest: of(extra.latest), earlier: of(extra.earlier) };
}

const DEPLOYED = extraOf({ [OPERATION]: [['newservice:DoIt', THING]] });
/** The digests of what is in the policy. */
const presentOf = (...those: readonly Wanted[]) =>
  new Set(those.map(([action, resource, conditions]) => approvalDigest(action, resource, conditions)));
const DO_IT = ['newservice:DoIt', THING] as const;
const PUBLISH = ['sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:t'] as const;
const text = ([action, resource]: readonly [string, string]) => `${action} ${resource}`;

async function settled(role: FactRole) {
  const checked = new CheckedRole(role);
  const report = await checked.settle();
  return { report, allowed: checked.allowed() };
}

describe('what ExtraActions granted', () => {
  it('stays, is no gap, and keeps nothing else from being taken away', async () => {
    const { allowed, report } = await settled({
      definition: definitionOf(OPERATION),
      deployment: { extra: DEPLOYED },
      policy: policyWith(DO_IT, ['sqs:SendMessage', '*']),
    });
    assert.deepEqual(allowed, [text(DO_IT)]);
    assert.deepEqual(report.gaps, []);
  });

  it('stays beside what the tables say of the same operation, with its conditions', async () => {
    const condition = { StringEquals: { 'kms:ViaService': ['sns.eu-west-1.amazonaws.com'] } };
    const key = ['kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/1', condition] as const;
    const { allowed } = await settled({
      definition: definitionOf('aws-sdk:sns:publish'),
      deployment: {
        extra: extraOf({ 'aws-sdk:sns:publish': [key] }),
      },
      policy: policyWith(PUBLISH, key),
    });
    assert.deepEqual(allowed, [`${key[0]} ${key[1]}`, text(PUBLISH)]);
  });

  it('is as unneeded as anything else once no definition calls the operation', async () => {
    const { allowed } = await settled({
      definition: definitionOf('aws-sdk:sns:publish'),
      deployment: { extra: DEPLOYED },
      policy: policyWith(PUBLISH, DO_IT),
    });
    assert.deepEqual(allowed, [text(PUBLISH)]);
  });

  it('stays for a running execution of a definition from before, whose deployment had it', async () => {
    const role = (extra: RecordedExtra): FactRole => ({
      definition: definitionOf('aws-sdk:sns:publish'),
      before: definitionOf(OPERATION),
      executions: [NOW - 1000],
      deployment: { extra },
      policy: policyWith(PUBLISH, DO_IT),
    });
    const both = [text(DO_IT), text(PUBLISH)];
    assert.deepEqual((await settled(role(extraAfter(DEPLOYED, NO_EXTRA, presentOf(DO_IT))))).allowed, both);
    // Nobody knows what it needs: nothing is taken away, and that is told.
    const unknown = await settled(role(NO_EXTRA));
    assert.deepEqual(unknown.allowed, both);
    assert.match(unknown.report.gaps.join(), /is known/);
  });

  it('is for the operation that it was asked for: with that, it goes', async () => {
    const other = ['newservice:Other', THING] as const;
    const extra = extraOf({ [OPERATION]: [DO_IT], 'aws-sdk:newservice:other': [other, DO_IT] });
    for (const [operation, expected] of [
      [OPERATION, [DO_IT]],
      ['aws-sdk:newservice:other', [DO_IT, other]],
      ['aws-sdk:sns:publish', [PUBLISH]],
    ] as const) {
      const { allowed } = await settled({
        definition: definitionOf(operation),
        deployment: { extra },
        policy: policyWith(DO_IT, other, PUBLISH),
      });
      assert.deepEqual(allowed, expected.map(text));
    }
  });

  it('of a version that did not tell operations from permissions, stays while one of them is called', async () => {
    const { allowed, report } = await settled({
      definition: definitionOf(OPERATION),
      deployment: { extra: unsorted(DEPLOYED) },
      policy: policyWith(DO_IT, ['sqs:SendMessage', '*']),
    });
    assert.deepEqual([allowed, report.gaps], [[text(DO_IT)], []]);
  });

  it('stays in so many words where something wider comes and goes, which is all that a digest can be known by', async () => {
    const everything = ['newservice:DoIt', '*'] as const;
    // A deployment with narrower ExtraActions than the last one, while executions may need those.
    const narrowed = extraAfter(extraOf({ [OPERATION]: [everything] }), DEPLOYED, presentOf(everything));
    const { allowed } = await settled({
      definition: definitionOf(OPERATION),
      deployment: { extra: narrowed },
      policy: policyWith(everything, DO_IT),
    });
    assert.deepEqual(allowed, [text(DO_IT)]);
  });

  it('stays in so many words while the tables need something wider', async () => {
    const own = ['sns:Publish', 'arn:aws:sns:eu-west-1:111122223333:own'] as const;
    const deployment = { extra: extraOf({ 'aws-sdk:sns:publish': [own] }) };
    const dynamic = definitionOf('aws-sdk:sns:publish').replace(/"TopicArn":"[^"]+"/, '"TopicArn.$":"$.topic"');
    const wide = new CheckedRole({ definition: dynamic, deployment, policy: policyWith(own) });
    await wide.check(undefined, false);
    assert.ok(wide.allowed().length > 1 && wide.allowed().includes(text(own)), wide.allowed().join());
    await wide.settle();
    assert.ok(wide.allowed().length > 1 && wide.allowed().includes(text(own)), wide.allowed().join());
    // The definition of before is back.
    const narrow = new CheckedRole({
      definition: definitionOf('aws-sdk:sns:publish'),
      deployment,
      policy: wide.policy(),
    });
    await narrow.settle();
    assert.deepEqual(narrow.allowed(), [text(own), text(PUBLISH)]);
  });

  it('of the deployment before counts until the state machine has come to the new one, and raises no doubt', async () => {
    const extra = extraAfter(DEPLOYED, extraOf({ 'aws-sdk:newservice:next': [] }), presentOf(DO_IT));
    for (const [deployedAt, doubts] of [
      [NOW / 1000 - 60, 0],
      [0, 1],
    ] as const) {
      const { report, allowed } = await settled({
        definition: definitionOf(OPERATION),
        deployment: { extra, deployedAt },
        policy: policyWith(DO_IT),
      });
      assert.equal(report.gaps.length, doubts, report.gaps.join());
      assert.deepEqual(allowed, [text(DO_IT)]);
    }
  });

  it('counts in a running execution of the same definition as the last deployment says: its calls are the same', async () => {
    const other = ['newservice:DoIt', '*'] as const;
    const { allowed } = await settled({
      definition: definitionOf(OPERATION),
      executions: [NOW - 1000],
      deployment: { extra: extraAfter(extraOf({ [OPERATION]: [other] }), DEPLOYED, presentOf(other)) },
      policy: policyWith(DO_IT, other),
    });
    assert.deepEqual(allowed, [text(DO_IT)]);
  });
});

describe('what ExtraActions granted and someone has taken away', () => {
  const more = ['newservice:More', THING] as const;
  const extra = extraOf({ [OPERATION]: [DO_IT, more] });
  const lostOf = async (role: Partial<FactRole>) => {
    const checked = new CheckedRole({
      definition: definitionOf(OPERATION, 'aws-sdk:sns:publish'),
      deployment: { extra },
      policy: policyWith(PUBLISH),
      ...role,
    });
    const report = await checked.check(undefined, true);
    return { lost: report.policies.flatMap(({ lostExtras }) => lostExtras), checked, report };
  };

  it('is not put back, since the tags have digests only, but told, by number', async () => {
    const { lost, checked, report } = await lostOf({});
    assert.deepEqual(lost, [{ machine: 'm', count: 2 }]);
    assert.deepEqual(checked.allowed(), [text(PUBLISH)]);
    assert.deepEqual(alertsOf(report, undefined), [
      'm lost 2 permissions that ExtraActions granted in policy rolefit: its calls may fail. The tags have only digests of them, so nothing was put back (found by the sweep). Deploy again.',
    ]);
    assert.deepEqual((await lostOf({ policy: policyWith(PUBLISH, more) })).lost, [{ machine: 'm', count: 1 }]);
  });

  for (const [what, role] of [
    ['nothing is gone', { policy: policyWith(PUBLISH, more, DO_IT) }],
    [
      'it stands in other statements, or in other letters',
      {
        policy: JSON.stringify({
          Statement: [
            { Effect: 'Allow', Action: 'newservice:doit', Resource: [THING, 'arn:aws:newservice:::x'] },
            { Effect: 'Allow', Action: ['newservice:Other', 'newservice:More'], Resource: THING },
          ],
        }),
      },
    ],
    ['another policy of the role has it', { others: { mine: policyWith(DO_IT, more) } }],
    ['no definition calls the operation', { definition: definitionOf('aws-sdk:sns:publish') }],
    ['the deployment has not come to its end', { deployment: { extra, deployedAt: NOW / 1000 - 60 } }],
    ['the tags do not tell operations from permissions', { deployment: { extra: unsorted(extra) } }],
    [
      'only an earlier deployment granted it',
      {
        definition: definitionOf('aws-sdk:sns:publish'),
        before: definitionOf(OPERATION),
        executions: [NOW - 1000],
        deployment: { extra: extraAfter(extra, NO_EXTRA, presentOf(DO_IT, more)) },
      },
    ],
  ] as const satisfies readonly (readonly [string, Partial<FactRole>])[]) {
    it(`is not told where ${what}`, async () => {
      assert.deepEqual((await lostOf(role)).lost, []);
    });
  }

  it('is as good as deployed once someone has put it back by hand', async () => {
    const { checked, lost } = await lostOf({ policy: policyWith(PUBLISH, DO_IT, more) });
    await checked.settle();
    assert.deepEqual([lost, checked.allowed()], [[], [text(DO_IT), text(more), text(PUBLISH)]]);
  });
});

describe('nobody gains by ExtraActions after the deployment', () => {
  it('who changes the definition: other arguments, and other unknown operations, grant nothing', async () => {
    const changed = definitionOf(OPERATION, 'aws-sdk:newservice:other').replaceAll('"x"', '"y"');
    const { allowed, report } = await settled({
      definition: changed,
      deployment: { extra: DEPLOYED },
      policy: policyWith(DO_IT),
    });
    assert.deepEqual(allowed, [text(DO_IT)]);
    assert.match(report.gaps.join(), /newservice:other/);
    assert.doesNotMatch(report.gaps.join(), /newservice:doIt/);
  });

  it('who writes the tags: a digest of a permission that the policy does not have grants nothing', async () => {
    const { allowed } = await settled({
      definition: definitionOf(OPERATION),
      deployment: {
        extra: extraOf({ [OPERATION]: [['iam:AttachRolePolicy', '*']] }),
      },
      policy: policyWith(DO_IT),
    });
    assert.ok(!allowed.includes('iam:AttachRolePolicy *'));
  });

  it('who widens the policy by hand: what no deployment had is taken away', async () => {
    const { allowed } = await settled({
      definition: definitionOf(OPERATION),
      deployment: { extra: DEPLOYED },
      policy: policyWith(DO_IT, ['newservice:DoIt', '*'], ['newservice:Other', THING]),
    });
    assert.deepEqual(allowed, [text(DO_IT)]);
  });

  it('who brings back by hand what only an earlier deployment had: it is no more than anything else', async () => {
    const everything = ['newservice:DoIt', '*'] as const;
    const extra = extraAfter(extraOf({ [OPERATION]: [everything] }), DEPLOYED, presentOf(DO_IT));
    const { allowed } = await settled({
      definition: definitionOf('aws-sdk:sns:publish'),
      version: definitionOf(OPERATION),
      deployment: { extra },
      policy: policyWith(DO_IT, everything, PUBLISH),
    });
    assert.deepEqual(allowed, [text(DO_IT), text(PUBLISH)]);
  });

  it('who calls the operation of one permission: the others keep none by it', async () => {
    const admin = ['iam:AttachRolePolicy', '*'] as const;
    const { allowed } = await settled({
      definition: definitionOf(OPERATION),
      deployment: { extra: extraOf({ [OPERATION]: [DO_IT], 'aws-sdk:newservice:admin': [admin] }) },
      policy: policyWith(DO_IT, admin),
    });
    assert.deepEqual(allowed, [text(DO_IT)]);
  });

  it('who fills the tags: what they cannot hold is a doubt, and nothing is taken away', async () => {
    const many = Array.from({ length: 200 }, (_, index): Wanted => ['a:B', `arn:${index}`]);
    const { allowed, report } = await settled({
      definition: definitionOf('aws-sdk:sns:publish'),
      deployment: { extra: extraOf({ 'aws-sdk:a:b': many }) },
      policy: policyWith(PUBLISH, DO_IT),
    });
    assert.deepEqual(allowed, [text(DO_IT), text(PUBLISH)]);
    assert.match(report.gaps.join(), /do not hold all extra actions/);
  });
});

describe('the tags of extra actions', () => {
  const digest = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_'), minLength: 16, maxLength: 16 });
  const digests = fc.uniqueArray(digest, { maxLength: 30 }).map((list) => new Set(list));
  const operations = fc
    .uniqueArray(digest, { maxLength: 12 })
    .chain((keys) =>
      fc
        .tuple(...keys.map(() => fc.uniqueArray(digest, { maxLength: 12 })))
        .map((values) => new Map(keys.map((key, index) => [key, new Set(values[index])]))),
    );
  const sorted = operations.map(recordedExtra);
  const record = fc.record({ operations, unsorted: digests });
  const none = fc.constant(new Set<string>());
  const text = ({ operations: those, unsorted: others }: ExtraDigests) =>
    [
      ...[...others].map((one) => `- ${one}`),
      ...[...those].flatMap(([key, one]) => [key, ...[...one].map((permission) => `${key} ${permission}`)]),
    ].toSorted();

  it('give back what was recorded, in the length and the letters that IAM allows, or say that it is not all', () => {
    fc.assert(
      fc.property(fc.record({ operations, unsorted: none }), record, (latest, earlier) => {
        const values = extraTagValues({ latest, earlier, isComplete: true });
        assert.ok(values.length <= 4 && values.every((value) => /^[\w.:/=+@ -]{1,256}$/.test(value)));
        // In whatever order IAM lists the tags.
        const read = readExtraTags(values.toReversed());
        for (const [one, whole] of [
          [read.latest, latest],
          [read.earlier, earlier],
        ] as const) {
          const all = new Set(text(whole));
          if (read.isComplete) assert.deepEqual(text(one), text(whole));
          else assert.ok(text(one).every((each) => all.has(each)));
        }
        if (!read.isComplete) assert.ok(text(latest).length + text(earlier).length > 39);
      }),
    );
  });

  it('of a version that did not tell operations from permissions are read', () => {
    assert.deepEqual(readExtraTags(['AAAAAAAAAAAAAAAA BBBBBBBBBBBBBBBB @CCCCCCCCCCCCCCCC', '@DDDDDDDDDDDDDDDD +']), {
      latest: { operations: new Map(), unsorted: new Set(['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB']) },
      earlier: { operations: new Map(), unsorted: new Set(['CCCCCCCCCCCCCCCC', 'DDDDDDDDDDDDDDDD']) },
      isComplete: false,
    });
  });

  it('are read by that version as the same digests, with a mark that matches nothing', () => {
    const values = extraTagValues(extraAfter(DEPLOYED, extraOf({ [OPERATION]: [PUBLISH] }), presentOf(DO_IT)));
    const marks = new Set(values.flatMap((value) => value.split(' ')));
    const operation = operationDigest(OPERATION);
    const [doIt = '', publish = ''] = [...presentOf(DO_IT, PUBLISH)];
    assert.deepEqual(marks, new Set([operation, '=', publish, `@${operation}`, `@${doIt}`]));
  });

  it('are the same after a deployment that changes nothing', () => {
    fc.assert(
      fc.property(sorted, sorted, digests, fc.boolean(), (first, second, present, isOld) => {
        const after = extraAfter(isOld ? unsorted(first) : first, second, present);
        assert.deepEqual(extraTagValues(extraAfter(after, second, present)), extraTagValues(after));
        const read = readExtraTags(extraTagValues(after));
        assert.deepEqual(extraTagValues(extraAfter(read, second, present)), extraTagValues(after));
      }),
    );
  });

  it('keep of earlier deployments what the policy has, and nothing else: it has no end otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(sorted, { minLength: 2, maxLength: 6 }),
        digests,
        ([first = NO_EXTRA, ...others], present) => {
          const { earlier } = others.reduce((before, next) => extraAfter(before, next, present), first);
          assert.ok(
            [...earlier.operations.values()].every((one) => one.size > 0 && [...one].every((d) => present.has(d))),
          );
          const gone = others.reduce((before, next) => extraAfter(before, next, new Set()), unsorted(first));
          assert.deepEqual([gone.earlier.operations.size, gone.earlier.unsorted.size], [0, 0]);
        },
      ),
    );
  });

  it('say that they hold all again, once what did not fit is gone from the policy', () => {
    const many = Array.from({ length: 100 }, (_, index): Wanted => ['a:B', `arn:${index}`]);
    const full = extraAfter(extraOf({ 'aws-sdk:a:b': many }), DEPLOYED, presentOf(...many));
    const written = readExtraTags(extraTagValues(full));
    assert.equal(written.isComplete, false);
    assert.equal(extraAfter(written, DEPLOYED, presentOf(...many)).isComplete, false);
    assert.equal(extraAfter(written, DEPLOYED, presentOf(DO_IT)).isComplete, true);
  });

  it('may hold anything: it is no error', () => {
    fc.assert(fc.property(fc.array(fc.string()), (values) => assert.ok(readExtraTags(values))));
    const marks = fc.array(fc.constantFrom('=', '+', '@', '@=', 'a', '@a', '', 'constructor', '__proto__'));
    fc.assert(fc.property(fc.array(marks), (values) => assert.ok(readExtraTags(values.map((one) => one.join(' '))))));
  });
});
