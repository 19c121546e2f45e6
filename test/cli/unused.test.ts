import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runFacts } from '../../src/cli/facts/command.ts';
import { Failure } from '../../src/cli/failure.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';

const ACCOUNT = ['--region', 'eu-west-1', '--account', '111122223333'];
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const ROLE = 'arn:aws:iam::111122223333:role/nightly';

const task = (Resource: string, Parameters: object, after: object) => ({
  Type: 'Task',
  Resource,
  Parameters,
  ...after,
});
const DEFINITION = {
  StartAt: 'Send',
  States: {
    Send: task(
      'arn:aws:states:::sqs:sendMessage',
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders', MessageBody: '${Greeting}' },
      { Next: 'Read' },
    ),
    Read: task('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'data', Key: 'k' }, { End: true }),
  },
};
const RUN = {
  StartAt: 'Run',
  States: { Run: task('arn:aws:states:::ecs:runTask', { Cluster: 'c', TaskDefinition: 'nightly' }, { End: true }) },
};

const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };

let folder = '';
let definition = '';
let run = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
  definition = file('orders.asl.json', DEFINITION);
  run = file('run.asl.json', RUN);
});
after(() => rmSync(folder, { recursive: true }));

function file(name: string, json: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof json === 'string' ? json : JSON.stringify(json));
  return path;
}

/** What a command says of its options. */
async function saidOf(args: readonly string[]): Promise<readonly string[]> {
  const { stderr } = await runGenerate([...args, ...ACCOUNT]);
  return stderr.split('\n').filter((line) => line.startsWith('rolefit: warning: '));
}

describe('an option that changes nothing is said, with what there is', () => {
  const cases: readonly (readonly [options: readonly string[], message: RegExp])[] = [
    [
      ['--substitute', 'Greetnig=hi'],
      /--substitute Greetnig: the definition does not have \$\{Greetnig\}; did you mean \$\{Greeting\}\?$/,
    ],
    [['--substitute', 'Topic=hi'], /the definition does not have \$\{Topic\}; there is \$\{Greeting\}$/],
    [
      ['--resource-key', `${QUEUE}s=${KEY}`],
      /--resource-key arn:aws:sqs:.*:orderss: no call uses this resource, .*; did you mean arn:aws:sqs:.*:orders\?$/,
    ],
    [
      ['--resource-key', `arn:aws:sns:*:*:news=${KEY}`],
      /--resource-key arn:aws:sns:\*:\*:news: no call uses .*; there is arn:aws:s3:::data, arn:aws:sqs:/,
    ],
    [['--bucket-key', `date=${KEY}`], /--bucket-key arn:aws:s3:::date: .*; did you mean arn:aws:s3:::data\?$/],
    [
      ['--pass-role', ROLE],
      /--pass-role arn:aws:iam::111122223333:role\/nightly: no task passes a role that the definition leaves open$/,
    ],
  ];
  for (const [options, message] of cases) {
    it(options.join(' '), async () => {
      const said = await saidOf([definition, ...options]);
      assert.equal(said.length, 1);
      assert.match(said[0] ?? '', message);
    });
  }

  const used: readonly (readonly string[])[] = [
    ['--substitute', 'Greeting=hi'],
    ['--resource-key', `${QUEUE}=${KEY}`],
    ['--resource-key', `arn:aws:sqs:*:*:*=${KEY}`],
    ['--resource-key', `${QUEUE}=none`],
    ['--bucket-key', `data=${KEY}`],
  ];
  for (const options of used) {
    it(`but not ${options.join(' ')}, which is used`, async () => {
      assert.deepEqual(await saidOf([definition, ...options]), []);
    });
  }

  it('six names are all listed, since "and 1 more" is no shorter; of seven five are', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => `\${${name}00}`);
    for (const [count, list] of [
      [6, names.slice(0, 6).join(', ')],
      [7, `${names.slice(0, 5).join(', ')} and 2 more`],
    ] as const) {
      const States = { P: { Type: 'Pass', Result: names.slice(0, count).join(' '), End: true } };
      const [line = ''] = await saidOf([file('many.asl.json', { StartAt: 'P', States }), '--substitute', 'Topic=hi']);
      assert.ok(line.endsWith(`there is ${list}`), line);
    }
  });

  it('but not --pass-role for a task definition that hands over roles', async () => {
    assert.deepEqual(await saidOf([run, '--pass-role', ROLE]), []);
  });

  it('by every command, without a change of its exit status', async () => {
    const wrong = ['--substitute', 'Nope=1'];
    const output = join(folder, 'page.html');
    const outputs = [
      await runGenerate([definition, ...wrong]),
      await runExplain([definition, ...wrong], PIPE),
      await runDiff([definition, definition, ...wrong], PIPE),
      await runReport([definition, ...wrong, '-o', output], false),
      await runFacts([definition, ...wrong]),
    ];
    for (const { stderr, status } of outputs) {
      assert.match(stderr, /rolefit: warning: --substitute Nope: (the definition does not have|no definition has)/);
      assert.equal(status, 0);
    }
  });

  it('of a template, where no state machine has the name', async () => {
    const template = file(
      'template.yaml',
      `Resources:
  A: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: S, States: {S: {Type: Pass, Result: '\${Stage}', End: true}}}}}
  B: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: S, States: {S: {Type: Succeed}}}}}
`,
    );
    assert.deepEqual(await saidOf([template, '--substitute', 'Stage=prod']), []);
    const { stderr } = await runCheck([template, '--substitute', 'Stag=prod'], PIPE);
    assert.match(stderr, /--substitute Stag: no definition has \$\{Stag\}; did you mean \$\{Stage\}\?\n$/);
    await assert.rejects(
      runGenerate([template, '--state-machine', 'C']),
      new Failure(`${template}: the template has no state machine C; it has A, B`),
    );
  });
});

describe('--input is an object, as an example or a schema', () => {
  for (const [name, text, what] of [
    ['text.yaml', 'hello', 'a string'],
    ['number.json', '3', 'a number'],
    ['list.json', '[{"order": 1}]', 'a list'],
    ['null.json', 'null', 'null'],
  ] as const) {
    it(`and not ${what}`, async () => {
      const input = file(name, text);
      await assert.rejects(runGenerate([definition, '--input', input]), (error: unknown) => {
        assert.ok(error instanceof Failure);
        assert.ok(error.message.startsWith(`generate: --input ${input} is ${what} and no object; write an example`));
        return true;
      });
    });
  }
});

it('--state-machine and --parameter are for templates', async () => {
  for (const command of [
    () => runGenerate([definition, '--state-machine', 'Orders']),
    () => runExplain([definition, '--state-machine', 'Orders'], PIPE),
    () => runFacts([definition, '--parameter', 'Stage=prod']),
    () => runDiff([definition, definition, '--state-machine', 'Orders'], PIPE),
    () => runReport([definition, '--parameter', 'Stage=prod', '-o', 'page.html'], false),
  ]) {
    await assert.rejects(
      command,
      /--(state-machine|parameter) is for templates, and .*orders\.asl\.json is a definition; leave it out$/,
    );
  }
});
