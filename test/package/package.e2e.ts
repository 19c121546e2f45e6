import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import packageJson from '../../package.json' with { type: 'json' };

/** The package as npm installs it, from the tarball that would be published, in a project of its own. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const DEFINITION = JSON.stringify({
  StartAt: 'A',
  States: {
    A: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
      Parameters: { Bucket: 'acme', Key: 'a' },
      End: true,
    },
  },
});

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-package-'));
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  // dist is built already, so nothing is prepared anew.
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], ROOT);
  const tarball = `./rolefit-${packageJson.version}.tgz`;
  run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', tarball]);
});
after(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], cwd: string = folder): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8' });
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe('the command line', () => {
  it('npx rolefit --version', () => {
    assert.equal(run('npx', ['--no-install', 'rolefit', '--version']), `${packageJson.version}\n`);
  });

  it('npx rolefit generate', () => {
    const policy = JSON.parse(run('npx', ['--no-install', 'rolefit', 'generate', write('a.asl.json', DEFINITION)]));
    assert.deepEqual(policy.Statement[0].Action, ['s3:GetObject']);
  });

  it("npx rolefit generate, with AWS's validator of definitions in the bundle", () => {
    const file = write('next.asl.json', DEFINITION.replace('"End":true', '"Next":"B"'));
    const command = ['npx', '--no-install', 'rolefit', 'generate', file];
    const { stderr, status } = spawnSync(command[0] ?? '', command.slice(1), { cwd: folder, encoding: 'utf8' });
    assert.match(stderr, /state \/States\/A: Next names "B", which is no state of this workflow/);
    assert.equal(status, 1);
  });
});

const USE = `import { DefinitionError, fit, machineSettings, machinesIn, parseDefinition, readTemplate, writeOutAll } from 'rolefit';
const { policy, findings, calls } = await fit(parseDefinition(${JSON.stringify(DEFINITION)}), { region: 'eu-west-1' });
console.log(JSON.stringify({ resource: policy.Statement[0]?.Resource, findings: findings.length, calls: calls.length }));
try {
  parseDefinition('');
} catch (error) {
  if (error instanceof DefinitionError) console.log(error.problem);
}
const template = readTemplate('Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}}}}');
const { machines, placeholders } = machinesIn(template, { file: 'template.yaml', read: () => undefined });
for (const { definition, settings } of machines) {
  if (definition.kind === 'unreadable') continue;
  const fitted = await fit(writeOutAll(definition.json, placeholders), machineSettings(settings));
  console.log(settings.name, fitted.policy.Statement[0]?.Effect);
}
`;
const PRINTED = [
  '{"resource":["arn:aws:s3:::acme/a"],"findings":1,"calls":1}',
  'is empty; give a state machine definition in JSON or YAML',
  '${M.Name} Deny',
  '',
].join('\n');

describe('the library', () => {
  it('in JavaScript', () => {
    assert.equal(run(process.execPath, [write('use.js', USE)]), PRINTED);
  });

  it('in CommonJS', () => {
    const text = `const { parseDefinition } = require('rolefit'); console.log(parseDefinition('{"a": 1}').a);`;
    assert.equal(run(process.execPath, [write('use.cjs', text)]), '1\n');
  });

  for (const [moduleResolution, module] of [
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ] as const) {
    it(`in TypeScript, strict, ${moduleResolution}, its declarations checked as well`, () => {
      const typed = `import type { Finding, Fit, FitOptions, Policy } from 'rolefit';
const options: FitOptions = { region: 'eu-west-1' };
const policy = (fitted: Fit): Policy => fitted.policy;
// @ts-expect-error a region is a text
const wrong: FitOptions = { region: 1 };
export type { Finding };
export { options, policy, wrong };
`;
      const files = [write('typed.ts', typed), write('use.ts', USE.replaceAll('console.log', 'print') + DECLARED)];
      const compilerOptions = {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'esnext.error'],
        types: [],
        module,
        moduleResolution,
      };
      const config = write(`tsconfig.${moduleResolution}.json`, JSON.stringify({ compilerOptions, files }));
      assert.equal(run(process.execPath, [TSC, '-p', config]), '');
    });
  }

  it('as docs/library.md shows', () => {
    const template = `Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {Definition: ${DEFINITION}}}}`;
    write('workflow.asl.json', DEFINITION);
    write('template.yaml', template);
    write('facts.yaml', 'arn:aws:s3:::acme: { key: none }\n');
    const text = readFileSync(join(ROOT, 'docs/library.md'), 'utf8');
    const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block = '']) => block);
    const printed = blocks.map((block, index) => {
      const name = write(`docs${index}.js`, `${block}\n`.replace('parseDefinition(text)', "parseDefinition('{}')"));
      return run(process.execPath, [name]);
    });
    assert.equal(printed.length, 6);
    assert.match(printed[2] ?? '', /^M \{\n {2}Version/);
  });

  it('has the JSON Schema of facts files', () => {
    const text =
      "import schema from 'rolefit/schemas/facts.schema.json' with { type: 'json' }; console.log(schema.title);";
    assert.match(run(process.execPath, [write('schema.js', text)]), /^Facts of AWS resources/);
  });

  it('has no door but its own', () => {
    const text = "import('rolefit/dist/index.js').catch(({ code }) => console.log(code));";
    assert.equal(run(process.execPath, [write('deep.js', text)]), 'ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});

/** There are no types of Node in the project. */
const DECLARED = 'function print(...values: unknown[]): void { void values; }\n';

async function bundled(text: string): Promise<string> {
  const entry = join(folder, write('bundle.js', text));
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['yaml', 'jsonata'],
    logLevel: 'error',
    write: false,
  });
  return outputFiles.map((file) => file.text).join('');
}

describe('a bundler takes only what is used', () => {
  const parse = "import { parseDefinition } from 'rolefit'; console.log(parseDefinition('{}'));";

  it('without the tables of the AWS SDK, the integrations and the report', async () => {
    const text = await bundled(parse);
    assert.doesNotMatch(text, /accessanalyzer|sqs:SendMessage|dagre|<html/);
    assert.ok(text.length < 20_000, `${text.length} characters`);
  });

  it('and with fit all that it needs, without the report and the command line', async () => {
    const text = await bundled("import { fit } from 'rolefit'; console.log(fit);");
    assert.match(text, /sqs:SendMessage/);
    assert.doesNotMatch(text, /<html|Usage: rolefit/);
  });
});

it('holds what is needed and nothing that is not', () => {
  const files = run('tar', ['-tzf', `rolefit-${packageJson.version}.tgz`])
    .trim()
    .split('\n');
  for (const name of [
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/rolefit.js',
    'dist/index.js',
    'dist/cdk/index.js',
    'dist/types/index.d.ts',
    'dist/types/cdk/index.d.ts',
    'dist/THIRD-PARTY.txt',
  ]) {
    assert.ok(files.includes(`package/${name}`), name);
  }
  assert.deepEqual(
    files.filter((name) =>
      /\/(?:src|test|role-policy|drift-check|sweep)\/|\.map$/.test(name.replace('/dist/types/', '/')),
    ),
    [],
  );
  const declared = readFileSync(join(folder, 'node_modules/rolefit/dist/types/index.d.ts'), 'utf8');
  assert.doesNotMatch(declared, /\.ts'/);
});

/** The AWS SDK asks for it where a bucket's name is that of a multi-Region access point, which no look-up asks about. */
const OPTIONAL = '@aws-sdk/signature-v4-crt';

it('imports nothing that npm does not install with it', () => {
  const dist = join(folder, 'node_modules/rolefit/dist');
  // What rolefit/cdk imports besides, CDK apps have: the peer dependencies.
  const files = globSync('**/*.js', { cwd: dist, exclude: ['cdk'] });
  const code = files.map((file) => readFileSync(join(dist, file), 'utf8'));
  const imported = code.flatMap((text) =>
    [...text.matchAll(/\b(?:from|import) ?\(?"((?:node:|@[a-z0-9-]+\/)?[a-z0-9._/-]+)"/g)].flatMap(([, name = '']) =>
      name.startsWith('.') ? [] : [name],
    ),
  );
  const packages = imported.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  const allowed = new Set([...Object.keys(packageJson.dependencies), ...builtinModules, OPTIONAL]);
  assert.ok(packages.length > 0);
  assert.deepEqual(
    packages.filter((name) => !allowed.has(name.replace(/^node:/, ''))),
    [],
  );
});
