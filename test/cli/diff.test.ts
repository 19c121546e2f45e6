import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DIFF_HELP, runDiff } from '../../src/cli/diff/command.ts';
import type { DiffJson } from '../../src/cli/diff/json.ts';
import { checkGolden, LOOKS, run, streams } from './golden.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const FIXTURES = 'test/cli/fixtures';
const ORDERS = 'examples/order-fulfilment.asl.json';
const EDITED = `${FIXTURES}/order-fulfilment-edited.asl.json`;
const [OLD, NEW] = [`${FIXTURES}/template.yaml`, `${FIXTURES}/template-new.yaml`];
const ORIGINS = `${FIXTURES}/origins.asl.json`;
const PIPE = { columns: undefined, colour: false };

describe('what rolefit diff prints', () => {
  const cases: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['diff-orders', [ORDERS, EDITED, '--name', 'fulfilment']],
    ['diff-template', [OLD, NEW]],
    ['diff-hostile', ['/dev/null', `${FIXTURES}/hostile.asl.json`]],
    ['diff-same', [ORDERS, ORDERS]],
    ['diff-roles', ['/dev/null', ORIGINS]],
  ];
  for (const [name, args] of cases) {
    for (const look of LOOKS) {
      it(`${name}, ${look.columns ?? 'piped'}${look.colour ? ', in colour' : ''}`, () =>
        checkGolden(name, runDiff, args, look));
    }
  }

  for (const [name, args] of cases) {
    it(`${name} as Markdown`, async () => {
      const text = await run(runDiff, [...args, '--format', 'markdown'], PIPE);
      // What is no code span holds nothing of a definition that GitHub would read as markup.
      const prose = text.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/g, '');
      assert.doesNotMatch(prose, /@octocat|<b>|\*bold\*/);
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      for (const row of rows) assert.match(row.replaceAll('\\|', ''), /^(\|[^|]*){3,5}\|$/, row);
    });
  }
});

describe('rolefit diff as Markdown', () => {
  it('is a table of what is added and removed', async () => {
    const text = await run(runDiff, [ORDERS, EDITED, '--format', 'markdown'], PIPE);
    assert.match(
      text,
      /^### What this change does to the execution role\n\n`examples\/order-fulfilment\.asl\.json` → /,
    );
    assert.match(
      text,
      /\n\| ⚠️ \| `Fulfil every order` › `Mark as sent` \| call \| `dynamodb:UpdateItem` \| .*\*\*new wildcard\*\*/,
    );
    assert.match(
      text,
      /\n\| ➖ \| `Write the report` \| poll \| `ecs:DescribeTasks` \| `[^`]*:task\/reports\/\*` \|\n/,
    );
    assert.match(text, /<details><summary>1 new finding<\/summary>\n\n- \*\*warning\*\* /);
  });

  it('fits into a comment', async () => {
    const states = Array.from({ length: 900 }, (_, index) => [
      `S${index}`,
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: { TableName: `a-table-with-a-long-name-${index}` },
        ...(index === 899 ? { End: true } : { Next: `S${index + 1}` }),
      },
    ]);
    const { stdout } = spawnSync(process.execPath, [MAIN, 'diff', '/dev/null', '-', '--format', 'markdown'], {
      encoding: 'utf8',
      input: JSON.stringify({ StartAt: 'S0', States: Object.fromEntries(states) }),
    });
    assert.ok(stdout.length > 40_000 && stdout.length < 65_536, String(stdout.length));
    assert.match(stdout, /\n\nThe rest is too long for a comment; `rolefit diff` prints it\.\n$/);
  });
});

async function json(...args: readonly string[]): Promise<DiffJson> {
  return JSON.parse(await run(runDiff, [...args, '--json'], PIPE));
}

describe('state machines of two templates', () => {
  it('are matched by their logical IDs', async () => {
    const { stateMachines } = await json(OLD, NEW);
    assert.deepEqual(
      stateMachines.map(({ label, status, counts }) => [label, status, counts.added, counts.removed, counts.wildcards]),
      [
        ['Nightly', 'changed', 12, 0, 6],
        ['Hourly', 'added', 1, 0, 0],
        ['Idle', 'same', 0, 0, 0],
      ],
    );
    const back = await json(NEW, OLD, '--state-machine', 'Hourly');
    assert.deepEqual(
      back.stateMachines.map(({ label, status }) => [label, status]),
      [['Hourly', 'removed']],
    );
  });

  it('are neither new nor gone where one side cannot be read', async () => {
    const { stateMachines, unreadable } = await json(OLD, '/dev/null');
    assert.deepEqual(
      stateMachines.map(({ label, status }) => [label, status]),
      [
        ['Nightly', 'removed'],
        ['Idle', 'removed'],
      ],
    );
    assert.equal(unreadable.length, 1);
  });

  it('a definition and the one state machine that is chosen belong together', async () => {
    const { stateMachines } = await json(ORDERS, OLD, '--state-machine', 'Nightly');
    assert.deepEqual(
      stateMachines.map(({ status }) => status),
      ['changed'],
    );
  });
});

describe('two CDK apps', () => {
  let folder = '';
  /** Two stacks, each with a state machine of the same logical ID. */
  const app = (name: string, tables: readonly string[]): string => {
    const out = join(folder, name);
    mkdirSync(out);
    const stacks = tables.map((_, index) => `Stack${index}`);
    const artifacts = stacks.map((stack) => [
      stack,
      { type: 'aws:cloudformation:stack', properties: { templateFile: `${stack}.template.json` } },
    ]);
    writeFileSync(join(out, 'manifest.json'), JSON.stringify({ artifacts: Object.fromEntries(artifacts) }));
    for (const [index, TableName] of tables.entries()) {
      const A = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName }, End: true };
      const DefinitionString = JSON.stringify({ StartAt: 'A', States: { A } });
      const M = { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString } };
      writeFileSync(join(out, `Stack${index}.template.json`), JSON.stringify({ Resources: { M } }));
    }
    return out;
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolefit-cdk-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('state machines are matched by template and logical ID', async () => {
    const { stateMachines } = await json(app('old', ['a', 'b']), app('new', ['a', 'c']));
    assert.deepEqual(
      stateMachines.map(({ label, status, counts }) => [label, status, counts.added, counts.removed]),
      [
        ['Stack0.template.json M', 'same', 0, 0],
        ['Stack1.template.json M', 'changed', 1, 1],
      ],
    );
  });
});

describe('the exit status of rolefit diff', () => {
  const status = async (...args: readonly string[]) => (await runDiff(args, streams(PIPE))).status;

  it('0, also where there is a difference; with --exit-code 1 for it', async () => {
    assert.equal(await status(ORDERS, EDITED), 0);
    assert.equal(await status(ORDERS, EDITED, '--exit-code'), 1);
    assert.equal(await status(ORDERS, ORDERS, '--exit-code'), 0);
  });

  it('2, in one line, for wrong usage', async () => {
    const cases: readonly (readonly [args: readonly string[], RegExp])[] = [
      [[], /^Failure: diff: name two versions/],
      [[ORDERS], /^Failure: diff: name two versions/],
      [[ORDERS, EDITED, NEW], /two versions at a time, not also/],
      [['-', '-'], /only one version can come from standard input/],
      [[ORDERS, EDITED, '--format', 'html'], /--format "html" is not text or markdown/],
      [[ORDERS, NEW], /NEW has 3 state machines, the other side is a definition; choose one with --state-machine/],
      [[OLD, NEW, '--state-machine', 'Nope'], /neither side has the state machine Nope/],
      [['git:no-such-ref:x.json', NEW], /^Failure: git:no-such-ref:x\.json: git cannot read it: [^\n]+$/],
    ];
    for (const [args, problem] of cases) await assert.rejects(runDiff(args, streams(PIPE)), problem);
  });
});

describe('versions in git', () => {
  let folder = '';
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  const rolefit = (cwd: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [MAIN, 'diff', ...args], { encoding: 'utf8', cwd });
  const definition = (table: string) =>
    `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:getItem","Parameters":{"TableName":"${table}"},"End":true}}}`;
  const TEMPLATE_TEXT = `Transform: AWS::Serverless-2016-10-31
Resources:
  M: {Type: 'AWS::Serverless::StateMachine', Properties: {DefinitionUri: asl/m.asl.json}}
`;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rolefit-git-'));
    mkdirSync(join(folder, 'app/asl'), { recursive: true });
    writeFileSync(join(folder, 'app/template.yaml'), TEMPLATE_TEXT);
    writeFileSync(join(folder, 'app/asl/m.asl.json'), definition('old'));
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'one');
    writeFileSync(join(folder, 'app/asl/m.asl.json'), definition('new'));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are read with the definition files beside them', () => {
    for (const [cwd, old, now] of [
      ['', 'git:main:app/template.yaml', 'app/template.yaml'],
      ['', 'git:main:app/asl/m.asl.json', 'app/asl/m.asl.json'],
      ['app', 'git:main:./template.yaml', 'template.yaml'],
      ['app', 'git:main:app/template.yaml', 'template.yaml'],
      ['app/asl', 'git:main:../template.yaml', '../template.yaml'],
    ] as const) {
      const { status, stdout, stderr } = rolefit(join(folder, cwd), old, now);
      assert.deepEqual([status, stderr], [0, ''], old);
      assert.match(
        stdout,
        /\+ call {2}dynamodb:GetItem\n.*table\/new\n(?:.*\n)*.*- call {2}dynamodb:GetItem\n.*table\/old\n/,
      );
    }
  });

  it('one line where git says no', () => {
    const { status, stderr } = rolefit(folder, 'git:main:app', 'app/template.yaml');
    assert.equal(status, 2);
    assert.match(stderr, /^rolefit: git:main:app: git cannot read it: [^\n]+\n$/);
  });
});

describe('rolefit diff', () => {
  it('explains itself', async () => {
    assert.equal((await runDiff(['--help'], streams(PIPE))).stdout, DIFF_HELP);
    for (const line of DIFF_HELP.split('\n')) assert.ok(line.length <= 120, line);
  });
});
