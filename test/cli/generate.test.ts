import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { GENERATE_HELP } from '../../src/cli/generate/command.ts';

/** The command line as a user runs it: a process of its own, on files. */

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../examples/order-fulfilment.asl.json', import.meta.url));
const TABLE =
  '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":"${T}"},"End":true}}}';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

function rolefit(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    input,
    cwd: folder,
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return name;
}

describe('rolefit generate', () => {
  it('prints the policy on standard output and findings on standard error', () => {
    const { status, stdout, stderr } = rolefit([
      'generate',
      EXAMPLE,
      '--region',
      'eu-west-1',
      '--account',
      '111122223333',
      '--name',
      'orders',
    ]);
    assert.equal(status, 0);
    assert.deepEqual(Object.keys(JSON.parse(stdout)), ['Version', 'Statement']);
    assert.match(
      stderr,
      /order-fulfilment\.asl\.json:5: warning: state \/States\/Fulfil every order: Key is known only at run time/,
    );
    for (const line of stderr.trimEnd().split('\n')) assert.match(line, /: (warning|info): .* \[[a-z-]+\]$/);
  });

  it('prints policy, findings, calls and facts with --json', () => {
    const key = ['--resource-key', 'arn:aws:dynamodb:*:*:table/orders=none'];
    const { stdout, stderr } = rolefit(['generate', '-', '--json', '--substitute', 'T=orders', ...key], TABLE);
    assert.equal(stderr, '');
    assert.deepEqual(JSON.parse(stdout), {
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['dynamodb:GetItem'],
            Resource: ['arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders'],
          },
        ],
      },
      findings: [],
      calls: [
        {
          state: '/States/A',
          service: 'dynamodb',
          api: 'getItem',
          pattern: 'requestResponse',
          grants: [
            {
              purpose: 'call',
              actions: ['dynamodb:GetItem'],
              resources: ['arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders'],
              certainty: 'required',
              origins: [{ kind: 'literal', field: 'TableName' }],
            },
          ],
        },
      ],
      facts: [
        {
          resource: 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders',
          fact: 'key',
          answer: {
            value: 'none',
            resource: 'arn:aws:dynamodb:*:*:table/orders',
            source: 'commandLine',
            place: '--resource-key',
          },
        },
      ],
    });
  });

  it("passes the machine's settings on", () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/k';
    const options = [
      '--logging',
      '--tracing',
      '--kms-key',
      key,
      '--type',
      'STANDARD',
      '--partition',
      'aws',
      '--bucket-key',
      `acme-orders=${key}`,
    ];
    const { stdout } = rolefit(['generate', EXAMPLE, '--json', ...options]);
    const purposes: string[] = JSON.parse(stdout).calls.flatMap(({ grants }: { grants: { purpose: string }[] }) =>
      grants.map(({ purpose }) => purpose),
    );
    for (const purpose of [
      'logs',
      'tracing',
      'encryption',
      'childWorkflow',
      'redrive',
      'data',
      'poll',
      'events',
      'cancel',
      'passRole',
    ]) {
      assert.ok(purposes.includes(purpose), purpose);
    }
  });

  it('prints documents that each fit into a managed policy with --split', () => {
    assert.equal(JSON.parse(rolefit(['generate', EXAMPLE, '--split']).stdout).length, 1);
    assert.equal(JSON.parse(rolefit(['generate', EXAMPLE, '--split', '--json']).stdout).policies.length, 1);
  });

  it('names the roles that tasks assume, with the policies that those need', () => {
    const role = 'arn:aws:iam::444455556666:role/theirs';
    const text = TABLE.replace('"End"', `"Credentials":{"RoleArn":"${role}"},"End"`);
    const [assumed, ...others] = JSON.parse(rolefit(['generate', '-', '--json'], text).stdout).assumedRoles;
    assert.deepEqual([assumed.role, assumed.states, others], [role, ['/States/A'], []]);
    assert.deepEqual(assumed.policy.Statement[0].Action, ['dynamodb:GetItem']);
  });

  it('exits 1 where the policy would be incomplete', () => {
    const { status, stdout, stderr } = rolefit(['generate', '-'], TABLE.replace('getItem', 'scanAll'));
    assert.equal(status, 1);
    assert.ok(JSON.parse(stdout));
    assert.match(stderr, /^standard input:1: error: state \/States\/A: dynamodb:scanAll .* \[unknown-integration\]\n$/);
  });

  it('reads YAML by its name, and from standard input by its look', () => {
    const yaml = 'StartAt: A\nStates:\n  A: {Type: Pass, End: true}\n';
    assert.equal(rolefit(['generate', file('a.asl.yaml', yaml)]).status, 0);
    assert.equal(rolefit(['generate', '-'], yaml).status, 0);
  });

  it('ends quietly where the reader of its output has gone', () => {
    const script = `"${process.execPath}" "${MAIN}" generate "${EXAMPLE}" --json 2>&1 | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    assert.deepEqual([stdout, stderr], ['{', '']);
  });
});

describe('help', () => {
  it('teaches with examples that run', () => {
    const { status, stdout, stderr } = rolefit(['generate', '--help']);
    assert.deepEqual([status, stdout, stderr], [0, GENERATE_HELP, '']);
    file('workflow.asl.json', TABLE);
    file('workflow.asl.yaml', 'StartAt: A\nStates:\n  A: {Type: Pass, End: true}\n');
    file('facts.yaml', '# nothing is known yet\n');
    const examples = [...stdout.matchAll(/^ {2}rolefit (generate workflow[^|>\n]*)/gm)].map(([, command = '']) =>
      command.trim().split(/\s+/),
    );
    assert.ok(examples.length >= 4);
    for (const example of examples) assert.equal(rolefit(example).status, 0, example.join(' '));
  });

  it('lists the commands', () => {
    for (const args of [['--help'], ['-h'], ['help']]) assert.match(rolefit(args).stdout, /generate FILE/);
    const bare = rolefit([]);
    assert.equal(bare.status, 2);
    assert.match(bare.stderr, /generate FILE/);
    assert.match(rolefit(['--version']).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

describe('--format github', () => {
  it('says each finding once: as an annotation, not on standard error as well', () => {
    const { status, stdout, stderr } = rolefit(['generate', file('table.json', TABLE), '--format', 'github']);
    assert.equal(status, 0);
    assert.match(stdout, /^::warning .*title=rolefit placeholder::/m);
    assert.equal(stderr, '');
  });
});

describe('bad input: one line that says what to do, exit 2, no policy', () => {
  const cases: readonly (readonly [name: string, args: () => readonly string[], message: RegExp])[] = [
    ['no file', () => ['generate'], /^rolefit: generate: name a definition file/],
    ['two files', () => ['generate', 'a', 'b'], /one definition at a time, not also b/],
    ['an unknown command', () => ['generat'], /there is no command "generat"; did you mean generate\?/],
    ['a wrong region', () => ['generate', 'a', '--region', 'Ireland'], /--region "Ireland" is not a region/],
    ['a wrong account', () => ['generate', 'a', '--account', '1'], /--account "1" is not twelve digits/],
    ['a wrong partition', () => ['generate', 'a', '--partition', 'x'], /--partition "x" is not/],
    ['a wrong type', () => ['generate', 'a', '--type', 'express'], /--type "express" is not STANDARD or EXPRESS/],
    ['an ARN for a name', () => ['generate', 'a', '--name', 'arn:aws:states:::stateMachine:a'], /not its ARN/],
    ["a key's alias", () => ['generate', 'a', '--kms-key', 'alias/x'], /a KMS key's ARN/],
    [
      'a bucket key without ARN',
      () => ['generate', 'a', '--bucket-key', 'b=alias/x'],
      /--bucket-key "b=alias\/x" is not BUCKET=ARN .* use --resource-key arn:aws:s3:::b=KEY/,
    ],
    ['a substitution without value', () => ['generate', 'a', '--substitute', 'A'], /NAME=VALUE/],
    ['a missing file', () => ['generate', 'nowhere.json'], /^rolefit: nowhere\.json: no such file/],
    [
      'a directory',
      () => ['generate', dirname(file('directory/README', ''))],
      /^rolefit: \S*directory: has nothing that is read: /,
    ],
    ['an empty file', () => ['generate', file('empty.json', '')], /^rolefit: empty\.json: is empty/],
    [
      'no UTF-8',
      () => ['generate', file('utf16.json', Buffer.from(`\uFEFF${TABLE}`, 'utf16le'))],
      /^rolefit: utf16\.json: is not UTF-8/,
    ],
    [
      'no JSON',
      () => ['generate', file('bad.json', '{"StartAt": "A",\n"States": {,}}')],
      /^rolefit: bad\.json: is not JSON: /,
    ],
    [
      'a state without Type',
      () => ['generate', file('type.json', '{"StartAt":"A","States":{"A":{}}}')],
      /^rolefit: type\.json: state \/States\/A: field Type: is missing/,
    ],
    [
      'nesting',
      () => ['generate', file('deep.json', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)],
      /^rolefit: deep\.json: .*nested more than 500 levels/,
    ],
  ];
  for (const [name, args, message] of cases) {
    it(name, () => {
      const { status, stdout, stderr } = rolefit(args());
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });
  }
});

describe('rolefit generate --input', () => {
  const byPath = TABLE.replace('"TableName"', '"TableName.$"').replace('${T}', '$.table');
  const fitted = (input: string, name = 'input.json') =>
    rolefit(['generate', file('by-path.asl.json', byPath), '--input', file(name, input), '--json']);
  const origins = (stdout: string): readonly unknown[] => JSON.parse(stdout).calls[0].grants[0].origins;

  it('takes an example for every input, and says what set the value', () => {
    const { status, stdout } = fitted('{"table":"orders"}');
    assert.equal(status, 0);
    assert.deepEqual(origins(stdout), [{ kind: 'resolved', field: 'TableName', expression: '$.table', setBy: '' }]);
  });

  it('takes the values of a JSON Schema, in YAML as well', () => {
    const schema = 'type: object\nproperties:\n  table: { enum: [a, b] }\nrequired: [table]\n';
    const { policy } = JSON.parse(fitted(schema, 'schema.yaml').stdout);
    assert.deepEqual(policy.Statement[0].Resource, [
      'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/a',
      'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/b',
    ]);
  });

  it('says in one line what is wrong with the input', () => {
    const missing = rolefit(['generate', file('by-path.asl.json', byPath), '--input', 'none.json']);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /^rolefit: none\.json: no such file.*\n$/);
    const reference = fitted('{"$schema":"x","type":"object","properties":{"table":{"$ref":"#/$defs/none"}}}');
    assert.match(reference.stderr, /^rolefit: .*--input: \$ref "#\/\$defs\/none" names nothing in the schema\n$/);
  });

  it('tells what stopped the evaluation', () => {
    const { stdout } = rolefit(['generate', file('by-path.asl.json', byPath), '--json']);
    const cause = { state: '', reason: "the execution's input" };
    assert.deepEqual(origins(stdout), [{ kind: 'unknown', field: 'TableName', expression: '$.table', cause }]);
  });
});

it('rolefit generate does not warn of a placeholder that the template says is a name', () => {
  const definition = TABLE.replace('${T}', '${Table}');
  const resources = `{"Table":{"Type":"AWS::DynamoDB::Table"},"M":{"Type":"AWS::Serverless::StateMachine","Properties":{"DefinitionSubstitutions":{"Table":{"Ref":"Table"}},"Definition":${definition}}}}`;
  const { status, stderr } = rolefit(['generate', file('named.json', `{"Resources":${resources}}`)]);
  assert.deepEqual([status, stderr], [0, '']);
});
