import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { runCheck } from '../../src/cli/check/command.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runFacts } from '../../src/cli/facts/command.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';
import { EmbeddedAws } from '../double/aws.ts';
import { ADMINISTRATOR } from '../double/permissions.ts';
import { ACCOUNT, REGION } from '../support/intrinsics.ts';
import { streams } from './golden.ts';

/** --live: the commands look facts up in AWS, here in an embedded one. */

const PIPE = streams({ columns: undefined, colour: false });
const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:orders`;
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`;
const UNREAD = /warning: .*sqs:GetQueue\w+ on arn:aws:sqs:.*:orders: it does not exist.* \[unread-facts\]\n/;
const FOUND = /sqs:GetQueueAttributes/;
const DEFINITION = {
  StartAt: 'Send',
  States: {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/orders`, MessageBody: 'a' },
      End: true,
    },
  },
};

mockClient(STSClient)
  .on(GetCallerIdentityCommand)
  .resolves({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/somebody` });
const aws = new EmbeddedAws();
let folder = '';
let definition = '';
before(async () => {
  await aws.start();
  process.env['AWS_ENDPOINT_URL'] = aws.endpoint;
  process.env['AWS_ACCESS_KEY_ID'] = ADMINISTRATOR;
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  folder = mkdtempSync(join(tmpdir(), 'rolefit-live-'));
  definition = file('a.asl.json', DEFINITION);
});
after(async () => {
  await aws.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => aws.resources.clear());

function file(name: string, json: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(json));
  return path;
}

const live = () => [definition, '--region', REGION, '--account', ACCOUNT, '--live'];

describe('--live', () => {
  it('finds the key of a queue, which facts prints for a run without AWS', async () => {
    aws.resources.set(QUEUE, { key: KEY });
    const { stdout, stderr } = await runGenerate(live());
    assert.ok(stdout.includes(KEY));
    assert.equal(stderr, '');
    const printed = await runFacts(live());
    assert.match(printed.stdout, /^ {2}# from AWS \(sqs:GetQueueAttributes.*\)\n {2}key: arn:aws:kms:/m);
    const facts = join(folder, 'facts.yaml');
    writeFileSync(facts, printed.stdout);
    const offline = await runGenerate([...live().slice(0, -1), '--facts', facts]);
    assert.equal(offline.stdout, stdout);
  });

  it('counts after the command line and before a file', async () => {
    aws.resources.set(QUEUE, { key: KEY });
    const stated = await runGenerate([...live(), '--resource-key', `${QUEUE}=none`]);
    assert.doesNotMatch(stated.stdout, /kms:/);
    const { stdout, stderr } = await runGenerate([
      ...live(),
      '--facts',
      file('none.json', { [QUEUE]: { key: 'none' } }),
    ]);
    assert.ok(stdout.includes(KEY));
    assert.match(stderr, /\[contradicting-facts\]/);
  });

  it('warns of what cannot be read, and the policy is what it is without', async () => {
    const { stdout, stderr, status } = await runGenerate(live());
    assert.deepEqual(stdout, (await runGenerate(live().slice(0, -1))).stdout);
    assert.match(stderr, UNREAD);
    assert.equal(status, 0);
    assert.match((await runFacts(live())).stderr, UNREAD);
  });

  it('is an option of explain, report, check and diff', async () => {
    aws.resources.set(QUEUE, { key: KEY });
    assert.match((await runExplain(live(), PIPE)).stdout, FOUND);
    assert.match((await runReport(live(), false)).stdout, FOUND);
    assert.match((await runDiff(['/dev/null', ...live()], PIPE)).stdout, FOUND);
    const machine = { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: DEFINITION } };
    const template = file('template.json', { Resources: { Orders: machine } });
    const { stdout } = await runCheck([template, ...live().slice(1), '--json'], PIPE);
    assert.ok(stdout.includes(KEY));
  });

  it('asks nobody where nothing is open', async () => {
    const idle = file('idle.asl.json', { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    const { stderr } = await runGenerate([idle, '--live']);
    assert.equal(stderr, '');
  });
});
