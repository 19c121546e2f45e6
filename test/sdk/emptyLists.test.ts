import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { certaintyOf } from '../../src/grants/grant.ts';
import { machine, OPTIONS } from '../support/cases.ts';

/**
 * A list that a run gives may be empty. What a call needs besides because of what the list names is then conditional; what
 * it calls is required, for AWS refuses a call without what it is about.
 */

const ROLE = 'arn:aws:iam::111122223333:role/r';
const LAYER = 'arn:aws:lambda:eu-west-1:111122223333:layer:a:1';
const FUNCTION = { FunctionName: 'f', Role: ROLE };

/** Arguments, or their expression; an action; how certain it is. */
type Row = readonly [what: string, api: string, args: unknown, action: string, certainty: string | undefined];

const ROWS: readonly Row[] = [
  [
    'a list from an expression',
    'lambda:createFunction',
    { ...FUNCTION, Layers: '{% $states.input.layers %}' },
    'lambda:GetLayerVersion',
    'conditional',
  ],
  [
    'a list in what an expression makes',
    'lambda:createFunction',
    { ...FUNCTION, VpcConfig: '{% $states.input.vpc %}' },
    'ec2:DescribeSubnets',
    'conditional',
  ],
  [
    'a list from an expression in an object that is written',
    'lambda:createFunction',
    { ...FUNCTION, VpcConfig: { SubnetIds: '{% $states.input.subnets %}' } },
    'ec2:DescribeSubnets',
    'conditional',
  ],
  [
    'arguments from an expression',
    'lambda:createFunction',
    '{% $states.input %}',
    'lambda:GetLayerVersion',
    'conditional',
  ],
  [
    'a list that is written',
    'lambda:createFunction',
    { ...FUNCTION, Layers: [LAYER] },
    'lambda:GetLayerVersion',
    'required',
  ],
  [
    'a written list with an item from an expression',
    'lambda:createFunction',
    { ...FUNCTION, Layers: ['{% $states.input.layer %}'] },
    'lambda:GetLayerVersion',
    'required',
  ],
  ['an empty list', 'lambda:createFunction', { ...FUNCTION, Layers: [] }, 'lambda:GetLayerVersion', undefined],
  ['no list', 'lambda:createFunction', FUNCTION, 'lambda:GetLayerVersion', undefined],
  [
    'what a call is about, in a list from an expression',
    'ec2:stopInstances',
    { InstanceIds: '{% $states.input.ids %}' },
    'ec2:StopInstances',
    'required',
  ],
];

describe('a list that may be empty', () => {
  for (const [what, api, args, action, expected] of ROWS) {
    it(`${what}: ${action} is ${expected ?? 'not needed'}`, async () => {
      const state = {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: `arn:aws:states:::aws-sdk:${api}`,
        Arguments: args,
        End: true,
      };
      const { calls } = await fit(machine({ A: state }), OPTIONS);
      const grants = calls.flatMap((call) => call.grants.filter(({ actions }) => actions.includes(action)));
      assert.deepEqual(grants.map(certaintyOf), expected === undefined ? [] : [expected]);
    });
  }
});
