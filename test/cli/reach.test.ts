import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, describe, it } from 'node:test';

/** In CI the files of a pull request are anybody's: what they name must not get the machine's secrets into the output. */

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const root = mkdtempSync(join(tmpdir(), 'rolefit-reach-'));
after(() => rmSync(root, { recursive: true }));

const SECRET = 'wJalrXUtnFEMIbPxRfiCY';

function written(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A checkout beside what isn't in it: `secret` is a name that a definition would show, `secret.asl.json` a definition. */
function checkout(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): string {
  const place = mkdtempSync(join(root, 'ci-'));
  const definition = reading(SECRET);
  written(place, {
    secret: SECRET,
    'secret.asl.json': definition,
    'outside/main.tf': `output "name" { value = "${SECRET}" }`,
    'app/stack.template.json': JSON.stringify({
      Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: definition } } },
    }),
    'secret.tfvars': `table = "${SECRET}"`,
    'checkout/.git/config': SECRET,
  });
  const folder = join(place, 'checkout');
  written(folder, files);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  return folder;
}

function reading(table: string): string {
  const Read = {
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:getItem',
    Parameters: { TableName: table },
    End: true,
  };
  return JSON.stringify({ StartAt: 'Read', States: { Read } });
}

function machine(table: string): string {
  return `resource "aws_sfn_state_machine" "m" {
  name       = "m"
  role_arn   = "arn:aws:iam::111122223333:role/r"
  definition = jsonencode({ StartAt = "Read", States = { Read = {
    Type = "Task", Resource = "arn:aws:states:::dynamodb:getItem", Parameters = { TableName = ${table} }, End = true } } })
}
`;
}

function templateOf(definition: string, type = 'AWS::StepFunctions::StateMachine', role = 'RoleArn'): string {
  return `Resources:
  M:
    Type: ${type}
    Properties:
      ${role}: arn:aws:iam::111122223333:role/r
      ${definition}
`;
}

const SAM = 'AWS::Serverless::StateMachine';
const manifest = (templateFile: string) =>
  JSON.stringify({
    version: '1',
    artifacts: { S: { type: 'aws:cloudformation:stack', properties: { templateFile } } },
  });

function printed(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', cwd: folder });
  assert.notEqual(stdout + stderr, '');
  return stdout + stderr;
}

describe('a file of the repository', () => {
  const cases: readonly (readonly [what: string, files: Record<string, string>, links?: Record<string, string>])[] = [
    ['with file() of one outside', { 'main.tf': machine('file("../secret")') }],
    ['with file() of its whole path', { 'main.tf': machine(`file("\${path.cwd}/../secret")`) }],
    ['with file() of a file of git', { 'main.tf': machine('file(".git/config")') }],
    ['with file() of a file of git, in other words', { 'main.tf': machine('file("x/../.git/config")'), 'x/y': '' }],
    ['with templatefile() of one outside', { 'main.tf': machine('templatefile("../secret", {})') }],
    ['with file() of a link to outside', { 'main.tf': machine('file("link")') }, { link: '../secret' }],
    ['with file() in a link to outside', { 'main.tf': machine('file("link/secret")') }, { link: '..' }],
    ['with a module outside', { 'main.tf': `module "o" { source = "../outside" }\n${machine('module.o.name')}` }],
    [
      'with variables in a link to outside',
      { 'main.tf': `variable "table" {}\n${machine('var.table')}` },
      { 'x.auto.tfvars': '../secret.tfvars' },
    ],
    [
      'with DefinitionUri of one outside',
      { 'template.yaml': templateOf('DefinitionUri: ../secret.asl.json', SAM, 'Role') },
    ],
    [
      'with DefinitionUri of one that is no definition',
      { 'template.yaml': templateOf('DefinitionUri: ../secret', SAM, 'Role') },
    ],
    [
      'with DefinitionUri of a link',
      { 'template.yaml': templateOf('DefinitionUri: l.asl.json', SAM, 'Role') },
      { 'l.asl.json': '../secret.asl.json' },
    ],
    ['that names a template outside', { 'manifest.json': manifest('../app/stack.template.json') }],
  ];
  for (const [what, files, links = {}] of cases) {
    it(`${what}: shows nothing of it`, () => {
      const folder = checkout(files, links);
      const target = 'template.yaml' in files ? 'template.yaml' : '.';
      assert.ok(!printed(folder, 'generate', target).includes(SECRET));
    });
  }

  it('shows nothing of it, from whichever folder', () => {
    const folder = checkout({ 'main.tf': machine('file("../secret")') });
    for (const [cwd, named] of [
      [folder, '.'],
      [dirname(folder), 'checkout'],
      [root, folder],
    ] as const) {
      assert.ok(!printed(cwd, 'generate', named).includes(SECRET), `${named} in ${cwd}`);
    }
  });

  it('without git: what is outside of the folder of the command is not read', () => {
    const folder = checkout({ 'infra/main.tf': machine('file("../../secret")') });
    rmSync(join(folder, '.git'), { recursive: true });
    assert.ok(!printed(folder, 'generate', 'infra').includes(SECRET));
  });
});

describe('what is read as before', () => {
  it('files and modules elsewhere in the repository', () => {
    const files = {
      'envs/prod/main.tf': `module "shared" { source = "../../modules/shared" }\n${machine('module.shared.name')}`,
      'modules/shared/main.tf': `output "name" { value = trimspace(file("\${path.module}/../name.txt")) }`,
      'modules/name.txt': 'orders\n',
      'sam/template.yaml': templateOf('DefinitionUri: ../asl/m.asl.json', SAM, 'Role'),
      'asl/m.asl.json': reading('orders'),
    };
    const folder = checkout(files);
    for (const target of ['envs/prod', 'sam/template.yaml']) {
      for (const cwd of [folder, join(folder, 'envs'), root]) {
        assert.match(printed(cwd, 'generate', relative(cwd, join(folder, target))), /table\/orders"/);
      }
    }
  });

  it('what the user names, wherever it is', () => {
    const folder = checkout({ 'main.tf': `variable "table" {}\n${machine('var.table')}` });
    assert.match(printed(folder, 'generate', '.', '--var-file', '../secret.tfvars'), new RegExp(`table/${SECRET}"`));
    assert.match(printed(folder, 'generate', '../secret.asl.json'), new RegExp(`table/${SECRET}"`));
  });

  it('the whole folder of the command, without git', () => {
    const folder = checkout({ 'infra/main.tf': machine('file("../name")'), name: 'orders' });
    rmSync(join(folder, '.git'), { recursive: true });
    assert.match(printed(folder, 'generate', 'infra'), /table\/orders"/);
  });
});
