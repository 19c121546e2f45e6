import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { machineSettings } from '../../src/template/settings.ts';
import { terraformMachines } from '../../src/terraform/translate/machines.ts';
import { configurationOf, expressionValue, shown } from './folder.ts';

/** Shapes that public configurations have. */

const ROLE = `
resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
`;

/** A state machine with this argument `definition`, and more arguments. */
function machine(definition: string, more = ''): string {
  return `${ROLE}
resource "aws_sfn_state_machine" "m" {
  name       = "m"
  role_arn   = aws_iam_role.r.arn
  definition = ${definition}
  ${more}
}
`;
}

async function machinesOf(files: Readonly<Record<string, string>> | string) {
  return terraformMachines(await configurationOf(files), {}).machines;
}

/** https://developer.hashicorp.com/terraform/language/functions/fileset */
describe('fileset', () => {
  const FILES = {
    'flows/a.json': '{}',
    'flows/b.yaml': 'x: 1',
    'flows/c.json': '{}',
    'flows/.d.json': '{}',
    'flows/deep/e.json': '{}',
    'flows/deep/er/f.json': '{}',
  };
  const cases: readonly (readonly [string, string])[] = [
    ['fileset("flows", "*.json")', '[".d.json","a.json","c.json"]'],
    ['fileset("${path.module}/flows", "*.json")', '[".d.json","a.json","c.json"]'],
    ['fileset("${path.module}/", "flows/?.json")', '["flows/a.json","flows/c.json"]'],
    ['fileset(".", "flows/*/*.json")', '["flows/deep/e.json"]'],
    ['fileset("flows", "{a,b}.{json,yaml}")', '["a.json","b.yaml"]'],
    ['fileset("flows", "**/*.json")', '[".d.json","a.json","c.json","deep/e.json","deep/er/f.json"]'],
    ['fileset("flows/deep", "**")', '["e.json","er/f.json"]'],
    ['fileset("flows", "*a*.j*n")', '["a.json"]'],
    ['fileset("flows", "*.jso")', '${? no file matches here; one may be made before an apply}'],
    ['fileset("flows", "a.json")', '["a.json"]'],
    // A build may make some before an apply.
    ['fileset("flows", "*.zip")', '${? no file matches here; one may be made before an apply}'],
    ['fileset("nowhere", "*")', '${? no file matches here; one may be made before an apply}'],
    ['fileset("flows", "[ab].json")', '${? a pattern with [ or \\ is not evaluated}'],
  ];
  for (const [expression, expected] of cases) {
    it(`${expression} is ${expected}`, async () => {
      assert.equal(shown(await expressionValue(expression, FILES)), expected);
    });
  }

  it('gives a state machine for each file', async () => {
    const each = `
locals { flows = { for f in fileset("\${path.module}/flows", "*.yaml") : trimsuffix(f, ".yaml") => yamldecode(file("\${path.module}/flows/\${f}")) } }
resource "aws_sfn_state_machine" "m" {
  for_each   = local.flows
  name       = each.key
  role_arn   = aws_iam_role.r.arn
  definition = jsonencode(each.value)
}`;
    const flow = 'StartAt: A\nStates: { A: { Type: Succeed } }\n';
    const found = await machinesOf({ 'main.tf': ROLE + each, 'flows/one.yaml': flow, 'flows/two.yaml': flow });
    assert.deepEqual(
      found.map(({ logicalId, definition }) => [logicalId, definition.kind]),
      [
        ['aws_sfn_state_machine.m["one"]', 'found'],
        ['aws_sfn_state_machine.m["two"]', 'found'],
      ],
    );
  });
});

describe('a definition that is known only in part', () => {
  const VARIABLE = 'variable "x" { type = any }\n';
  const BECAUSE = 'cannot be evaluated: variable "x" has no value (main.tf:1)';
  const branch = (inner: string) =>
    `jsonencode({ StartAt = "A", States = { A = { Type = "Parallel", Branches = ${inner}, End = true } } })`;
  const cases: readonly (readonly [string, string, string])[] = [
    ['as a whole', 'jsonencode(var.x)', `its definition ${BECAUSE}`],
    ['as a text', '"${var.x}"', `its definition ${BECAUSE}`],
    ['in its states', 'jsonencode({ StartAt = "A", States = var.x })', `field States of its definition ${BECAUSE}`],
    [
      'in its states, by a merge',
      'jsonencode({ StartAt = "A", States = merge({ A = { Type = "Succeed" } }, var.x) })',
      `field States of its definition ${BECAUSE}`,
    ],
    [
      'in the states of a text',
      '<<X\n{ "StartAt": "A", "States": ${jsonencode(var.x)} }\nX',
      `field States of its definition ${BECAUSE}`,
    ],
    [
      'in one state',
      'jsonencode({ StartAt = "A", States = { A = var.x } })',
      `field States.A of its definition ${BECAUSE}`,
    ],
    ['in its branches', branch('var.x'), `field States.A.Branches of its definition ${BECAUSE}`],
    ['in one branch', branch('[var.x]'), `field States.A.Branches.0 of its definition ${BECAUSE}`],
    [
      'in a branch',
      branch('[{ StartAt = "B", States = var.x }]'),
      `field States.A.Branches.0.States of its definition ${BECAUSE}`,
    ],
  ];
  for (const [where, definition, reason] of cases) {
    it(`${where} is named with what keeps it unknown`, async () => {
      const [found] = await machinesOf(VARIABLE + machine(definition));
      assert.equal(found?.definition.kind === 'unreadable' ? found.definition.reason : undefined, reason);
    });
  }
});

describe('a policy that nothing tells', () => {
  const DEFINITION = 'jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })';
  const VARIABLES = 'variable "x" { type = any }\n';
  const inline = (policy: string) => `resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.id
  policy = ${policy}
}
`;
  const document = (name: string, body: string) => `data "aws_iam_policy_document" "${name}" {\n${body}\n}\n`;
  const dynamic = `dynamic "statement" {
    for_each = var.x ? [1] : []
    content {
      actions   = ["sns:Publish"]
      resources = ["*"]
    }
  }`;
  const BECAUSE = 'its document cannot be evaluated: variable "x" has no value (main.tf:1)';
  const cases: readonly (readonly [string, string])[] = [
    ['is a variable', inline('var.x')],
    ['has its statements of one', inline('jsonencode({ Version = "2012-10-17", Statement = var.x })')],
    [
      'has some of its statements of one',
      inline('jsonencode({ Version = "2012-10-17", Statement = concat([{ Effect = "Allow" }], var.x) })'),
    ],
    ['has a dynamic statement', document('d', dynamic) + inline('data.aws_iam_policy_document.d.json')],
    [
      'is made of a document that has one',
      document('d', dynamic) +
        document('e', 'source_policy_documents = [data.aws_iam_policy_document.d.json]') +
        inline('data.aws_iam_policy_document.e.json'),
    ],
  ];
  for (const [what, policy] of cases) {
    it(`that ${what} is named with it`, async () => {
      const [found] = await machinesOf(VARIABLES + machine(DEFINITION) + policy);
      assert.deepEqual(
        found?.notEvaluated.map(({ source, reason }) => `${source} ${reason}`),
        [`aws_iam_role_policy.p ${BECAUSE}`],
      );
    });
  }
});

describe('settings under a toggle', () => {
  const DEFINITION = 'jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })';
  const LOGGED = 'level = "ALL"\nlog_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:x:*"';
  const block = (type: string, content: string) => `${type} {\n${content}\n}`;
  const dynamic = (type: string, on: string, content: string) =>
    `dynamic "${type}" {\nfor_each = ${on} ? [1] : []\ncontent {\n${content}\n}\n}`;
  const cases: readonly (readonly [string, string, object])[] = [
    [
      'are on where the toggle is',
      dynamic('logging_configuration', 'var.on', LOGGED),
      { logging: true, tracing: false },
    ],
    ['are off where it is', dynamic('logging_configuration', 'var.off', LOGGED), { logging: false, tracing: false }],
    [
      'are uncertain where nothing tells',
      dynamic('logging_configuration', 'var.x', LOGGED),
      { logging: true, tracing: false, uncertain: ['logging'] },
    ],
    [
      'are uncertain by the value alone',
      block('tracing_configuration', 'enabled = var.x'),
      { logging: false, tracing: true, uncertain: ['tracing'] },
    ],
    [
      'are uncertain in both',
      `${dynamic('logging_configuration', 'var.x', LOGGED)}\n${dynamic('tracing_configuration', 'var.x', 'enabled = true')}`,
      { logging: true, tracing: true, uncertain: ['logging', 'tracing'] },
    ],
    [
      'are certain with a destination, whatever its level',
      block('logging_configuration', LOGGED.replace('"ALL"', 'var.x')),
      { logging: true, tracing: false },
    ],
  ];
  for (const [what, more, expected] of cases) {
    it(what, async () => {
      const variables = 'variable "x" {}\nvariable "on" { default = true }\nvariable "off" { default = false }\n';
      const [found] = await machinesOf(variables + machine(DEFINITION, more));
      const { logging, tracing, uncertain } = found?.settings ?? {};
      assert.deepEqual({ logging, tracing, ...(uncertain && { uncertain }) }, expected);
    });
  }
});

describe('a setting that is uncertain', () => {
  it('is granted, and needed only if it is on', async () => {
    const { calls } = await fit(
      { StartAt: 'A', States: { A: { Type: 'Succeed' } } },
      { logging: true, tracing: true, uncertain: ['logging', 'tracing'] },
    );
    const grants = calls.flatMap((call) => call.grants);
    const certainties = grants.map(({ purpose, doubt }) => [purpose, doubt?.certainty]);
    assert.deepEqual(certainties, [
      ['logs', 'conditional'],
      ['logs', 'precaution'],
      ['tracing', 'conditional'],
    ]);
  });
});

/** `.arn` and `.id` have the revision: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/batch_job_definition */
describe('a job definition of AWS Batch', () => {
  for (const attribute of ['arn', 'id']) {
    it(`is submitted with its revision by .${attribute}, and no other`, async () => {
      const submit = `jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = "arn:aws:states:::batch:submitJob",
        Parameters = { JobName = "j", JobQueue = "q", JobDefinition = aws_batch_job_definition.d.${attribute} }, End = true } } })`;
      const configuration = await configurationOf(
        `${machine(submit)}resource "aws_batch_job_definition" "d" {\n  name = "d"\n  type = "container"\n}\n`,
      );
      const { machines, placeholders } = terraformMachines(configuration, {});
      const [found] = machines;
      assert.ok(found?.definition.kind === 'found');
      const { calls } = await fit(found.definition.json, machineSettings(found.settings, placeholders));
      const definitions = calls
        .flatMap((call) => call.grants)
        .flatMap(({ resources }) => resources.map(({ arn }) => arn))
        .filter((arn) => arn.includes('job_definition') || arn.includes('job-definition'));
      assert.deepEqual(definitions, ['${aws_batch_job_definition.d.arn}']);
    });
  }
});
