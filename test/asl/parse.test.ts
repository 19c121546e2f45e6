import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DefinitionError } from '../../src/asl/error.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { parseText } from '../../src/asl/parse.ts';
import { readWorkflow } from '../../src/asl/readWorkflow.ts';
import { substitute } from '../../src/asl/substitute.ts';
import { allStates, type State } from '../../src/asl/workflow.ts';
import { definition, fitOptimized } from '../support/cases.ts';

const PASS = { Type: 'Pass', End: true };

function asYaml(text: string) {
  return parseText(text, 'yaml');
}

describe('reading a definition', () => {
  it('takes JSON with a byte order mark and CRLF, and YAML, as the same', () => {
    const json = '\uFEFF{\r\n"StartAt": "A",\r\n"States": {"A": {"Type": "Pass", "End": true}}}';
    const yaml = '\uFEFFStartAt: A\r\nStates:\r\n  A:\r\n    Type: Pass\r\n    End: true\r\n';
    assert.deepEqual(parseText(json, 'json'), parseText(yaml, 'yaml'));
    assert.deepEqual(parseText(json, 'auto'), parseText(yaml, 'auto'));
  });

  it('follows YAML anchors', () => {
    const parsed = asYaml('StartAt: A\nx: &p {Type: Pass, End: true}\nStates: {A: *p}');
    assert.deepEqual(parsed['States'], { A: PASS });
  });

  const deepJson = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
  const deepYaml = `a: ${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  for (const [name, text, format, message] of [
    ['empty', ' \n', 'json', /^is empty/],
    ['not JSON', '{"StartAt": }', 'json', /^is not JSON: Unexpected token '}'/],
    ['cut off', '{"StartAt": "A", "States": {', 'json', /^is not JSON/],
    ['a list', '[]', 'json', /^holds a list where/],
    ['a number', '1', 'json', /^holds the number 1 where/],
    ['null', 'null', 'json', /^holds null where/],
    ['a text', '"StartAt"', 'json', /^holds the text "StartAt" where/],
    [
      'duplicate keys',
      '{"States": {"A": {"Type": "Task",\n "Type": "Pass"}}}',
      'json',
      /^state \/States\/A: field Type: the key "Type" stands twice \(line 2, column 2\)/,
    ],
    ['duplicate keys that are written differently', '{"a": 1, "\\u0061": 2}', 'json', /the key "a" stands twice/],
    [
      'duplicate keys among many',
      `{${Array.from({ length: 20 }, (_, i) => `"k${i}": 1`).join()},"k3": 2}`,
      'json',
      /the key "k3" stands twice/,
    ],
    [
      'duplicate keys in YAML',
      'States:\n  A:\n    Type: Task\n    Type: Pass',
      'yaml',
      /^state \/States\/A: field Type: the key "Type" stands twice \(line 4, column 5\)/,
    ],
    ['deep JSON', deepJson, 'json', /nested more than 500 levels deep/],
    ['deep YAML', deepYaml, 'yaml', /nested more than 500 levels deep/],
    ['deep YAML lists', `${'- '.repeat(5000)}1`, 'yaml', /nested more than 500 levels deep/],
    ['bad YAML', 'a: [1,\nb: 2', 'yaml', /^is not YAML: .*\(line \d+, column \d+\)/],
    ['two documents', 'a: 1\n---\nb: 2', 'yaml', /several YAML documents/],
    ['an unknown tag', 'a: !Sub x', 'yaml', /^is not YAML: .*!Sub/],
    ['an alias of nothing', 'a: *nothing', 'yaml', /^is not YAML/],
    ['YAML that JSON has not', 'a: .nan', 'yaml', /that JSON has not: NaN/],
  ] as const) {
    it(`refuses ${name} in one line`, () => {
      assert.throws(
        () => parseText(text, format),
        (error) => error instanceof DefinitionError && message.test(error.message) && !error.message.includes('\n'),
      );
    });
  }

  it('keeps keys that are only repeated in different objects, and quotes in texts', () => {
    const text = '{"a": {"x": "\\"a\\": {"}, "b": {"x": "\\\\"}, "c": [{"x": 1}, {"x": 1}]}';
    assert.deepEqual(parseText(text, 'json'), JSON.parse(text));
  });

  it('accepts whatever JSON.parse accepts, unless a key stands twice', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        assert.deepEqual(parseText(text, 'json'), JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a policy or an error of its own for any bytes', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '"States"',
      '"A"',
      '"Type"',
      '"Task"',
      '\n',
      '- ',
      'States',
      '*a',
      '&a',
      '1',
      '\\',
      '!',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(token).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('json', 'yaml', 'auto'), (bytes, format) => {
        try {
          fitOptimized(parseText(bytes, format));
        } catch (error) {
          if (!(error instanceof DefinitionError)) throw error;
          assert.ok(!error.message.includes('\n'), error.message);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe("a definition's shape", () => {
  const actingStates = (json: JsonObject): readonly State[] =>
    allStates(readWorkflow(json)).filter(({ acts }) => acts !== undefined);
  const task = { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:f', End: true };
  const inner = { StartAt: 'I', States: { I: task } };
  const machine = (state: unknown) => definition({ StartAt: 'A', States: { A: state } });

  it('shows the states that act, at any depth', () => {
    const nested = machine({
      Type: 'Parallel',
      Branches: [inner, { StartAt: 'M', States: { M: { Type: 'Map', Iterator: inner, End: true } } }],
      End: true,
    });
    assert.deepEqual(
      actingStates(nested).map(({ path }) => path),
      ['/States/A/Branches/0/States/I', '/States/A/Branches/1/States/M/Iterator/States/I'],
    );
  });

  it('names states with slashes and tildes as JSON Pointers', () => {
    const [state] = actingStates(definition({ StartAt: 'a/b~c', States: { 'a/b~c': task } }));
    assert.equal(state?.path, '/States/a~1b~0c');
  });

  it('inherits the query language from machine, branch and state', () => {
    const states = { A: { Type: 'Parallel', Branches: [inner], Next: 'B' }, B: { ...task, QueryLanguage: 'JSONPath' } };
    const found = actingStates(definition({ StartAt: 'A', QueryLanguage: 'JSONata', States: states }));
    assert.deepEqual(
      found.map(({ language }) => language),
      ['JSONata', 'JSONPath'],
    );
  });

  it('reads the language from the fields, in a state of another language than the machine that has none of its own', () => {
    const path = { ...task, Parameters: { 'TableName.$': '$.t' } };
    const jsonata = { ...task, Arguments: { TableName: '{% $t %}' } };
    const branches = [path, jsonata].map((state) => ({ StartAt: 'A', States: { A: { ...state, End: true } } }));
    const found = (outer: string, QueryLanguage: string) => {
      const states = { P: { Type: 'Parallel', QueryLanguage, Branches: branches, End: true } };
      const machine = definition({ StartAt: 'P', QueryLanguage: outer, States: states });
      return actingStates(machine).map(({ language }) => language);
    };
    assert.deepEqual(found('JSONPath', 'JSONata'), ['JSONPath', 'JSONata']);
    assert.deepEqual(found('JSONata', 'JSONPath'), ['JSONPath', 'JSONata']);
  });

  for (const [name, json, message] of [
    ['no States', { StartAt: 'A' }, 'field States: is missing; give a state machine definition'],
    ['a CloudFormation template', { Resources: {} }, 'looks like a CloudFormation template'],
    ['States that are a list', { StartAt: 'A', States: [] }, 'field States: must be an object of states'],
    ['no states', { StartAt: 'A', States: {} }, 'has no states'],
    ['no StartAt', { States: { A: PASS } }, 'field StartAt: must name the first state'],
    ['a StartAt that is nowhere', { StartAt: 'B', States: { A: PASS } }, 'names the state "B"'],
    [
      'a wrong QueryLanguage',
      { StartAt: 'A', QueryLanguage: 'SQL', States: { A: PASS } },
      'field QueryLanguage: is "SQL"',
    ],
  ] as const) {
    it(`refuses ${name}`, () => {
      assert.throws(
        () => fitOptimized(definition(json)),
        (error) => error instanceof DefinitionError && error.message.includes(message),
      );
    });
  }

  for (const [name, state, field, problem] of [
    ['a state that is a text', 'Pass', '', 'must be an object with a Type'],
    ['a state without Type', { End: true }, 'Type', 'is missing; it must be one of'],
    ['an unknown Type', { Type: 'task' }, 'Type', 'is "task"'],
    ['a Task without Resource', { Type: 'Task' }, 'Resource', 'is missing'],
    ['a Resource that is a number', { Type: 'Task', Resource: 1 }, 'Resource', 'must be a text'],
    ['a Resource that is no ARN', { Type: 'Task', Resource: 'my-function' }, 'Resource', 'is no ARN'],
    ['Credentials that are a number', { ...task, Credentials: 1 }, 'Credentials', 'must be an object'],
    ['a Parallel without Branches', { Type: 'Parallel' }, 'Branches', 'must be a list'],
    ['a branch that is a text', { Type: 'Parallel', Branches: ['x'] }, 'Branches.0', 'must be an object'],
    [
      'a branch without States',
      { Type: 'Parallel', Branches: [{ StartAt: 'A' }] },
      'Branches.0.States',
      'must be an object',
    ],
    ['a Map without ItemProcessor', { Type: 'Map' }, 'ItemProcessor', 'is missing'],
    ['an ItemProcessor that is a text', { Type: 'Map', ItemProcessor: 'x' }, 'ItemProcessor', 'must be an object'],
    [
      'a wrong Mode',
      { Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'X' } } },
      'ItemProcessor.ProcessorConfig.Mode',
      'is "X"',
    ],
    [
      'a wrong ExecutionType',
      { Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'X' } } },
      'ItemProcessor.ProcessorConfig.ExecutionType',
      'is "X"',
    ],
    [
      'an ItemReader that is a text',
      { Type: 'Map', ItemReader: 'x', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      'ItemReader',
      'must be an object',
    ],
    [
      'an ItemReader without Resource',
      { Type: 'Map', ItemReader: {}, ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      'ItemReader.Resource',
      'is missing',
    ],
  ] as const) {
    it(`refuses ${name}, naming state and field`, () => {
      assert.throws(
        () => fitOptimized(machine(state)),
        (error) => {
          assert.ok(error instanceof DefinitionError);
          assert.deepEqual([error.state, error.field], ['/States/A', field]);
          assert.ok(error.problem.includes(problem), error.problem);
          return true;
        },
      );
    });
  }
});

describe('substitutions (DefinitionSubstitutions)', () => {
  it('replace ${Name} in every text and key, and leave what has no value', () => {
    const given = definition({ '${K}': [{ a: 'x-${A}-${B}' }, 1, null], c: '${A}${A}' });
    assert.deepEqual(substitute(given, { A: 'a$&', K: 'key' }), { key: [{ a: 'x-a$&-${B}' }, 1, null], c: 'a$&a$&' });
  });

  it('make no keys out of what every object has', () => {
    const given = definition({ a: '${toString}' });
    assert.deepEqual(substitute(given, {}), { a: '${toString}' });
  });
});
