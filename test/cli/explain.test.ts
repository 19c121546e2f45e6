import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { EXPLAIN_HELP, runExplain } from '../../src/cli/explain/command.ts';
import type { ExplainJson, StateNodeJson } from '../../src/cli/explain/json.ts';
import { checkGolden, LOOKS, run, streams } from './golden.ts';

const FIXTURES = 'test/cli/fixtures';
const ORIGINS = `${FIXTURES}/origins.asl.json`;
const TEMPLATE = `${FIXTURES}/template.yaml`;
const ESCAPE = '\u001b';
const PIPE = { columns: undefined, colour: false };

describe('what rolefit explain prints', () => {
  const cases: readonly (readonly [name: string, args: readonly string[]])[] = [
    ['explain-orders', ['examples/order-fulfilment.asl.json', '--name', 'fulfilment']],
    ['explain-origins', [ORIGINS]],
    ['explain-hostile', [`${FIXTURES}/hostile.asl.json`]],
    ['explain-template', [TEMPLATE, '--parameter', 'Stage=prod']],
    ['explain-state', [ORIGINS, '--state', 'Both']],
  ];
  for (const [name, args] of cases) {
    for (const look of LOOKS) {
      it(`${name}, ${look.columns ?? 'piped'}${look.colour ? ', in colour' : ''}`, () =>
        checkGolden(name, runExplain, args, look));
    }
  }
});

async function json(...args: readonly string[]): Promise<ExplainJson> {
  return JSON.parse(await run(runExplain, [...args, '--json'], PIPE));
}

function paths(nodes: readonly StateNodeJson[]): readonly string[] {
  return nodes.flatMap(({ path, branches = [] }) => [path, ...branches.flatMap(({ states }) => paths(states))]);
}

describe('no finding is left out', () => {
  const files = ['examples/order-fulfilment.asl.json', ORIGINS, `${FIXTURES}/hostile.asl.json`, TEMPLATE];
  for (const file of files) {
    it(file, async () => {
      for (const { findings, label } of (await json(file)).stateMachines) {
        const machine = label.split(' ')[1];
        const of = machine === undefined ? [] : ['--state-machine', machine];
        const whole = await run(runExplain, [file, ...of, '--width', '9999'], PIPE);
        const codes: readonly string[] = whole.match(/\[[a-z]+(-[a-z]+)*\]$/gm) ?? [];
        for (const { code } of findings) assert.ok(codes.includes(`[${code}]`), code);
        // One that concerns several permissions is told with each of them.
        assert.ok(codes.length >= findings.length);
      }
    });
  }
});

describe('rolefit explain --json', () => {
  it('has a tree whose paths are those of calls and findings', async () => {
    const [machine] = (await json(ORIGINS)).stateMachines;
    assert.ok(machine);
    const known = new Set(paths(machine.tree));
    // The finding about all keys that nobody knows is of the state machine itself.
    assert.equal(known.size, machine.summary.states + 1);
    for (const { state } of [...machine.calls, ...machine.findings]) assert.ok(known.has(state), state);
    assert.equal(machine.summary.permissions, 12);
    assert.equal(machine.tree.find(({ name }) => name === 'Forgotten')?.reached, false);
    assert.deepEqual(
      machine.tree.find(({ name }) => name === 'Both')?.branches?.map(({ label }) => label),
      ['branch 1', 'branch 2'],
    );
  });

  it('has the state machines of a template, and those that cannot be read', async () => {
    const { stateMachines, unreadable } = await json(TEMPLATE);
    assert.deepEqual(
      stateMachines.map(({ logicalId }) => logicalId),
      ['Nightly', 'Idle'],
    );
    assert.deepEqual(
      unreadable.map(({ label }) => label),
      [`${TEMPLATE} Elsewhere`],
    );
  });

  it('tells of a part only its calls and findings', async () => {
    const path = '/States/Both/Branches/0/States/Each line';
    const [machine] = (await json(ORIGINS, '--state', path)).stateMachines;
    assert.ok(machine);
    assert.equal(machine.calls.length, 2);
    for (const { state } of [...machine.calls, ...machine.findings]) assert.ok(state.startsWith(path));
  });
});

describe('the exit status of rolefit explain', () => {
  it('0 for complete policies, 1 for a state machine that cannot be read, which standard error names', async () => {
    assert.equal((await runExplain(['examples/order-fulfilment.asl.json'], streams(PIPE))).status, 0);
    // One of its states is never reached, which AWS refuses.
    assert.equal((await runExplain([ORIGINS], streams(PIPE))).status, 1);
    assert.equal((await runExplain([TEMPLATE, '--state-machine', 'Nightly'], streams(PIPE))).status, 0);
    const { status, stderr } = await runExplain([TEMPLATE], streams(PIPE));
    assert.equal(status, 1);
    assert.match(stderr, /^test\/cli\/fixtures\/template\.yaml Elsewhere: error: the definition is s3:[^\n]*\n$/);
  });

  it('1 for an error finding', async () => {
    const definition =
      '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::no:such","End":true}}}';
    const { status, stdout } = spawnSync(process.execPath, ['src/cli/main.ts', 'explain', '-'], {
      encoding: 'utf8',
      input: definition,
    });
    assert.equal(status, 1);
    assert.match(stdout, /error +.*\[unknown-integration\]/s);
  });

  it('2, in one line, for wrong usage', async () => {
    const cases: readonly (readonly [args: readonly string[], RegExp])[] = [
      [[], /^Failure: explain: name a definition file/],
      [[ORIGINS, '--state', 'Nope'], /^Failure: explain: .*has no state "Nope"; it has "Set up", .*, and 6 more$/],
      [[ORIGINS, '--color', 'blue'], /--color "blue" is not auto, always or never/],
      [[ORIGINS, '--width', '7'], /--width "7" is not a number of columns, at least 40/],
      [[ORIGINS, '--parameter', 'x'], /--parameter "x" does not have the form NAME=VALUE/],
      [
        [TEMPLATE, '--state-machine', 'Nope'],
        /the template has no state machine Nope; it has Nightly, Idle, Elsewhere/,
      ],
      [['git:HEAD'], /^Failure: git:HEAD: does not have the form git:REF:PATH/],
      [['git:--help:x'], /does not have the form git:REF:PATH/],
      [['git:HEAD:no/such.json'], /^Failure: git:HEAD:no\/such\.json: git cannot read it: [^\n]+$/],
    ];
    for (const [args, problem] of cases) await assert.rejects(runExplain(args, streams(PIPE)), problem);
  });
});

describe('rolefit explain', () => {
  it('explains itself', async () => {
    assert.equal((await runExplain(['--help'], streams(PIPE))).stdout, EXPLAIN_HELP);
    for (const line of EXPLAIN_HELP.split('\n')) assert.ok(line.length <= 120, line);
  });

  it("colours the severities of generate's findings, and only them", () => {
    const of = (env: Record<string, string>) =>
      spawnSync(process.execPath, ['src/cli/main.ts', 'generate', 'examples/order-fulfilment.asl.json'], {
        encoding: 'utf8',
        env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
      });
    const [plain, coloured] = [of({}), of({ FORCE_COLOR: '1' })];
    assert.doesNotMatch(plain.stderr, new RegExp(ESCAPE));
    assert.match(coloured.stderr, new RegExp(`json:\\d+: ${ESCAPE}\\[33mwarning:${ESCAPE}\\[39m state`));
    assert.equal(stripVTControlCharacters(coloured.stderr), plain.stderr);
    assert.equal(coloured.stdout, plain.stdout);
  });

  it('an error names a hostile file without its control characters', () => {
    const { stderr, status } = spawnSync(process.execPath, ['src/cli/main.ts', 'explain', `no${ESCAPE}[2J.json`], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr.split(':').slice(0, 2)], [2, ['rolefit', ' no⟨U+001B⟩[2J.json']]);
  });

  it('colours a pipe when it is told to', async () => {
    assert.match(await run(runExplain, [ORIGINS, '--color', 'always'], PIPE), new RegExp(ESCAPE));
    assert.doesNotMatch(
      await run(runExplain, [ORIGINS, '--color', 'never'], { columns: 80, colour: true }),
      new RegExp(ESCAPE),
    );
  });
});
