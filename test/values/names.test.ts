import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { parseText } from '../../src/asl/parse.ts';
import { INHERITED } from '../names/awkward.ts';
import { OPTIONS } from '../support/cases.ts';

/**
 * Step Functions takes any JSON key, so one that every JavaScript object inherits is a key like any other: it is read
 * where the definition has it, and nowhere else.
 */

const GET = 'arn:aws:states:::dynamodb:getItem';
const task = (fields: object) => ({ Type: 'Task', Resource: GET, End: true, ...fields });
/** Computed names are the object's own, `__proto__` too. */
const keyed = (name: string, value: unknown) => ({ [name]: value });

/** Where a definition has names → the definition, with this one. */
const PLACES: Readonly<Record<string, (name: string) => object>> = {
  'a state': (name) => ({ StartAt: name, States: keyed(name, task({ Parameters: { TableName: 'table' } })) }),
  'a variable in JSONPath': (name) => ({
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Assign: keyed(name, 'table'), Next: 'B' },
      B: task({ Parameters: { 'TableName.$': `$${name}` } }),
    },
  }),
  'a variable in JSONata': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Assign: keyed(name, 'table'), Next: 'B' },
      B: task({ Arguments: { TableName: `{% $${name} %}` } }),
    },
  }),
  'a field of a Result, read by a path': (name) => ({
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Result: keyed(name, 'table'), Next: 'B' },
      B: task({ Parameters: { 'TableName.$': `$.${name}` } }),
    },
  }),
  'the path of a ResultPath': (name) => ({
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Result: 'table', ResultPath: `$.${name}`, Next: 'B' },
      B: task({ Parameters: { 'TableName.$': `$['${name}']` } }),
    },
  }),
  'a field of an Output, read by JSONata': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Output: keyed(name, 'table'), Next: 'B' },
      B: task({ Arguments: { TableName: `{% $states.input.\`${name}\` %}` } }),
    },
  }),
  'a field that JSONata makes and reads': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'B',
    States: { B: task({ Arguments: { TableName: `{% $lookup($merge([{'${name}': 'table'}]), '${name}') %}` } }) },
  }),
  'a key that JSONata gives': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'B',
    States: {
      B: task({
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:batchGetItem',
        Arguments: `{% {'RequestItems': {'${name}': {'Keys': []}}} %}`,
      }),
    },
  }),
  'a key of a literal map': (name) => ({
    StartAt: 'B',
    States: {
      B: task({
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:batchGetItem',
        Parameters: { RequestItems: keyed(name, { Keys: [] }) },
      }),
    },
  }),
  'a text that JSONata parses': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'B',
    States: {
      B: task({ Arguments: { TableName: `{% $lookup($parse('{"${name}": "table"}'), '${name}') %}` } }),
    },
  }),
};

/** Arguments that hold the name, and not the argument that the API has. */
const NOT_THERE: Readonly<Record<string, (name: string) => object>> = {
  'an argument of another name': (name) => task({ Parameters: keyed(name, { TableName: 'table' }) }),
  'an argument of another name, in JSONata': (name) =>
    task({ QueryLanguage: 'JSONata', Arguments: `{% {'${name}': {'TableName': 'table'}} %}` }),
};

async function resources(definition: object, format: 'json' | 'yaml'): Promise<readonly string[]> {
  const { policy } = await fit(parseText(JSON.stringify(definition), format), OPTIONS);
  return policy.Statement.flatMap(({ Resource }) => Resource);
}

describe('a name that every object inherits', () => {
  for (const [place, definition] of Object.entries(PLACES)) {
    it(`is one like any other: ${place}`, async () => {
      for (const name of INHERITED) {
        const plain = await resources(definition('plain'), 'json');
        for (const format of ['json', 'yaml'] as const) {
          const found = await resources(definition(name), format);
          assert.deepEqual(
            found,
            plain.map((resource) => resource.replace('table/plain', `table/${name}`)),
            name,
          );
        }
      }
    });
  }

  for (const [what, state] of Object.entries(NOT_THERE)) {
    it(`names nothing that it does not have: ${what}`, async () => {
      for (const name of INHERITED) {
        const found = await resources({ StartAt: 'A', States: { A: state(name) } }, 'json');
        assert.deepEqual(found, ['arn:aws:dynamodb:eu-west-1:111122223333:table/*'], name);
      }
    });
  }

  it('is no value where nothing has it', async () => {
    for (const name of INHERITED) {
      const path = task({ Parameters: { 'TableName.$': `States.Format('t-{}', $.${name})` } });
      const jsonata = task({ QueryLanguage: 'JSONata', Arguments: { TableName: `{% 't' & {'a': 1}.\`${name}\` %}` } });
      const pass = { Type: 'Pass', Result: { a: 'b' }, Next: 'B' };
      for (const state of [path, jsonata]) {
        const [found = ''] = await resources({ StartAt: 'A', States: { A: pass, B: state } }, 'json');
        assert.ok(['table/t-*', 'table/t'].includes(found.split(':').at(-1) ?? ''), `${name}: ${found}`);
      }
    }
  });
});
