import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';
import { streams } from './golden.ts';

/** --extra-actions and --guess on the command line: docs/extra-actions.md. */

const PIPE = streams({ columns: undefined, colour: false });
const PLACE = ['--region', 'eu-west-1', '--account', '111122223333'];
const THING = 'arn:aws:newservice:eu-west-1:111122223333:thing/x';

const DEFINITION = {
  StartAt: 'Do it',
  States: {
    'Do it': {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:newservice:doIt',
      Parameters: { ThingName: 'x' },
      End: true,
    },
  },
};

function template(resource: string) {
  return {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [
            {
              PolicyName: 'p',
              PolicyDocument: {
                Statement: [{ Effect: 'Allow', Action: ['newservice:DoIt'], Resource: [resource] }],
              },
            },
          ],
        },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, Definition: DEFINITION },
      },
    },
  };
}

const EXTRA = `aws-sdk:newservice:doIt:
  - actions: [newservice:DoIt]
    resources: ["arn:\${Partition}:newservice:\${Region}:\${Account}:thing/{ThingName}"]
`;

let folder = '';
const file = (name: string) => join(folder, name);
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-extra-'));
  writeFileSync(file('w.asl.json'), JSON.stringify(DEFINITION));
  writeFileSync(file('right.json'), JSON.stringify(template(THING)));
  writeFileSync(file('wrong.json'), JSON.stringify(template(THING.replace('/x', '/y'))));
  writeFileSync(file('extra.yaml'), EXTRA);
  writeFileSync(file('same.json'), '{"aws-sdk:newservice:doIt": [{"actions": "newservice:Other", "resources": "*"}]}');
  writeFileSync(file('other.json'), '{"aws-sdk:newservice:more": [{"actions": "newservice:More", "resources": "*"}]}');
  writeFileSync(file('broken.yaml'), EXTRA.replace('DoIt', 'Do*'));
});
after(() => rmSync(folder, { recursive: true }));

const withExtra = () => ['--extra-actions', file('extra.yaml'), ...PLACE];

describe('--extra-actions', () => {
  it('makes generate, explain, diff and report know an operation that no table has', async () => {
    const generated = await runGenerate([file('w.asl.json'), ...withExtra()]);
    assert.equal(generated.status, 0);
    assert.deepEqual(JSON.parse(generated.stdout).Statement, [
      { Effect: 'Allow', Action: ['newservice:DoIt'], Resource: [THING] },
    ]);
    const explained = await runExplain([file('w.asl.json'), ...withExtra()], PIPE);
    assert.match(explained.stdout, /newservice:DoIt/);
    const same = await runDiff([file('w.asl.json'), file('w.asl.json'), ...withExtra()], PIPE);
    assert.match(same.stdout, /Nothing changes/);
    const page = await runReport([file('w.asl.json'), ...withExtra()], false);
    assert.match(page.stdout, /newservice:DoIt/);
  });

  it('makes check judge it: allowed, or missing', async () => {
    const right = await runCheck([file('right.json'), ...withExtra()], PIPE);
    assert.equal(right.status, 0, right.stdout);
    const wrong = await runCheck([file('wrong.json'), ...withExtra()], PIPE);
    assert.equal(wrong.status, 1);
    assert.ok(wrong.stdout.includes(THING));
  });

  it('takes several files, and refuses two of one operation', async () => {
    const two = await runGenerate([file('w.asl.json'), ...withExtra(), '--extra-actions', file('other.json')]);
    assert.equal(two.status, 0);
    await assert.rejects(
      runGenerate([file('w.asl.json'), ...withExtra(), '--extra-actions', file('same.json')]),
      /generate: aws-sdk:newservice:doIt is in .*extra\.yaml and in .*same\.json; keep one/,
    );
  });

  it('names the file, the operation and the entry that is wrong', async () => {
    await assert.rejects(
      runGenerate([file('w.asl.json'), '--extra-actions', file('broken.yaml')]),
      /broken\.yaml: aws-sdk:newservice:doIt: entry 1: "newservice:Do\*" is no IAM action/,
    );
    await assert.rejects(
      runGenerate([file('w.asl.json'), '--extra-actions', file('none.yaml')]),
      /none\.yaml: no such file; name a file of extra actions/,
    );
  });
});

describe('--guess', () => {
  it('is an error without it, and a warning with it where IAM has an action of that name', async () => {
    const name = file('guess.asl.json');
    writeFileSync(name, JSON.stringify(DEFINITION).replace('newservice:doIt', 'a2c:startDeploymentJob'));
    const without = await runGenerate([name, ...PLACE]);
    assert.equal(without.status, 1);
    assert.match(without.stderr, /IAM has a2c:StartDeploymentJob/);
    const guessed = await runGenerate([name, '--guess', ...PLACE]);
    assert.equal(guessed.status, 0);
    assert.match(guessed.stderr, /warning.*guess/);
    assert.deepEqual(JSON.parse(guessed.stdout).Statement[0].Action, ['a2c:StartDeploymentJob']);
  });

  it('guesses nothing that IAM does not have', async () => {
    const { status } = await runGenerate([file('w.asl.json'), '--guess', ...PLACE]);
    assert.equal(status, 1);
  });
});
