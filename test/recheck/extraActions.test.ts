import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  extraAfter,
  extraTagValues,
  NO_EXTRA,
  type RecordedExtra,
  readExtraTags,
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

const extraOf = (...digests: readonly string[]): RecordedExtra => ({ ...NO_EXTRA, digests: new Set(digests) });
const DEPLOYED = extraOf(operationDigest(OPERATION), approvalDigest('newservice:DoIt', THING, undefined));
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
        extra: extraOf(operationDigest('aws-sdk:sns:publish'), approvalDigest(key[0], key[1], condition)),
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
    assert.deepEqual((await settled(role(extraAfter(DEPLOYED, NO_EXTRA)))).allowed, both);
    // Nobody knows what it needs: nothing is taken away, and that is told.
    const unknown = await settled(role(NO_EXTRA));
    assert.deepEqual(unknown.allowed, both);
    assert.match(unknown.report.gaps.join(), /is known/);
  });

  it('is not put back where someone has taken it away: the tags have digests only', async () => {
    const { allowed } = await settled({
      definition: definitionOf(OPERATION, 'aws-sdk:sns:publish'),
      deployment: { extra: DEPLOYED },
      policy: policyWith(PUBLISH),
    });
    assert.deepEqual(allowed, [text(PUBLISH)]);
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
        extra: extraOf(operationDigest(OPERATION), approvalDigest('iam:AttachRolePolicy', '*', undefined)),
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

  it('who fills the tags: what they cannot hold is a doubt, and nothing is taken away', async () => {
    const digests = Array.from({ length: 200 }, (_, index) => approvalDigest('a:B', `arn:${index}`, undefined));
    const { allowed, report } = await settled({
      definition: definitionOf('aws-sdk:sns:publish'),
      deployment: { extra: extraOf(...digests) },
      policy: policyWith(PUBLISH, DO_IT),
    });
    assert.deepEqual(allowed, [text(DO_IT), text(PUBLISH)]);
    assert.match(report.gaps.join(), /do not hold all extra actions/);
  });
});

describe('the tags of extra actions', () => {
  const digest = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '_'), minLength: 16, maxLength: 16 });
  const digests = fc.uniqueArray(digest, { maxLength: 80 }).map((list) => new Set(list));

  it('give back what was recorded, in the length and the letters that IAM allows, or say that it is not all', () => {
    fc.assert(
      fc.property(digests, digests, (now, before) => {
        const extra = { digests: now, earlier: new Set([...before].filter((one) => !now.has(one))), isComplete: true };
        const values = extraTagValues(extra);
        assert.ok(values.length <= 4 && values.every((value) => /^[\w.:/=+@ -]{1,256}$/.test(value)));
        const read = readExtraTags(values);
        if (read.isComplete)
          assert.deepEqual(read, {
            ...extra,
            digests: new Set([...now].toSorted()),
            earlier: new Set([...extra.earlier].toSorted()),
          });
        else assert.ok(now.size + extra.earlier.size > 50);
        assert.ok([...read.digests].every((one) => now.has(one)));
        assert.ok([...read.earlier].every((one) => extra.earlier.has(one)));
      }),
    );
  });

  it('are the same after a deployment that changes nothing', () => {
    fc.assert(
      fc.property(digests, digests, (first, second) => {
        const after = extraAfter(extraOf(...first), extraOf(...second));
        const again = extraAfter(after, extraOf(...second));
        assert.deepEqual(extraTagValues(again), extraTagValues(after));
      }),
    );
  });

  it('may hold anything: it is no error', () => {
    fc.assert(fc.property(fc.array(fc.string()), (values) => assert.ok(readExtraTags(values))));
  });
});
