import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { runFacts } from '../../src/cli/facts/command.ts';
import { Failure } from '../../src/cli/failure.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';

const sfn = mockClient(SFNClient);

const ORDERS = 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders';
const VERSION = `${ORDERS}:7`;
const PIPE = { stdout: {}, stderr: { write: () => {} }, env: {} };

const definition = (table: string) =>
  JSON.stringify({
    StartAt: 'Get',
    States: {
      Get: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: { TableName: table, Key: {} },
        End: true,
      },
    },
  });

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-'));
});
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  sfn.reset();
  const roleArn = 'arn:aws:iam::111122223333:role/OrdersRole';
  const logging = { loggingConfiguration: { level: 'ALL' as const } };
  const common = { roleArn, type: 'STANDARD' as const, ...logging };
  sfn
    .on(DescribeStateMachineCommand, { stateMachineArn: ORDERS })
    .resolves({ ...common, definition: definition('orders') })
    .on(DescribeStateMachineCommand, { stateMachineArn: VERSION })
    .resolves({ ...common, definition: definition('old-orders') });
});

describe('every command reads a deployed state machine by its ARN', () => {
  it('generate, with its Region, account and settings', async () => {
    const { stdout, status } = await runGenerate([ORDERS]);
    assert.equal(status, 0);
    assert.match(stdout, /"arn:aws:dynamodb:eu-west-1:111122223333:table\/orders"/);
    assert.match(stdout, /logs:CreateLogDelivery/);
  });

  it('explain', async () => {
    const { stdout } = await runExplain([ORDERS], PIPE);
    assert.match(stdout, /stateMachine:orders/);
    assert.match(stdout, /dynamodb:GetItem/);
  });

  it('diff, of two ARNs, such as a version and what is deployed now', async () => {
    const { stdout } = await runDiff([VERSION, ORDERS, '--json'], PIPE);
    assert.deepEqual(JSON.parse(stdout).stateMachines[0].counts, { added: 1, removed: 1, wildcards: 0 });
  });

  it('diff, of what is deployed and a file', async () => {
    const file = join(folder, 'orders.asl.json');
    writeFileSync(file, definition('orders'));
    const place = ['--region', 'eu-west-1', '--account', '111122223333', '--logging'];
    const { status } = await runDiff([ORDERS, file, ...place, '--exit-code'], PIPE);
    assert.equal(status, 0);
  });

  it('report, with its name for a title', async () => {
    const output = join(folder, 'page.html');
    await runReport([ORDERS, '-o', output], false);
    assert.match(readFileSync(output, 'utf8'), /<title>orders/);
  });

  it('facts', async () => {
    const { stdout } = await runFacts([ORDERS]);
    assert.match(stdout, /arn:aws:dynamodb:eu-west-1:111122223333:table\/orders/);
  });
});

describe('a state machine that cannot be read is named, by the command that was run', () => {
  const refused = (name: string) => Object.assign(new Error('it says so'), { name });

  it('where there is none', async () => {
    sfn.on(DescribeStateMachineCommand).rejects(refused('StateMachineDoesNotExist'));
    await assert.rejects(runGenerate([ORDERS]), new Failure(`generate: ${ORDERS} does not exist in this account`));
  });

  it('where nothing allows it', async () => {
    sfn.on(DescribeStateMachineCommand).rejects(refused('AccessDeniedException'));
    await assert.rejects(
      runExplain([ORDERS], PIPE),
      new Failure(
        `explain: access denied for states:DescribeStateMachine on ${ORDERS}: allow it for the credentials in use (it says so)`,
      ),
    );
  });

  it('without credentials', async () => {
    sfn.on(DescribeStateMachineCommand).rejects(refused('CredentialsProviderError'));
    await assert.rejects(
      runFacts([ORDERS]),
      new Failure('facts: states:DescribeStateMachine needs AWS credentials; log in, or set AWS_PROFILE (it says so)'),
    );
  });

  for (const arn of [
    'arn:aws:iam::111122223333:role/OrdersRole',
    'arn:aws:states:eu-west-1:111122223333:execution:orders:1',
    'arn:aws:lambda:eu-west-1:111122223333:function:orders',
  ]) {
    it(`where ${arn} is another thing`, async () => {
      await assert.rejects(
        runGenerate([arn]),
        new Failure(
          `generate: ${arn} is no state machine's ARN, which has the form arn:aws:states:REGION:ACCOUNT:stateMachine:NAME`,
        ),
      );
    });
  }

  it('with options of templates', async () => {
    await assert.rejects(
      runGenerate([ORDERS, '--state-machine', 'A']),
      new Failure(`generate: --state-machine is for templates, and ${ORDERS} is deployed; leave it out`),
    );
  });
});
