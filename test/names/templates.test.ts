import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { fromCdk, fromTerraform } from '../formats/decode.ts';
import { INHERITED, plainOf, renamed } from './awkward.ts';

/** A name in a template changes nothing but itself: what a command says of an awkward one is what it says of a plain one. */

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-templates-'));
});
after(() => rmSync(folder, { recursive: true }));

const STREAMS = { stdout: {}, stderr: { write: () => {} }, env: {} };

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const get = (TableName: unknown) => ({
  StartAt: 'Get',
  States: {
    Get: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName }, End: true },
  },
});
const machine = (TableName: unknown, more: object = {}) => ({
  Type: 'AWS::Serverless::StateMachine',
  Properties: { Definition: get(TableName), Policies: [{ DynamoDBReadPolicy: { TableName } }], ...more },
});
const role = (resource: unknown, more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    ...more,
    Policies: [
      {
        PolicyName: 'p',
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: resource }] },
      },
    ],
  },
});
const plainMachine = (TableName: unknown, RoleArn: unknown) => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: { Definition: get(TableName), RoleArn },
});
const att = (...path: readonly string[]) => ({ 'Fn::GetAtt': path });

const TEMPLATES: Readonly<Record<string, (name: string) => object>> = {
  'a state machine': (name) => ({ Resources: { [name]: machine('orders') } }),
  'a table': (name) => ({
    Resources: { M: machine({ Ref: name }), [name]: { Type: 'AWS::DynamoDB::Table' } },
  }),
  'an execution role': (name) => ({
    Resources: {
      M: plainMachine('orders', att(name, 'Arn')),
      [name]: role(att('T', 'Arn')),
      T: { Type: 'AWS::DynamoDB::Table' },
    },
  }),
  'what only a macro makes': (name) => ({
    Transform: 'MyMacro',
    Resources: { M: plainMachine({ Ref: name }, att(name, 'Arn')), N: machine(att(name, name)) },
  }),
  'a parameter': (name) => ({
    Parameters: { [name]: { Type: 'String', Default: 'orders' } },
    Resources: { M: machine({ Ref: name }), N: machine({ 'Fn::Sub': `a-\${${name}}` }) },
  }),
  'a parameter without a value': (name) => ({
    Parameters: { [name]: { Type: 'String' } },
    Resources: { M: machine({ Ref: name }), N: machine({ 'Fn::Sub': `a-\${${name}}` }) },
  }),
  'a mapping and its keys': (name) => ({
    Mappings: { [name]: { [name]: { [name]: 'orders' } } },
    Resources: {
      M: machine({ 'Fn::FindInMap': [name, name, name] }),
      N: machine({ 'Fn::FindInMap': [name, name, 'other'] }),
    },
  }),
  'what a mapping lacks': (name) => ({
    Mappings: { Map: { top: { second: 'orders' } } },
    Resources: {
      M: machine({ 'Fn::FindInMap': ['Map', 'top', name] }),
      N: machine({ 'Fn::FindInMap': ['Map', name, 'second'] }),
      O: machine({ 'Fn::FindInMap': [name, 'top', 'second'] }),
    },
  }),
  'a condition': (name) => ({
    Conditions: { [name]: { 'Fn::Equals': ['a', 'b'] } },
    Resources: { M: machine({ 'Fn::If': [name, 'orders', 'others'] }), N: { ...machine('x'), Condition: name } },
  }),
  'a condition that is not there': (name) => ({
    Resources: { M: machine({ 'Fn::If': [name, 'orders', 'others'] }), N: { ...machine('x'), Condition: name } },
  }),
  'a substitution': (name) => ({
    Resources: {
      M: machine(`\${${name}}`, { DefinitionSubstitutions: { [name]: 'orders' } }),
      N: machine(`\${${name}}`, { DefinitionSubstitutions: {} }),
      O: machine({ 'Fn::Sub': [`\${${name}}`, { [name]: 'orders' }] }),
    },
  }),
  'a type, a property and an attribute': (name) => ({
    Resources: {
      M: machine(att('T', name), { [name]: name }),
      T: { Type: 'AWS::DynamoDB::Table', Properties: { [name]: { Ref: name } } },
      U: { Type: `AWS::${name}::${name}`, Properties: { TableName: 'x' } },
      V: { Type: name },
      N: machine(att('U', 'Arn')),
      O: machine({ Ref: 'V' }),
    },
  }),
  'a function': (name) => ({ Resources: { M: machine({ [name]: 'x' }), N: machine({ [`Fn::${name}`]: 'x' }) } }),
  'a policy template and a managed policy': (name) => ({
    Resources: {
      M: machine('orders', {
        Policies: [{ [name]: { TableName: 'orders' } }, name, `arn:aws:iam::aws:policy/${name}`],
      }),
    },
  }),
  'a condition operator, a condition key and an action': (name) => ({
    Resources: {
      M: plainMachine('orders', att('R', 'Arn')),
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [
            {
              PolicyName: name,
              PolicyDocument: {
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: 'dynamodb:GetItem',
                    Resource: '*',
                    Condition: { [name]: { [name]: name } },
                  },
                  { Effect: 'Allow', Action: [name, `${name}:${name}`], Resource: name },
                  {
                    Effect: 'Allow',
                    Action: 'iam:PassRole',
                    Resource: '*',
                    Condition: { StringEquals: { [name]: [name] } },
                  },
                ],
              },
            },
          ],
        },
      },
    },
  }),
  'a tag': (name) => ({
    Resources: {
      M: plainMachine('orders', att('R', 'Arn')),
      N: machine('orders', { Tags: { [name]: name } }),
      R: role('*', { Tags: [{ Key: name, Value: name }], RoleName: name }),
    },
  }),
  'a connector': (name) => ({
    Resources: {
      M: {
        ...machine('orders'),
        Connectors: { [name]: { Properties: { Destination: { Id: name }, Permissions: ['Read'] } } },
      },
      C: {
        Type: 'AWS::Serverless::Connector',
        Properties: { Source: { Id: 'M' }, Destination: { Id: 'T' }, Permissions: [name, 'Read'] },
      },
      D: {
        Type: 'AWS::Serverless::Connector',
        Properties: { Source: { Id: name }, Destination: { Type: name, Arn: 'x' }, Permissions: ['Read'] },
      },
      T: { Type: 'AWS::DynamoDB::Table' },
    },
  }),
};

type Way = (path: string) => Promise<{ readonly status: number; readonly stdout: string }>;

const generated: Way = (path) => runGenerate([path, '--format', 'json']);

const WAYS: Readonly<Record<string, Way>> = {
  generate: (path) => runGenerate([path, '--json']),
  explain: (path) => runExplain([path, '--json'], STREAMS),
  check: (path) => runCheck([path, '--json'], STREAMS),
  'generate --format github': (path) => linesOf(path, 'github'),
  'generate --format yaml': (path) => linesOf(path, 'yaml'),
  'generate --format sam': (path) => linesOf(path, 'sam'),
  'generate --format cloudformation': (path) => linesOf(path, 'cloudformation'),
  'generate --format cdk': async (path) => {
    const { status, stdout } = await runGenerate([path, '--format', 'cdk']);
    const given = new Proxy<Readonly<Record<string, string>>>({}, { get: (_, name) => `<${String(name)}>` });
    return { status, stdout: JSON.stringify(Object.values(fromCdk(stdout, given))) };
  },
};

async function linesOf(path: string, format: string): ReturnType<Way> {
  const { status, stdout } = await runGenerate([path, '--format', format]);
  return { status, stdout: JSON.stringify(stdout.split('\n')) };
}

/** What a command answers, or the one line of the error that it ends with. */
async function answerOf(way: Way, path: string): ReturnType<Way> {
  try {
    const { status, stdout } = await way(path);
    return { status, stdout };
  } catch (error) {
    assert.equal(error instanceof Error && error.name, 'Failure', String(error));
    return { status: 2, stdout: JSON.stringify(String(error)) };
  }
}

for (const [place, template] of Object.entries(TEMPLATES)) {
  describe(`${place} may be called anything`, () => {
    for (const [command, way] of Object.entries(WAYS)) {
      it(command, async () => {
        for (const name of INHERITED) {
          const plain = JSON.stringify(template(plainOf(name)));
          const expected = await answerOf(way, file('t.json', plain));
          const text = JSON.stringify(template(name));
          const given = await answerOf(way, file('t.json', text));
          assert.deepEqual(renamed(given.stdout, name), renamed(expected.stdout, name), name);
          assert.equal(given.status, expected.status);
        }
      });
    }
    it('generate, in YAML', async () => {
      for (const name of INHERITED) {
        const text = JSON.stringify(template(name));
        const expected = await answerOf(generated, file('t.json', text));
        assert.deepEqual(
          await answerOf(
            generated,
            file(
              't.yaml',
              `# In YAML
${text}`,
            ),
          ),
          expected,
          name,
        );
      }
    });
    it('generate --format terraform declares each variable that it uses', async () => {
      for (const name of INHERITED) {
        const { stdout } = await runGenerate([file('t.json', JSON.stringify(template(name))), '--format', 'terraform']);
        const plain = await runGenerate([
          file('t.json', JSON.stringify(template(plainOf(name)))),
          '--format',
          'terraform',
        ]);
        const { policies, variables } = await fromTerraform(stdout);
        const used = new Set(
          Array.from(JSON.stringify(policies).matchAll(/\bvar\.(\w+)/g), ([, variable = '']) => variable),
        );
        assert.deepEqual([...used].toSorted(), variables.toSorted(), name);
        assert.equal(variables.length, (await fromTerraform(plain.stdout)).variables.length, name);
      }
    });
  });
}
