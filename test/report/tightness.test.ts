import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import type { Finding } from '../../src/finding.ts';
import type { Origin } from '../../src/grants/grant.ts';
import { resourceTightness, type Tightness } from '../../src/grants/tightness.ts';
import { reportModel, stateTightness } from '../../src/report/model.ts';
import { originWords } from '../../src/report/words.ts';
import { ONE, workflow } from './definitions.ts';

const NAMED = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const OPEN = 'arn:aws:sqs:eu-west-1:111122223333:*-jobs';

describe('how tight a resource is, and in words why', () => {
  const cases: readonly (readonly [Tightness, arn: string, Origin, words: string])[] = [
    ['exact', NAMED, { kind: 'literal', field: 'F' }, 'the definition says it in F'],
    ['pattern', `${NAMED}:*`, { kind: 'literal', field: 'F' }, 'the definition says it in F'],
    ['exact', 'arn:aws:s3:::a${*}b', { kind: 'literal', field: 'F' }, 'the definition says it in F'],
    [
      'exact',
      NAMED,
      { kind: 'resolved', field: 'F', expression: '$.q', setBy: '/States/Set up' },
      'F is $.q, which Set up sets to this one value',
    ],
    [
      'pattern',
      OPEN,
      { kind: 'pattern', field: 'F', expression: "States.Format('{}-jobs', $.t)", unknown: '$.t' },
      "F is States.Format('{}-jobs', $.t), of which $.t is known only at run time",
    ],
    [
      'exact',
      NAMED,
      { kind: 'assumedName', field: 'F', placeholder: '${Q}' },
      'F is the placeholder ${Q}, taken for a name',
    ],
    ['open', OPEN, { kind: 'unknown', field: 'F', expression: '$.q' }, 'F is known only at run time: $.q'],
    [
      'open',
      OPEN,
      {
        kind: 'unknown',
        field: 'F',
        expression: '$.q',
        cause: { state: '/States/Look up', reason: 'the result of the task' },
      },
      'F is known only at run time: $.q (the result of the task, in Look up)',
    ],
    [
      'open',
      OPEN,
      { kind: 'unknown', field: 'F', expression: '$.q', cause: { state: '', reason: 'a list', widened: true } },
      'F is known only at run time: $.q (a list; too many values to follow each)',
    ],
    ['open', OPEN, { kind: 'missing', field: 'F' }, 'F is missing: it would name the resource'],
    [
      'open',
      OPEN,
      { kind: 'unnamedMachine' },
      "the state machine's own ARN, whose name is not known (--name gives it)",
    ],
    ['exact', NAMED, { kind: 'fixed' }, 'always the same for this call'],
    ['limit', '*', { kind: 'fixed' }, 'always the same for this call'],
    ['limit', '*', { kind: 'wildcard', reason: 'AWS has no name' }, 'cannot be narrower: AWS has no name'],
  ];
  for (const [tightness, arn, origin, words] of cases) {
    it(`${origin.kind} on ${arn}: ${tightness}`, () => {
      assert.equal(resourceTightness({ arn, origin }), tightness);
      const nameOf = (path: string) => path.replace('/States/', '');
      const pieces = originWords(origin, nameOf).map((piece) => (typeof piece === 'string' ? piece : piece.code));
      assert.equal(pieces.join(''), words);
    });
  }
});

describe('how tight a state is', () => {
  it('as its widest resource', async () => {
    const definition = workflow(40);
    const { views } = reportModel(await fit(definition), 't');
    const found = new Map(views.map(({ name, tightness }) => [name, tightness]));
    assert.deepEqual(
      ['Check the order', 'Announce the payment', 'Queue the parcel', 'Report on returns'].map((name) =>
        found.get(name),
      ),
      ['exact', 'open', 'none', 'limit'],
    );
  });

  it('incomplete where a finding is an error', () => {
    const finding: Finding = { code: 'unknown-integration', severity: 'error', state: '/States/A', message: '' };
    assert.equal(stateTightness([], [finding]), 'error');
    assert.equal(stateTightness([], [{ ...finding, severity: 'warning' }]), 'none');
  });
});

describe('the headline', () => {
  it('counts what the policy grants, each permission once', async () => {
    for (const size of [5, 40, 200]) {
      const definition = workflow(size);
      const { counts, fit: fitted } = reportModel(await fit(definition), 't');
      const granted = fitted.policy.Statement.reduce(
        (sum, { Action, Resource }) => sum + Action.length * Resource.length,
        0,
      );
      assert.equal(counts.states, size);
      assert.equal(counts.permissions, granted);
      assert.equal(counts.exact + counts.patterns + counts.open + counts.limits, granted);
    }
  });

  it('counts nothing where nothing is called, although the policy has a statement', async () => {
    const { counts } = reportModel(await fit(ONE), 't');
    assert.deepEqual(counts, { states: 1, permissions: 0, exact: 0, patterns: 0, open: 0, limits: 0 });
  });
});
