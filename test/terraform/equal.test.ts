import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Json, JsonObject } from '../../src/asl/json.ts';
import { substitute } from '../../src/asl/substitute.ts';
import { runCheck } from '../../src/cli/check/command.ts';
import type { CheckJson } from '../../src/cli/check/json.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { resolverOf } from '../../src/template/intrinsics.ts';
import { writeOut } from '../../src/template/placeholder.ts';
import { shapeOf } from '../../src/template/resources.ts';
import type { Configuration, Evaluated } from '../../src/terraform/resource.ts';
import { policyDocument } from '../../src/terraform/translate/policyDocument.ts';
import { scopeOf } from '../../src/terraform/translate/scope.ts';
import { translated } from '../../src/terraform/translate/translate.ts';
import { typeRow } from '../../src/terraform/translate/types.ts';
import { jsonOf } from '../../src/terraform/translate/values.ts';
import { streams } from '../cli/golden.ts';
import { configurationOf } from './folder.ts';
import { WORKFLOWS, type Workflow } from './workflows.ts';

/** The same workflow as a template, as files, as a plan beside them and as a state: equal grants, equal verdicts. */

const PIPE = { columns: undefined, colour: false };
const HERE = ['--region', 'eu-west-1', '--account', '111122223333'];
const PSEUDO = { 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '111122223333', 'AWS::Partition': 'aws' };

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

/** What `terraform show -json` prints after the apply: all arguments, and the attributes that definitions name. */
function stateOf(configuration: Configuration): JsonObject {
  const { template } = translated(configuration);
  const resolver = resolverOf(template, { pseudo: PSEUDO });
  const resolve = (json: Json): Json | undefined => {
    const resolved = resolver.resolve(json);
    return typeof resolved === 'string' ? writeOut(resolved, resolver.placeholders()) : resolved;
  };
  const scope = scopeOf(configuration.resources, policyDocument);
  const text = (value: Evaluated): Json => {
    const json = jsonOf(value, scope);
    return json === undefined ? null : (resolve(json) ?? null);
  };
  return {
    format_version: '1.0',
    terraform_version: '1.9.0',
    values: {
      root_module: {
        resources: configuration.resources.map(({ address, mode, type, arguments: given }) => {
          const shape = shapeOf(typeRow(type)?.type ?? '');
          const arn = shape.arn === undefined ? { Ref: address } : { 'Fn::GetAtt': [address, shape.arn] };
          const attributes: JsonObject = { id: resolve({ Ref: address }) ?? null, arn: resolve(arn) ?? null };
          const values = Object.fromEntries([...given].map(([name, value]) => [name, text(value)]));
          return { address, mode, type, values: { ...(typeRow(type) === undefined ? {} : attributes), ...values } };
        }),
      },
    },
  };
}

/** What it prints before: arguments without references, and the names of the references of the others. */
function planOf({ resources }: Configuration): JsonObject {
  const known = (value: Evaluated) => value.kind === 'known';
  return {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: {
      root_module: {
        resources: resources.map(({ address, mode, type, arguments: given }) => ({
          address,
          mode,
          type,
          values: Object.fromEntries(
            [...given].flatMap(([name, value]) => (value.kind === 'known' ? [[name, value.value]] : [])),
          ),
        })),
      },
    },
    resource_changes: resources.map(({ address, arguments: given }) => ({
      address,
      change: {
        after_unknown: Object.fromEntries(
          [...given].filter(([, value]) => !known(value)).map(([name]) => [name, true]),
        ),
      },
    })),
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-west-1' } } } },
      root_module: {
        resources: resources.map(({ address, arguments: given }) => ({
          address,
          expressions: Object.fromEntries(
            [...given].map(([name, value]) => [
              name,
              value.kind === 'known' ? {} : { references: referencesIn(value) },
            ]),
          ),
        })),
      },
    },
  };
}

function referencesIn(value: Evaluated): readonly string[] {
  switch (value.kind) {
    case 'reference':
      return [[value.address, ...value.path].join('.'), value.address];
    case 'text':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : referencesIn(part)));
    case 'list':
      return value.items.flatMap(referencesIn);
    case 'object':
      return [...value.entries.values()].flatMap(referencesIn);
    default:
      return [];
  }
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
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
      assert.deepEqual(await resultOf(address, of), expected, 'files');
      const state = write(`state-${index}.json`, JSON.stringify(stateOf(configuration)));
      assert.deepEqual(await resultOf(address, state), expected, 'state');
      const plan = write(`plan-${index}.json`, JSON.stringify(planOf(configuration)));
      assert.deepEqual(await resultOf(address, of, '--plan', plan), expected, 'plan');
    });
  }

  it('and a plan alone says what it lacks', async () => {
    const [workflow] = WORKFLOWS;
    assert.ok(workflow);
    const plan = write('plan.json', JSON.stringify(planOf(await configurationOf(filesOf(workflow)))));
    await assert.rejects(
      runGenerate([plan]),
      /aws_sfn_state_machine\.m: its definition is known only after apply: .*depends on aws_sqs_queue\.q\.url; give the folder of the \.tf files and the plan with --plan/,
    );
  });
});
