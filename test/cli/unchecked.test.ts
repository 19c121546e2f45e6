import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';

const BOTH = 'test/cli/fixtures/check-unchecked.yaml';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

function template(...machines: readonly string[]): string {
  const path = join(folder, 'template.yaml');
  writeFileSync(path, `Parameters: {Arn: {Type: String}}\nResources:\n${machines.join('')}`);
  return path;
}

const machine = (id: string, role: string, resource = 'arn:aws:states:::dynamodb:getItem') => `  ${id}:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: ${role}
      DefinitionString: '{"StartAt":"S","States":{"S":{"Type":"Task","Resource":"${resource}","Parameters":{"TableName":"a"},"End":true}}}'
`;
const IDLE = `  Idle:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: !Ref Arn, DefinitionString: '{"StartAt":"S","States":{"S":{"Type":"Succeed"}}}'}
`;
const OWN_ROLE = `  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 'dynamodb:GetItem', Resource: '*'}]}}]
`;

const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };
const run = (...args: readonly string[]) => runCheck([...args, '--width', '999'], PIPE);

describe('a run that checked nothing', () => {
  it('is no success: it says so first, and what to give', async () => {
    const { stdout, status } = await run(BOTH);
    assert.equal(status, 2);
    assert.match(
      stdout,
      /^Nothing was checked for .* Orders: no policy of role \$\{RoleArn\} could be read\.\nNothing was checked for .* Returns: [^\n]*\n {2}Compare with the deployed role \(--role NAME, .*--policy FILE\)/,
    );
    assert.match(stdout, /\n0 state machines checked: 2 not checked, 2 not evaluated\n$/);
  });

  it('is one in JSON, SARIF and annotations', async () => {
    const json = JSON.parse((await run(BOTH, '--json')).stdout);
    assert.deepEqual(
      json.roles.map(({ unchecked }: { readonly unchecked?: true }) => unchecked),
      [true, true],
    );
    assert.match(
      (await run(BOTH, '--format', 'github')).stdout,
      /^::error .*title=rolefit unchecked-role::nothing was checked/,
    );
    assert.match((await run(BOTH, '--format', 'sarif')).stdout, /"ruleId": "unchecked-role"/);
  });

  it('is allowed by --allow-unchecked', async () => {
    const { stdout, status } = await run(BOTH, '--allow-unchecked');
    assert.equal(status, 0);
    assert.match(stdout, /^Nothing was checked for /);
    assert.match((await run(BOTH, '--allow-unchecked', '--format', 'github')).stdout, /^::notice .*unchecked-role/m);
  });

  it('is one with a single role of another stack', async () => {
    assert.equal((await run(template(machine('A', '!ImportValue SharedRole')))).status, 2);
  });
});

describe('a run that checked something', () => {
  it('warns of the roles of which nothing is known', async () => {
    const file = template(machine('A', '!GetAtt Role.Arn'), machine('B', '!Ref Arn'), OWN_ROLE);
    const { stdout, status } = await run(file);
    assert.equal(status, 0);
    assert.match(stdout, /^Nothing was checked for \S+ B: no policy of role \$\{Arn\} could be read\.\n/);
    assert.match(stdout, /\n1 state machine checked: 1 not checked, /);
    assert.equal((await run(file, '--strict')).status, 1);
  });

  it('has nothing to check where the definition calls nothing', async () => {
    assert.equal((await run(template(IDLE))).status, 0);
  });

  it('fails where a role has no policies, which is no lack of knowledge', async () => {
    const bare = '  Role: {Type: AWS::IAM::Role, Properties: {}}\n';
    assert.equal((await run(template(machine('A', '!GetAtt Role.Arn'), bare))).status, 1);
  });
});
