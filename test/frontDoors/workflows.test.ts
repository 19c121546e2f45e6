import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import type { CheckJson } from '../../src/cli/check/json.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import type { GenerateJson } from '../../src/cli/generate/json.ts';
import { streams } from '../cli/golden.ts';

/**
 * Ten workflows, each as a SAM template, a CDK app, Terraform's files, a plan and a state: whatever it is written in, it needs
 * the same and its role has the same. The plans and states are written by hand after
 * https://developer.hashicorp.com/terraform/internals/json-format.
 */

const WORKFLOWS = 'test/frontDoors/workflows';
const TERRAFORM = 'test/frontDoors/terraform';
const HERE = ['--region', 'eu-west-1', '--account', '111122223333'];
const PIPE = { columns: undefined, colour: false };

const names = readdirSync(WORKFLOWS);

let assembly = '';
before(() => {
  assembly = mkdtempSync(join(tmpdir(), 'rolefit-doors-'));
  execFileSync(process.execPath, ['test/cdk/app/workflows.ts', assembly], { stdio: ['ignore', 'ignore', 'inherit'] });
});
after(() => rmSync(assembly, { recursive: true }));

/** What each call needs, and what is said of the role, without the places where it stands and the names of policies. */
async function resultOf(file: string, machine: string) {
  const args = [file, '--state-machine', machine, ...HERE, '--json'];
  const { policy, calls }: GenerateJson = JSON.parse((await runGenerate(args)).stdout);
  const { stdout, status } = await runCheck(args, streams(PIPE));
  const { roles }: CheckJson = JSON.parse(stdout);
  return {
    policy,
    calls: calls.map(({ grants, ...call }) => ({
      ...call,
      grants: grants.map(({ origins: _, ...grant }) => grant),
    })),
    status,
    shortfalls: roles.flatMap(({ machines }) =>
      machines.flatMap(({ shortfalls }) => shortfalls.map(({ by: _, ...shortfall }) => shortfall)),
    ),
    excess: roles.flatMap(({ excess }) =>
      excess.map(({ kind, actions, resources, needed }) => ({ kind, actions, resources, needed })),
    ),
    notEvaluated: roles.flatMap(({ notEvaluated }) => notEvaluated),
  };
}

describe('the same workflow needs and has the same', () => {
  const MACHINE = 'aws_sfn_state_machine.machine';
  const doors = {
    'the CDK': (name: string) => resultOf(join(assembly, `${name}.template.json`), 'Machine'),
    "Terraform's files": (name: string) => resultOf(join(TERRAFORM, name), MACHINE),
    'a plan': (name: string) => resultOf(join(TERRAFORM, name, 'plan.json'), MACHINE),
    'a state': (name: string) => resultOf(join(TERRAFORM, name, 'state.json'), MACHINE),
  };
  for (const name of names) {
    const sam = resultOf(join(WORKFLOWS, name, 'template.yaml'), 'Machine');
    for (const [door, read] of Object.entries(doors)) {
      it(`${name}, by SAM and by ${door}`, async () => assert.deepEqual(await read(name), await sam));
    }
  }

  it('and there is something to compare: each kind of verdict', async () => {
    const all = await Promise.all(names.map((name) => resultOf(join(WORKFLOWS, name, 'template.yaml'), 'Machine')));
    assert.equal(all.length, 10);
    assert.deepEqual(new Set(all.flatMap(({ excess }) => excess.map(({ kind }) => kind))), new Set(['wide', 'unused']));
    const verdicts = all.flatMap(({ shortfalls }) =>
      shortfalls.map(({ verdict, certainty }) => `${verdict} ${certainty}`),
    );
    assert.ok(verdicts.includes('missing required'), `${verdicts}`);
    assert.ok(all.some(({ status }) => status === 0) && all.some(({ status }) => status === 1));
  });
});
