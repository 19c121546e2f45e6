import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fit } from '../../src/analysis/fit.ts';
import type { Json } from '../../src/asl/json.ts';
import type { Grant } from '../../src/grants/grant.ts';
import { covers } from '../../src/iam/pattern.ts';
import type { Statement } from '../../src/policy/policy.ts';
import { readsAnyName } from '../../src/policy/secrets.ts';
import { withinLimits } from '../../src/recheck/limits.ts';
import type { Need } from '../../src/recheck/needs.ts';
import { readsTooWide, type WildcardMode } from '../../src/recheck/wildcards.ts';
import { approvalDigest } from '../../src/role/rolefitPolicy.ts';
import { machineArn, PLACE, roleArn, SETTINGS } from './world.ts';

const ACTION = 'secretsmanager:GetSecretValue';
const PREFIX = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:';

function need(resources: readonly string[]): Need {
  const revision = { roleArn: roleArn('r'), definition: '{}', settings: {}, id: undefined };
  const grant: Grant = {
    purpose: 'call',
    actions: [ACTION],
    resources: resources.map((arn) => ({ arn, origin: { kind: 'fixed' } })),
  };
  const machine = machineArn('m');
  return { reason: { kind: 'current', machineArn: machine, source: machine, revision }, state: '/States/S', grant };
}

const names = fc.string({ unit: fc.constantFrom(...'ab*'), minLength: 1, maxLength: 4 });
const secrets = fc.array(
  names.map((name) => `${PREFIX}${name}-??????`),
  { maxLength: 3 },
);

interface Case {
  readonly deployed: readonly string[];
  readonly allowed: readonly string[];
  readonly wanted: readonly string[];
  readonly wildcards: WildcardMode;
}

const cases = fc.record<Case>({
  deployed: secrets,
  allowed: secrets,
  wanted: secrets.filter(({ length }) => length > 0),
  wildcards: fc.constantFrom('deployed', 'refuse'),
});

function judged({ deployed, allowed, wanted, wildcards }: Case) {
  const approved = new Set(deployed.map((arn) => approvalDigest(ACTION, arn, undefined)));
  const statements: readonly Statement[] = [{ Effect: 'Allow', Action: [ACTION], Resource: allowed }];
  const limits = { ...SETTINGS, wildcards, approved, overflow: false, allowed: statements };
  const { granted, refused } = withinLimits([need(wanted)], limits);
  const arnsOf = (needs: readonly Need[]) => needs.flatMap(({ grant }) => grant.resources.map(({ arn }) => arn));
  return { granted: arnsOf(granted), refused: arnsOf(refused) };
}

describe('reads on names that only a run tells', () => {
  it('are granted only as wide as they were deployed', () => {
    fc.assert(
      fc.property(cases, (one) => {
        for (const arn of judged(one).granted) {
          const isDeployed = one.deployed.some((wide) => covers(wide, arn));
          assert.ok(isDeployed || !readsAnyName(ACTION, arn), arn);
          assert.ok(one.wanted.some((wide) => covers(wide, arn)));
        }
      }),
    );
  });

  it('that were deployed are granted, and with refuse only where the role has them', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { granted } = judged(one);
        for (const arn of one.wanted.filter((each) => one.deployed.includes(each) && readsAnyName(ACTION, each))) {
          const isAllowed = one.allowed.some((wide) => covers(wide, arn));
          assert.equal(granted.includes(arn), one.wildcards === 'deployed' || isAllowed);
        }
      }),
    );
  });

  it('are granted or refused, each of them; a name that is said is always granted', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { granted, refused } = judged(one);
        for (const arn of one.wanted) {
          assert.ok(granted.includes(arn) || refused.includes(arn), arn);
          if (!readsAnyName(ACTION, arn)) assert.ok(granted.includes(arn));
        }
      }),
    );
  });

  it('keep what the role has of them: a narrower name is not lost because a wider one is refused', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { granted, refused } = judged(one);
        for (const arn of one.allowed) {
          const mayStay = !readsAnyName(ACTION, arn) || one.deployed.includes(arn);
          if (mayStay && refused.some((wide) => covers(wide, arn))) assert.ok(granted.includes(arn), arn);
        }
      }),
    );
  });

  it('cost little time, however long their names: a definition must not end the check of a role that it shares', () => {
    const limits = { wildcards: 'deployed' as const, overflow: false, allowed: [] };
    const longest = ['/a'.repeat(600), '/a'.repeat(5_000), '*/'.repeat(2_000), 'a'.repeat(2_000)];
    const via = { StringEquals: { a: ['b'], c: ['d'], e: ['f'] } };
    for (const [approved, conditions] of [
      [new Set<string>(), undefined],
      [new Set(['AAAAAAAAAAAAAAAA']), undefined],
      [new Set(['AAAAAAAAAAAAAAAA']), via],
    ] as const) {
      const start = performance.now();
      for (const [index, name] of longest.entries()) {
        const arn = `arn:aws:ssm:eu-west-1:111122223333:parameter${name}/${index}*`;
        assert.ok(readsTooWide('ssm:GetParameter', arn, conditions, { ...limits, approved }));
      }
      const time = performance.now() - start;
      assert.ok(time < (approved.size === 0 ? 20 : 2_000), `${time} ms`);
    }
  });

  /** An API, what it names, and whether a name with a hole gives less than one that is wholly unknown. */
  const APIS: readonly (readonly [string, (name: string) => Readonly<Record<string, Json>>, boolean])[] = [
    ['secretsmanager:getSecretValue', (name) => ({ 'SecretId.$': name }), true],
    ['ssm:getParameter', (name) => ({ 'Name.$': name }), true],
    ['ssm:getParameters', (name) => ({ 'Names.$': `States.Array(${name})` }), true],
    ['ssm:getParametersByPath', (name) => ({ 'Path.$': name }), true],
    ['kms:decrypt', (name) => ({ 'KeyId.$': name, 'CiphertextBlob.$': '$.blob' }), true],
    ['s3:getObject', (name) => ({ 'Bucket.$': name, 'Key.$': '$.key' }), true],
    ['s3:getObject', (name) => ({ 'Bucket.$': name, Key: 'x' }), true],
  ];

  async function readsOf(api: string, parameters: Readonly<Record<string, Json>>) {
    const state = { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${api}`, Parameters: parameters, End: true };
    const { calls } = await fit({ StartAt: 'S', States: { S: state } }, { ...PLACE, name: 'm' });
    const pairs = calls.flatMap(({ grants }) =>
      grants.flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map(({ arn }) => [action, arn] as const)),
      ),
    );
    return pairs.filter(([action, arn]) => readsAnyName(action, arn));
  }

  for (const [api, given, narrows] of APIS) {
    it(`of ${api}(${Object.keys(given('$'))}): one with a hole is less than one that was deployed without a name, not more`, async () => {
      const [all, some, less] = await Promise.all(
        ['$.x', "States.Format('app-{}', $.x)", "States.Format('app-b-{}', $.x)"].map((name) =>
          readsOf(api, given(name)),
        ),
      );
      assert.ok(all && all.length > 0 && some && less);
      const limits = (pairs: typeof all) => ({
        wildcards: 'deployed' as const,
        approved: new Set(pairs.map(([action, arn]) => approvalDigest(action, arn, undefined))),
        overflow: false,
        allowed: [],
      });
      for (const [action, arn] of [...all, ...some, ...less])
        assert.ok(!readsTooWide(action, arn, undefined, limits(all)), arn);
      for (const [action, arn] of less) assert.ok(!readsTooWide(action, arn, undefined, limits(some)), arn);
      for (const [action, arn] of all) assert.equal(readsTooWide(action, arn, undefined, limits(less)), narrows, arn);
    });
  }
});
