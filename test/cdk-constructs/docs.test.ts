import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { policyOf } from './deployed.ts';

/** The pages' examples are these files, and they do what the pages say. */

const FOLDER = 'test/cdk-constructs/examples';

const examples = new Map(
  globSync(`${FOLDER}/*.ts`).map((file) => [
    basename(file, '.ts'),
    readFileSync(file, 'utf8').replace("'../../../src/cdk/index.ts'", "'rolefit/cdk'"),
  ]),
);

function blocksOf(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);
}

describe('the examples of the pages', () => {
  it('docs/cdk.md has each of them, as it is tested, and no other', () => {
    assert.deepEqual([...blocksOf('docs/cdk.md')].sort(), [...examples.values()].sort());
  });

  it('README.md has the first one, and lines of the last', () => {
    const [whole = '', part = ''] = blocksOf('README.md').filter((block) => /fitRoles|FittedRole/.test(block));
    assert.equal(whole, examples.get('fitRoles'));
    const lines = part.split('\n').slice(1).join('\n');
    assert.ok(examples.get('fittedRole')?.includes(lines), lines);
  });
});

describe('each example, run as the CDK runs it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-cdk-docs-'));
  after(() => rmSync(folder, { recursive: true }));

  function template(name: string): string {
    const out = join(folder, name);
    // Without the CDK's own validation, which takes seconds.
    const env = { ...process.env, CDK_OUTDIR: out, CDK_DISABLE_STACK_TRACE: '1', CDK_VALIDATION: 'false' };
    execFileSync(process.execPath, [`${name}.ts`], { cwd: FOLDER, env, stdio: 'pipe' });
    return readFileSync(join(out, 'Shop.template.json'), 'utf8');
  }

  for (const name of ['fitRoles', 'fittedPolicy']) {
    it(`${name} grants what the definition needs and nothing else`, () => {
      const policy = policyOf({ 'Shop.template.json': template(name) }, 'Shop.template.json', /^Orders/);
      assert.deepEqual(policy.Statement, [
        { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: 'arn:aws:sqs:eu-west-1:111122223333:Queue4A7E3555' },
      ]);
    });
  }

  it('validator reports what is too much, and lets the synthesis succeed', () => {
    template('validator');
    const report = readFileSync(join(folder, 'validator', 'validation-report.json'), 'utf8');
    assert.match(report, /"ruleName": ?"excess-permission"/);
  });

  it('fittedRole leaves the policy to the custom resource', () => {
    const text = template('fittedRole');
    assert.match(text, /"Custom::StateMachineRolePolicy"/);
    assert.doesNotMatch(text, /"AWS::IAM::Policy"/);
  });
});
