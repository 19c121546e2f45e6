import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MANAGED_RULES } from '../../src/iam/managedRules.ts';
import { guardOf } from '../../src/policy/guarded.ts';
import { APIS } from '../conformance/apis.ts';
import printed from '../conformance/templates.json' with { type: 'json' };
import { fitStates, integration, task } from '../support/cases.ts';

const AIMS = ['events:PutRule', 'events:PutTargets'];
const HERE = 'arn:aws:events:eu-west-1:111122223333:rule/';

/** The rules that the tasks of all integrations make. */
const MADE = Object.entries(APIS)
  .filter(([, { patterns }]) => patterns.includes('sync'))
  .flatMap(([api, { args, keep = [] }]) => {
    const { calls } = fitStates({ Job: task(integration(api, 'sync'), args, { keep }) });
    const grants = calls
      .flatMap((call) => call.grants)
      .filter(({ actions }) => actions.some((one) => AIMS.includes(one)));
    return grants.flatMap(({ resources }) => resources.map(({ arn }) => arn));
  });

describe('the rules that Step Functions manages', () => {
  it('are those of the integrations, by their whole names', () => {
    assert.deepEqual(
      [...new Set(MADE)].toSorted(),
      MANAGED_RULES.map((name) => `${HERE}${name}`),
    );
  });

  it('are those of AWS’s templates', () => {
    const names = JSON.stringify(printed).match(/StepFunctionsGetEvent\w+/g) ?? [];
    assert.ok(names.length > 0);
    for (const name of names)
      assert.ok(
        MANAGED_RULES.some((rule) => rule === name),
        name,
      );
  });

  for (const action of AIMS) {
    it(`can be aimed by a definition that has changed: ${action}`, () => {
      for (const resource of MADE) assert.equal(guardOf(action, resource), undefined, resource);
    });

    it(`let no rule pass that is only spelled alike: ${action}`, () => {
      for (const resource of MADE) {
        const name = resource.slice(HERE.length);
        for (const other of [
          `${HERE}${name}2`,
          `${HERE}${name.replace(/Rule$/, '')}`,
          `${HERE}${name.toLowerCase()}`,
          `${HERE}${name.slice(0, -4)}*`,
          `${HERE}findings/${name}`,
          `${HERE}StepFunctionsGetEventsForEve`,
          resource.replace(':events:', ':acme:'),
        ])
          assert.equal(guardOf(action, other)?.at, 'recheck', other);
      }
    });
  }

  it('are not deleted or silenced by one', () => {
    for (const action of ['DeleteRule', 'DisableRule', 'RemoveTargets'])
      for (const resource of MADE) assert.equal(guardOf(`events:${action}`, resource)?.at, 'recheck', action);
  });
});
