import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../src/asl/json.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { allStates } from '../../src/asl/workflow.ts';
import { eachAssignment } from '../../src/values/domain/assignment.ts';
import { unknownValue } from '../../src/values/domain/construct.ts';
import { at, itemsOf, knownText, mayBePresent, type Value } from '../../src/values/domain/value.ts';
import { argumentsOf, credentialsRole, type PassedValue, readerOf } from '../../src/values/flow/callArguments.ts';
import { flowOf } from '../../src/values/flow/flow.ts';
import { definition } from '../support/cases.ts';

const START = {
  input: unknownValue('the state input'),
  partition: 'aws',
  region: 'eu-west-1',
  account: '111122223333',
  name: 'machine',
  type: undefined,
};

/** What the only state of a workflow passes on, in its only assignment. */
function read(
  fields: object,
  given: (json: JsonObject, reader: ReturnType<typeof readerOf>) => PassedValue | undefined,
): Value {
  const json = definition({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true, ...fields });
  const workflow = readWorkflow(definition({ StartAt: 'A', States: { A: json } }));
  const [state] = allStates(workflow);
  assert.ok(state);
  const passed = given(json, readerOf(state, flowOf(workflow, START, undefined)));
  assert.ok(passed);
  const [value] = eachAssignment(passed, 1);
  assert.ok(value);
  return value;
}

function args(fields: object): Value {
  return read(fields, argumentsOf);
}

function shown(value: Value): unknown {
  if (value.kind === 'known') return value.json;
  return value.kind === 'unknown' ? `? ${value.expression}` : value.kind;
}

describe('what a state passes to its API', () => {
  it('is a literal or an unknown path in Parameters (JSONPath)', () => {
    const value = args({ Parameters: { A: 'a', 'B.$': '$.b', C: { 'D.$': '$.d', E: [{ F: 1 }] } } });
    assert.deepEqual(
      ['A', 'B', 'C.D', 'C.E', 'X', 'B.deeper'].map((path) => shown(at(value, path))),
      ['a', '? $.b', '? $.d', 'array', 'absent', '? $.b'],
    );
    assert.deepEqual(
      itemsOf(at(value, 'C.E')).map((item) => shown(at(item, 'F'))),
      [1],
    );
  });

  it('is a literal or an unknown expression in Arguments (JSONata)', () => {
    const value = args({ Arguments: { A: 'a', B: '{% $b %}', C: { D: ['{% $d %}'] }, E: '{%x' } });
    assert.deepEqual(
      ['A', 'B', 'E'].map((path) => shown(at(value, path))),
      ['a', '? {% $b %}', '{%x'],
    );
    assert.deepEqual(itemsOf(at(value, 'C.D')).map(shown), ['? {% $d %}']);
    assert.equal(shown(at(args({ Arguments: '{% $states.input %}' }), 'A')), '? {% $states.input %}');
  });

  it('is the whole input where it has neither: every field may be there', () => {
    assert.equal(shown(at(args({}), 'TableName')), '? the state input');
    assert.equal(shown(at(args({ InputPath: '$.x' }), 'TableName')), '? $.x');
  });

  it('takes the unknown one where a field stands in both forms', () => {
    assert.equal(shown(at(args({ Parameters: { A: 'a', 'A.$': '$.a' } }), 'A')), '? $.a');
  });

  it('has no fields but its own', () => {
    assert.equal(shown(at(args({ Parameters: {} }), 'constructor')), 'absent');
    assert.equal(shown(at(args({ Arguments: {} }), 'toString')), 'absent');
  });
});

describe('lists and presence', () => {
  const value = args({ Parameters: { L: [1, 2], 'U.$': '$.u', O: {}, T: 't', Z: '', N: null, F: false, E: [] } });

  it('walks what may be a list without missing or inventing an element', () => {
    const lengths = ['L', 'U', 'O', 'T', 'X'].map((path) => itemsOf(at(value, path)).length);
    assert.deepEqual(lengths, [2, 1, 1, 1, 0]);
  });

  it('knows what is certainly not there', () => {
    const present = ['L', 'U', 'O', 'T', 'Z', 'N', 'F', 'E', 'X'].filter((path) => mayBePresent(at(value, path)));
    assert.deepEqual(present, ['L', 'U', 'O', 'T']);
  });

  it('takes only texts for text', () => {
    assert.deepEqual(
      ['T', 'N', 'U'].map((path) => knownText(at(value, path))),
      ['t', undefined, undefined],
    );
  });
});

describe('the role of Credentials', () => {
  for (const [credentials, expected] of [
    [{ RoleArn: 'arn:r' }, 'arn:r'],
    [{ 'RoleArn.$': '$.role' }, '? $.role'],
    [{ RoleArn: '{% $role %}' }, '? {% $role %}'],
    ['{% $credentials %}', '? {% $credentials %}'],
    [{}, 'absent'],
  ] as const) {
    it(JSON.stringify(credentials), () => {
      assert.equal(shown(read({ Credentials: credentials }, credentialsRole)), expected);
    });
  }
});
