import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { COMMANDS } from '../../src/cli/commands.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): unknown => parse(readFileSync(join(ROOT, name), 'utf8'));

/** Source: https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
const ACTION = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), required: z.boolean().optional(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        uses: z.string().optional(),
        with: z.record(z.string(), z.string()).optional(),
        id: z.string().optional(),
        shell: z.string().optional(),
        'working-directory': z.string().optional(),
        env: z.record(z.string(), z.string()).optional(),
        run: z.string().optional(),
      }),
    ),
  }),
});

/** Source: https://pre-commit.com/#new-hooks */
const HOOKS = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    language: z.literal('node'),
    entry: z.string(),
    files: z.string(),
    require_serial: z.boolean(),
    minimum_pre_commit_version: z.string(),
  }),
);

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-ci-'));
  // An npx that tells what it is given.
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nprintf '<%s>' "$@"\nexit "\${NPX_STATUS:-0}"\n`);
  chmodSync(join(folder, 'npx'), 0o755);
});
after(() => rmSync(folder, { recursive: true }));

/** Runs the action's step as GitHub's runner does: `bash -eo pipefail` on a file. */
function act(inputs: Readonly<Record<string, string>>, status = 0) {
  const action = ACTION.parse(read('action.yml'));
  const step = action.runs.steps.find(({ id }) => id === 'rolefit');
  const values = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([k, v]) => [k, v.default ?? ''])),
    ...inputs,
  };
  const env = Object.entries(step?.env ?? {}).map(([name, expression]) => {
    const [, input = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(expression) ?? [];
    return [name, new Map(Object.entries(values)).get(input) ?? assert.fail(expression)] as const;
  });
  const outputs = join(folder, 'outputs');
  writeFileSync(outputs, '');
  writeFileSync(join(folder, 'step.sh'), step?.run ?? '');
  const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', 'step.sh'], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(env),
      PATH: `${folder}${delimiter}${process.env['PATH']}`,
      GITHUB_OUTPUT: outputs,
      NPX_STATUS: String(status),
    },
  });
  return { status: result.status, stdout: result.stdout, outputs: readFileSync(outputs, 'utf8') };
}

describe('the GitHub Action', () => {
  it('runs what npm has, with the inputs as arguments', () => {
    const { status, stdout, outputs } = act({ file: 'template.yaml' });
    assert.deepEqual([status, stdout], [0, '<--yes><rolefit@latest><check><template.yaml>']);
    assert.equal(outputs, 'status=0\noutput=\n');
  });

  it('takes options one a line; whatever is in an input stays one argument', () => {
    const { stdout } = act({
      file: 'a b.yaml; $(exit 9)',
      command: 'generate',
      version: '1.2.3',
      args: '--json\n\n--name=x y\n',
    });
    assert.equal(stdout, '<--yes><rolefit@1.2.3><generate><a b.yaml; $(exit 9)><--json><--name=x y>');
  });

  it('writes the output to a file, and fails as rolefit does with its outputs set', () => {
    const { status, stdout, outputs } = act({ file: 't.yaml', output: 'rolefit.sarif' }, 1);
    assert.deepEqual([status, stdout, outputs], [1, '', 'status=1\noutput=rolefit.sarif\n']);
    assert.match(readFileSync(join(folder, 'rolefit.sarif'), 'utf8'), /<t\.yaml>/);
  });

  it('puts no input into the script itself', () => {
    for (const { run } of ACTION.parse(read('action.yml')).runs.steps) assert.doesNotMatch(run ?? '', /\$\{\{/);
  });
});

describe('the pre-commit hook', () => {
  const [hook, ...others] = HOOKS.parse(read('.pre-commit-hooks.yaml'));

  it('is rolefit-check, and runs the command that the package installs', () => {
    assert.deepEqual([hook?.id, others], ['rolefit-check', []]);
    assert.ok(hook?.entry.includes('rolefit check ') && Object.hasOwn(packageJson.bin, 'rolefit'));
  });

  it('checks each file, and fails where one fails', () => {
    writeFileSync(join(folder, 'rolefit'), `#!/bin/sh\nprintf '<%s>' "$@"\n[ "$2" != bad.yaml ]\n`);
    chmodSync(join(folder, 'rolefit'), 0o755);
    for (const name of ['a b.yaml', 'c.yaml', 'bad.yaml']) {
      writeFileSync(join(folder, name), 'Resources: { A: { Type: AWS::Serverless::StateMachine } }');
    }
    writeFileSync(join(folder, 'queues.yaml'), 'Resources: { A: { Type: AWS::SQS::Queue } }');
    // pre-commit splits the entry as a shell does, and puts the files behind it.
    const check = (files: string) => {
      const env = { PATH: `${folder}${delimiter}${process.env['PATH']}` };
      const { status, stdout } = spawnSync('sh', ['-c', `${hook?.entry} ${files}`], {
        encoding: 'utf8',
        env,
        cwd: folder,
      });
      return [status, stdout];
    };
    assert.deepEqual(check("'a b.yaml' c.yaml"), [0, '<check><a b.yaml><check><c.yaml>']);
    assert.deepEqual(check('bad.yaml c.yaml'), [1, '<check><bad.yaml><check><c.yaml>']);
    // A template without a state machine has nothing to check.
    assert.deepEqual(check('queues.yaml c.yaml'), [0, '<check><c.yaml>']);
  });

  it('is for templates', () => {
    const files = new RegExp(hook?.files ?? '$^');
    for (const name of ['template.yaml', 'app/template.yml', 'cdk.out/App.template.json']) assert.match(name, files);
    for (const name of ['package.json', 'my-template.yaml', 'template.yaml.txt']) assert.doesNotMatch(name, files);
  });
});

it('docs/ci.md has workflows that are YAML and commands that there are', () => {
  const text = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
  const blocks = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = '']) => parse(block));
  assert.ok(blocks.length >= 3);
  for (const [, command = ''] of text.matchAll(/npx rolefit ([a-z]+)/g)) {
    assert.ok(Object.hasOwn(COMMANDS, command), command);
  }
});
