import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fit } from '../../src/analysis/fit.ts';
import type { Grant } from '../../src/grants/grant.ts';
import { covers } from '../../src/iam/pattern.ts';
import { policyOf } from '../../src/policy/merge.ts';
import { reportModel } from '../../src/report/model.ts';
import { placements, statementsOf } from '../../src/report/statements.ts';
import { workflow } from './definitions.ts';

/** Which statements of the policy a grant ended in. */

function grant(action: string, arns: readonly string[], service?: string): Grant {
  return {
    purpose: 'call',
    actions: [action],
    resources: arns.map((arn) => ({ arn, origin: { kind: 'fixed' } })),
    ...(service === undefined ? {} : { conditions: { StringEquals: { 'iam:PassedToService': [service] } } }),
  };
}

function resourcesOf(grants: readonly Grant[], index: number): readonly string[] {
  const policy = policyOf(grants);
  const placementOf = placements(policy);
  const one = grants[index];
  if (!one) return [];
  return one.actions.flatMap((action) =>
    one.resources.flatMap(({ arn }) =>
      placementOf(action, arn, one.conditions).map(({ statement, resource }) => {
        const { Condition } = policy.Statement[statement] ?? {};
        return `${resource}${Condition === undefined ? '' : ' if'}`;
      }),
    ),
  );
}

describe('where a grant stands in the policy', () => {
  const cases: readonly (readonly [name: string, grants: readonly Grant[], resources: readonly string[]])[] = [
    ['as it is', [grant('a:A', ['arn:x'])], ['arn:x']],
    ['beside others', [grant('a:A', ['arn:x']), grant('a:A', ['arn:y'])], ['arn:x']],
    ['in a wider resource', [grant('a:A', ['arn:x-1']), grant('a:A', ['arn:x-*'])], ['arn:x-*']],
    ['not in one of another action', [grant('a:A', ['arn:x-1']), grant('a:B', ['arn:x-*'])], ['arn:x-1']],
    ['under its conditions', [grant('a:A', ['arn:x'], 's'), grant('a:A', ['arn:x'], 't')], ['arn:x if']],
    ['in the same without conditions', [grant('a:A', ['arn:x'], 's'), grant('a:A', ['arn:x'])], ['arn:x']],
    ['in a wider one without conditions', [grant('a:A', ['arn:x'], 's'), grant('a:A', ['*'])], ['*']],
    ['not in one of other conditions', [grant('a:A', ['arn:x'], 's'), grant('a:A', ['*'], 't')], ['arn:x if']],
  ];
  for (const [name, grants, resources] of cases) it(name, () => assert.deepEqual(resourcesOf(grants, 0), resources));

  it('every pair of every grant has a place that allows it', () => {
    const arns = fc.array(fc.constantFrom('arn:x', 'arn:x-1', 'arn:x-*', 'arn:y', '*'), { minLength: 1, maxLength: 3 });
    const one = fc
      .record({
        action: fc.constantFrom('a:A', 'a:B', 'b:C'),
        arns,
        service: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
      })
      .map(({ action, arns, service }) => grant(action, arns, service));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (grants) => {
        const policy = policyOf(grants);
        const placementOf = placements(policy);
        for (const { actions, resources, conditions } of grants) {
          for (const { arn } of resources) {
            const found = placementOf(actions[0] ?? '', arn, conditions);
            assert.ok(found.length > 0, `${actions[0]} on ${arn}`);
            for (const { statement, resource } of found) {
              assert.ok(covers(resource, arn));
              assert.ok(policy.Statement[statement]?.Action.includes(actions[0] ?? ''));
              assert.ok(policy.Statement[statement]?.Resource.includes(resource));
            }
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('what a statement is for', () => {
  it('every statement names a state, and every state with grants has a statement', async () => {
    const definition = workflow(200);
    const report = reportModel(await fit(definition, { logging: true }), 't');
    for (const { states, id } of report.statements) assert.ok(states.length > 0, id);
    for (const { calls, name } of report.views) {
      for (const one of calls.flatMap(({ grants }) => grants)) {
        assert.ok(statementsOf(one, report.placementOf).length > 0, name);
      }
    }
    assert.equal(report.views[0]?.name, 'The state machine itself');
  });
});
