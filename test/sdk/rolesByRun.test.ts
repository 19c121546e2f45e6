import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { certaintyOf } from '../../src/grants/grant.ts';
import { machine, OPTIONS } from '../support/cases.ts';

/**
 * A role that only a run may give is passed under that condition: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * asks for iam:PassRole only where a request hands a role over.
 */

const ROLE = 'arn:aws:iam::111122223333:role/worker';
const TASK = { Cluster: 'c', TaskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/t:1' };
const FACTS = [{ resource: TASK.TaskDefinition, facts: { roles: [] }, source: 'file', place: 'facts.json' }] as const;

type Row = readonly [what: string, api: string, args: unknown, certainties: readonly string[]];

const ROWS: readonly Row[] = [
  ['overrides from an expression', 'ecs:runTask', { ...TASK, Overrides: '{% $states.input.o %}' }, ['conditional']],
  [
    'an overriding role from an expression',
    'ecs:runTask',
    { ...TASK, Overrides: { TaskRoleArn: '{% $states.input.r %}' } },
    ['required'],
  ],
  ['an overriding role that is written', 'ecs:runTask', { ...TASK, Overrides: { TaskRoleArn: ROLE } }, ['required']],
  ['no overrides', 'ecs:runTask', TASK, []],
  ['overrides of the SDK', 'aws-sdk:ecs:runTask', { ...TASK, Overrides: '{% $states.input.o %}' }, ['conditional']],
  ['arguments from an expression', 'aws-sdk:ssm:startAutomationExecution', '{% $states.input %}', ['conditional']],
  [
    'an object from an expression',
    'aws-sdk:scheduler:createSchedule',
    { Name: 'n', Target: '{% $states.input.t %}' },
    ['conditional'],
  ],
  ['an object with a role', 'aws-sdk:scheduler:createSchedule', { Name: 'n', Target: { RoleArn: ROLE } }, ['required']],
  [
    'an object with a role from an expression',
    'aws-sdk:scheduler:createSchedule',
    { Name: 'n', Target: { RoleArn: '{% $states.input.r %}' } },
    ['required'],
  ],
  ['a role that is not there', 'aws-sdk:scheduler:createSchedule', { Name: 'n', Target: { Arn: 'a' } }, []],
];

describe('iam:PassRole for', () => {
  for (const [what, api, Arguments, certainties] of ROWS) {
    it(`${what} of ${api} is ${certainties.length === 0 ? 'not granted' : certainties.join(', ')}`, async () => {
      const state = {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: `arn:aws:states:::${api}`,
        Arguments,
        End: true,
      };
      const { calls } = await fit(machine({ A: state }), { ...OPTIONS, facts: FACTS });
      assert.equal(calls.length, 1);
      assert.notEqual(calls[0]?.grants.length, 0);
      const grants = calls.flatMap((one) => one.grants).filter(({ actions }) => actions.includes('iam:PassRole'));
      assert.deepEqual([...new Set(grants.map(certaintyOf))], certainties);
    });
  }
});
