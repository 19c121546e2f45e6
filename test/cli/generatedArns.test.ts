import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';

/** ARNs that end in what AWS generates, compared with the patterns that people and the CDK write for them. */

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));

const SDK = 'arn:aws:states:::aws-sdk';
const HERE = '${AWS::Region}:${AWS::AccountId}';

interface Example {
  readonly type: string;
  readonly name: string;
  readonly task: string;
  readonly action: string;
  /** Patterns of its ARN, with NAME for its name. */
  readonly patterns: readonly string[];
}

const EXAMPLES: readonly Example[] = [
  {
    type: 'AWS::Batch::JobDefinition',
    name: 'JobDefinitionName',
    task: `Resource: '${SDK}:batch:deregisterJobDefinition', Parameters: {JobDefinition: !Ref X}`,
    action: 'batch:DeregisterJobDefinition',
    patterns: [`arn:aws:batch:${HERE}:job-definition/NAME:*`, 'arn:aws:batch:*:*:job-definition/NAME*'],
  },
  {
    type: 'AWS::ECS::TaskDefinition',
    name: 'Family',
    task: `Resource: 'arn:aws:states:::ecs:runTask', Parameters: {Cluster: c, TaskDefinition: !Ref X}`,
    action: 'ecs:RunTask',
    patterns: [`arn:aws:ecs:${HERE}:task-definition/NAME:*`, `arn:aws:ecs:${HERE}:task-definition/*`],
  },
];

function checked({ type, name, task, action }: Example, properties: string, resource: string) {
  const path = join(folder, 'template.yaml');
  writeFileSync(
    path,
    `Resources:
  X: {Type: ${type}${properties === '' ? '' : `, Properties: {${name}: ${properties}}`}}
  R: {Type: AWS::IAM::Role}
  P: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref R], PolicyDocument: {Statement: [{Effect: Allow, Action: [${action}], Resource: !Sub '${resource}'}]}}}
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt R.Arn
      Definition: {StartAt: A, States: {A: {Type: Task, ${task}, End: true}}}
`,
  );
  return runCheck([path, '--json'], { stdout: {}, stderr: { write: () => {} }, env: {} });
}

/** What is said of the action, by code. */
function codesOf(stdout: string, action: string): readonly string[] {
  const { problems }: { problems: readonly { readonly code: string; readonly message: string }[] } = JSON.parse(stdout);
  return problems.flatMap(({ code, message }) => (message.includes(action) ? [code] : []));
}

for (const example of EXAMPLES) {
  const { type, action, patterns } = example;
  describe(`the ARN of ${type}`, () => {
    for (const pattern of patterns) {
      it(`is allowed by ${pattern}`, async () => {
        const { stdout } = await checked(example, 'nightly', pattern.replace('NAME', 'nightly'));
        assert.deepEqual(
          codesOf(stdout, action).filter((code) => code !== 'wide-permission'),
          [],
          stdout,
        );
      });
    }

    it('is not allowed by the pattern for another name', async () => {
      const { stdout } = await checked(example, 'nightly', (patterns[0] ?? '').replace('NAME', 'weekly'));
      assert.ok(codesOf(stdout, action).includes('missing-permission'), stdout);
    });

    it('may have any name that CloudFormation makes up', async () => {
      const { stdout } = await checked(example, '', (patterns[0] ?? '').replace('NAME', 'weekly'));
      assert.ok(!codesOf(stdout, action).includes('missing-permission'), stdout);
    });
  });
}
