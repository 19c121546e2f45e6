import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };

/** rolefit/cdk from the tarball that would be published, in an app as `cdk init` makes it: TypeScript, CommonJS. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { 'aws-cdk-lib': cdk, constructs } = packageJson.devDependencies;
/** The last one that knows the module resolution of older apps. */
const TYPESCRIPT = '5.9.3';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-cdk-app-'));
  write('package.json', JSON.stringify({ name: 'shop', private: true }));
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT });
  install(`aws-cdk-lib@${cdk}`, `constructs@${constructs}`, `typescript@${TYPESCRIPT}`, '@types/node@22');
  cpSync(join(ROOT, 'test/cdk-constructs/examples/orders.asl.json'), join(folder, 'orders.asl.json'));
  for (const [index, block] of examples().entries()) write(`app${index}.ts`, block);
});
after(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], { cwd = folder, env = {} } = {}): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
}

function install(...packages: readonly string[]): void {
  const options = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  run('npm', ['install', ...options, `./rolefit-${packageJson.version}.tgz`, ...packages]);
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function examples(): readonly string[] {
  const page = readFileSync(join(ROOT, 'docs/cdk.md'), 'utf8');
  return [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

/** The template of an app, run as the CDK's command line runs it. */
function template(file: string): string {
  const out = join(folder, `${file}.out`);
  run(process.execPath, [file], { env: { CDK_OUTDIR: out, CDK_VALIDATION: 'false' } });
  return readFileSync(join(out, 'Shop.template.json'), 'utf8');
}

const STRICT = { strict: true, target: 'es2022', skipLibCheck: true, types: ['node'] };

describe('the examples of docs/cdk.md', () => {
  for (const [what, more] of Object.entries({
    'as cdk init has it': { module: 'nodenext', moduleResolution: 'nodenext' },
    'as older apps have it': { module: 'commonjs' },
  })) {
    it(`compile, ${what}`, () => {
      const files = examples().map((_, index) => `app${index}.ts`);
      const config = write('tsconfig.json', JSON.stringify({ compilerOptions: { ...STRICT, ...more }, files }));
      assert.equal(run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config]), '');
    });
  }

  it('run as CommonJS, which Node.js asks for an ES module with require', () => {
    assert.match(readFileSync(join(folder, 'app0.js'), 'utf8'), /require\("rolefit\/cdk"\)/);
    assert.match(template('app0.js'), /"Action": "sqs:SendMessage"/);
  });
});

it('runs as an ES module, with tables of the SDK and JSONata', () => {
  const Arguments = { Bucket: "{% 'ac' & 'me' %}", Key: 'a' };
  const Get = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:getObject', Arguments, End: true };
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'Get', States: { Get } });
  const file = write(
    'sdk.mjs',
    `import { App, Stack } from 'aws-cdk-lib';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { fitRoles } from 'rolefit/cdk';
const app = new App();
new StateMachine(new Stack(app, 'Shop'), 'Orders', { definitionBody: DefinitionBody.fromString(${JSON.stringify(definition)}) });
fitRoles(app);
`,
  );
  assert.match(template(file), /"Resource": "arn:aws:s3:::acme\/a"/);
});

it('runs with the oldest aws-cdk-lib that it says it does', () => {
  const [, oldest = ''] = /^\^(.*)$/.exec(packageJson.peerDependencies['aws-cdk-lib']) ?? [];
  install(`aws-cdk-lib@${oldest}`, `constructs@${packageJson.peerDependencies.constructs}`);
  rmSync(join(folder, 'app0.js.out'), { recursive: true, force: true });
  assert.match(template('app0.js'), /"Action": "sqs:SendMessage"/);
});
