import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { JsonObject } from '../../src/asl/json.ts';
import { substitute } from '../../src/asl/substitute.ts';
import { runCheck } from '../../src/cli/check/command.ts';
import type { CheckJson } from '../../src/cli/check/json.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { streams } from '../cli/golden.ts';
import { configurationOf } from './folder.ts';
import { planOf, stateOf } from './shownFiles.ts';
import { WORKFLOWS, type Workflow } from './workflows.ts';

/** The same workflow as a template, as files, as a plan beside them and as a state: equal grants, equal verdicts. */

const PIPE = { columns: undefined, colour: false };
const HERE = ['--region', 'eu-west-1', '--account', '111122223333'];

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-eq-'));
});
after(() => rmSync(folder, { recursive: true }));

const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['sqs:SendMessage', 'sns:*'], Resource: '*' }],
};

function templateOf({ task, names, resources }: Workflow): JsonObject {
  return {
    Resources: {
      ...resources,
      M: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: {
          StateMachineName: 'm',
          RoleArn: { 'Fn::GetAtt': ['R', 'Arn'] },
          DefinitionString: JSON.stringify({ StartAt: 'A', States: { A: task } }),
          DefinitionSubstitutions: Object.fromEntries(Object.entries(names).map(([name, [value]]) => [name, value])),
        },
      },
      R: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: 'm', Policies: [{ PolicyName: 'p', PolicyDocument: POLICY }] },
      },
    },
  };
}

function filesOf({ task, names, terraform }: Workflow): Readonly<Record<string, string>> {
  const values = Object.fromEntries(Object.entries(names).map(([name, [, expression]]) => [name, `\${${expression}}`]));
  const definition = JSON.stringify(substitute({ StartAt: 'A', States: { A: task } }, values), null, 2);
  return {
    'main.tf': `provider "aws" { region = "eu-west-1" }
${terraform}
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  role_arn   = aws_iam_role.m.arn
  definition = <<-EOT
${definition}
  EOT
}
resource "aws_iam_role" "m" {
  name               = "m"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
resource "aws_iam_role_policy" "m" {
  name   = "p"
  role   = aws_iam_role.m.id
  policy = jsonencode(${JSON.stringify(POLICY)})
}
`,
  };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Placeholders have other names in each of them. */
function unnamed(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result).replaceAll(/\$\{(?!AWS::)[^{}]*\}/g, '${}'));
}

async function resultOf(machine: string, ...args: readonly string[]) {
  const { stdout, stderr } = await runGenerate([...args, '--state-machine', machine, ...HERE]);
  const checked = await runCheck([...args, '--state-machine', machine, '--json', ...HERE], streams(PIPE));
  const { roles }: CheckJson = JSON.parse(checked.stdout);
  return {
    policy: JSON.parse(stdout),
    findings: stderr.split('\n').map((line) => /\[[a-z-]+\]$/.exec(line)?.[0] ?? ''),
    status: checked.status,
    shortfalls: roles.flatMap(({ machines }) =>
      machines.flatMap(({ shortfalls }) => shortfalls.map(({ by: _, ...shortfall }) => shortfall)),
    ),
    excess: roles.flatMap(({ excess }) =>
      excess.map(({ kind, actions, resources, needed }) => ({ kind, actions, resources, needed })),
    ),
    notEvaluated: roles.flatMap(({ notEvaluated }) => notEvaluated),
  };
}

describe('the same workflow needs and has the same, whatever it is written in', () => {
  for (const [index, workflow] of WORKFLOWS.entries()) {
    it(workflow.name, async () => {
      const expected = await resultOf('M', write(`${index}.json`, JSON.stringify(templateOf(workflow))));
      assert.notDeepEqual(expected.policy.Statement, []);
      const files = filesOf(workflow);
      const of = mkdtempSync(join(folder, 'files-'));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(of, name), text);
      const configuration = await configurationOf(files);
      const address = 'aws_sfn_state_machine.m';
      assert.deepEqual(unnamed(await resultOf(address, of)), unnamed(expected), 'files');
      if (workflow.isGenerated !== true) {
        const state = write(`state-${index}.json`, JSON.stringify(stateOf(configuration)));
        assert.deepEqual(unnamed(await resultOf(address, state)), unnamed(expected), 'state');
      }
      const plan = write(`plan-${index}.json`, JSON.stringify(planOf(configuration)));
      assert.deepEqual(unnamed(await resultOf(address, of, '--plan', plan)), unnamed(expected), 'plan');
    });
  }

  it('and a plan alone says what it lacks', async () => {
    const [workflow] = WORKFLOWS;
    assert.ok(workflow);
    const plan = write('plan.json', JSON.stringify(planOf(await configurationOf(filesOf(workflow)))));
    await assert.rejects(
      runGenerate([plan]),
      /aws_sfn_state_machine\.m: its definition cannot be evaluated: .*depends on aws_sqs_queue\.q\.url; give the folder of the \.tf files and the plan with --plan/,
    );
  });
});
