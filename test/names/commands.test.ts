import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';
import { sdkServiceLike } from '../../src/sdk/serviceNames.ts';
import { INHERITED, PATTERNS, plainOf, renamed } from './awkward.ts';

/** A name changes nothing but itself: what a command says of an awkward one is what it says of a plain one. */

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-names-'));
});
after(() => rmSync(folder, { recursive: true }));

const STREAMS = { stdout: {}, stderr: { write: () => {} }, env: {} };

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const task = (Resource: string, more: object = {}) => ({ Type: 'Task', Resource, ...more, End: true });
const read = (more: object) => task('arn:aws:states:::dynamodb:getItem', more);

/** Where any text is a name. */
const TEXTS: Readonly<Record<string, (name: string) => object>> = {
  'a state': (name) => ({
    StartAt: name,
    States: {
      [name]: { ...read({ Parameters: { TableName: 't' }, Catch: [{ ErrorEquals: [name], Next: `${name}2` }] }) },
      [`${name}2`]: {
        Type: 'Parallel',
        Branches: [{ StartAt: name, States: { [name]: read({ Parameters: { TableName: name } }) } }],
        End: true,
      },
    },
  }),
  'a field of JSONPath': (name) => ({
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Parameters: { [name]: { [name]: 'orders' } }, ResultPath: '$.at', Next: 'Each' },
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemSelector: { [name]: 'selected', [`${name}x.$`]: '$$.Map.Item.Value' },
        Iterator: { StartAt: 'Get', States: { Get: read({ Parameters: { [name]: 1, TableName: 'selected' } }) } },
        Next: 'Last',
      },
      Last: read({ Parameters: { 'TableName.$': `$.at['${name}']` } }),
    },
  }),
  'a field of JSONata': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Output: { [name]: 'orders', other: { [name]: 'more' } }, Next: 'Get' },
      Get: read({
        Arguments: { TableName: `{% $lookup($states.input, ${JSON.stringify(name)}) %}` },
        Output: { [name]: `{% $states.result %}` },
        Next: 'Merge',
        End: undefined,
      }),
      Merge: read({ Arguments: { TableName: `{% $merge([{${JSON.stringify(name)}: 'm'}, {'b': 'n'}]).b %}` } }),
    },
  }),
  'a resource': (name) => ({
    StartAt: 'A',
    States: {
      A: {
        ...task('arn:aws:states:::lambda:invoke', { Parameters: { FunctionName: `f-${name}` } }),
        End: undefined,
        Next: 'B',
      },
      B: {
        ...read({
          Parameters: { TableName: name },
          Credentials: { RoleArn: `arn:aws:iam::111122223333:role/${name}` },
        }),
      },
    },
  }),
};

const SERVICE = 'a service and an API';

/** What is near to the name of a service, and asked whether that was meant, is compared with what is as near to it. */
function plainService(name: string): string {
  return sdkServiceLike(name) === undefined ? plainOf(name) : name.replace(/^_(.*)_$/, '$1');
}

/** Where a name is one of letters, digits and underscores. */
const WORDS: Readonly<Record<string, (name: string) => object>> = {
  [SERVICE]: (name) => ({
    StartAt: 'S0',
    States: Object.fromEntries(
      [
        `aws-sdk:${name}:${name}`,
        `aws-sdk:sqs:${name}`,
        `aws-sdk:${name}:sendMessage`,
        `${name}:${name}`,
        `sqs:${name}`,
        `${name}:sendMessage`,
        `${name}:${name}.sync`,
        `sqs:sendMessage.${name}`,
        `aws-sdk:sqs:sendMessage.${name}`,
        `http:${name}`,
      ].map((resource, index) => [`S${index}`, task(`arn:aws:states:::${resource}`)]),
    ),
  }),
  'an argument of a call': (name) => ({
    StartAt: 'A',
    States: {
      A: task('arn:aws:states:::aws-sdk:sqs:sendMessage', { Parameters: { [name]: 'x', [`${name}.$`]: '$.x' } }),
    },
  }),
  'a variable of JSONPath': (name) => ({
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Assign: { [name]: 'orders' }, Next: 'Get' },
      Get: read({ Parameters: { 'TableName.$': `$${name}` } }),
    },
  }),
  'a variable that nothing sets': (name) => ({
    StartAt: 'Get',
    States: { Get: read({ Parameters: { 'TableName.$': `$${name}` } }) },
  }),
  'a variable of JSONata': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Assign: { [name]: 'orders', [`${name}2`]: { [name]: 'inner' } }, Next: 'Get' },
      Get: { ...read({ Arguments: { TableName: `{% $${name} %}` } }), Next: 'Inner', End: undefined },
      Inner: read({ Arguments: { TableName: `{% ($${name}3 := $${name}2.${name}; $${name}3) %}` } }),
    },
  }),
  'a function of JSONata, and a field of nothing': (name) => ({
    QueryLanguage: 'JSONata',
    StartAt: 'Get',
    States: {
      Get: { ...read({ Arguments: { TableName: `{% $${name}('a') %}` } }), Next: 'Field', End: undefined },
      Field: { ...read({ Arguments: { TableName: `{% {'a': 'b'}.${name} %}` } }), Next: 'Context', End: undefined },
      Context: {
        ...read({ Arguments: { TableName: `{% $states.context.${name} %}` } }),
        Next: 'States',
        End: undefined,
      },
      States: read({ Arguments: { TableName: `{% $states.${name} %}` } }),
    },
  }),
  'a field of nothing in JSONPath': (name) => ({
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Result: { a: 'b' }, Next: 'Get' },
      Get: { ...read({ Parameters: { 'TableName.$': `$.${name}` } }), Next: 'Context', End: undefined },
      Context: { ...read({ Parameters: { 'TableName.$': `$$.${name}` } }), Next: 'Intrinsic', End: undefined },
      Intrinsic: read({ Parameters: { 'TableName.$': `States.${name}('a')` } }),
    },
  }),
  'a substitution': (name) => ({
    StartAt: 'Get',
    States: { Get: read({ Parameters: { TableName: `\${${name}}` } }) },
  }),
};

const OPTIONS = ['--region', 'eu-west-1', '--account', '111122223333', '--name', 'orders'];

describe('in a definition', () => {
  const cases = [
    ...Object.entries(TEXTS).map(([place, make]) => ({ place, make, names: [...INHERITED, ...PATTERNS] })),
    ...Object.entries(WORDS).map(([place, make]) => ({ place, make, names: INHERITED })),
  ];
  const ask = {
    generate: async (path: string) => await runGenerate([path, ...OPTIONS, '--json']),
    explain: async (path: string) => await runExplain([path, ...OPTIONS, '--json'], STREAMS),
    diff: async (path: string) =>
      await runDiff(
        [
          file('old.json', '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'),
          path,
          ...OPTIONS,
          '--format',
          'markdown',
        ],
        STREAMS,
      ),
    report: async (path: string) => await runReport([path, ...OPTIONS], false),
  };
  for (const { place, make, names } of cases) {
    it(`${place} may be called anything`, async () => {
      for (const name of names) {
        const plainName = place === SERVICE ? plainService(name) : plainOf(name);
        // A name may contain what stands for it.
        const standIn = name.includes(plainName) ? name : plainName;
        const plain = file('workflow.json', JSON.stringify(make(plainName)));
        const expected = await Promise.all([
          ask.generate(plain),
          ask.explain(plain),
          ask.diff(plain),
          ask.report(plain),
        ]);
        const path = file('workflow.json', JSON.stringify(make(name)));
        const [made, explained, told, page] = await Promise.all([
          ask.generate(path),
          ask.explain(path),
          ask.diff(path),
          ask.report(path),
        ]);
        assert.deepEqual(
          [made.status, explained.status, told.status, page.status],
          expected.map(({ status }) => status),
          name,
        );
        assert.deepEqual(renamed(made.stdout, name, standIn), renamed(expected[0].stdout, name, plainName), name);
        assert.deepEqual(renamed(explained.stdout, name, standIn), renamed(expected[1].stdout, name, plainName), name);
      }
    });
  }
});

describe('in an option', () => {
  const template = (name: string) => ({
    Parameters: { [name]: { Type: 'String' } },
    Resources: {
      [`${name}1`]: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: get({ Ref: name }) } },
      [`${name}2`]: { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: get('other') } },
    },
  });
  const get = (TableName: unknown) => ({ StartAt: 'Get', States: { Get: read({ Parameters: { TableName } }) } });
  const distributed = (Bucket: string) => ({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON' },
          Parameters: { Bucket, Key: 'k' },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'P',
          States: { P: { Type: 'Pass', End: true } },
        },
        End: true,
      },
    },
  });
  const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/k';
  const CASES: Readonly<
    Record<string, readonly [(name: string) => object, (name: string) => readonly string[], string]>
  > = {
    '--parameter': [
      template,
      (name) => ['--parameter', `${name}=orders`, '--state-machine', `${name}1`],
      'table/orders',
    ],
    '--substitute': [(name) => get(`\${${name}}`), (name) => ['--substitute', `${name}=orders`], 'table/orders'],
    '--bucket-key': [distributed, (name) => ['--bucket-key', `${name}=${KEY}`], KEY],
    '--name': [() => get('t'), (name) => ['--name', name], 'table/t'],
    '--input': [
      (name) => ({ ...get('x'), States: { Get: read({ Parameters: { 'TableName.$': `$.${name}` } }) } }),
      (name) => ['--input', file('input.json', JSON.stringify({ [name]: 'orders' }))],
      'table/orders',
    ],
  };
  for (const [option, [make, options, expected]] of Object.entries(CASES)) {
    it(`${option} may name anything`, async () => {
      for (const name of INHERITED) {
        const answer = async (one: string) => {
          const path = file('named.json', JSON.stringify(make(one)));
          return await runGenerate([path, ...options(one)]);
        };
        const [given, plain] = [await answer(name), await answer(plainOf(name))];
        assert.ok(given.stdout.includes(expected), name);
        assert.deepEqual(renamed(given.stdout, name), renamed(plain.stdout, name), name);
      }
    });
  }
});
