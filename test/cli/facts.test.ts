import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runCheck } from '../../src/cli/check/command.ts';
import { runDiff } from '../../src/cli/diff/command.ts';
import { runExplain } from '../../src/cli/explain/command.ts';
import { FACTS_HELP, runFacts } from '../../src/cli/facts/command.ts';
import { Failure } from '../../src/cli/failure.ts';
import { runGenerate } from '../../src/cli/generate/command.ts';
import { runReport } from '../../src/cli/report/command.ts';
import { run, streams } from './golden.ts';

/** Facts on the command line: docs/facts.md. */

const PIPE = { columns: undefined, colour: false };
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ROLE = 'arn:aws:iam::111122223333:role/nightly-task';
const PLACE = ['--region', 'eu-west-1', '--account', '111122223333'];

const DEFINITION = {
  StartAt: 'Send order',
  States: {
    'Send order': {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders', MessageBody: 'a' },
      Next: 'Nightly report',
    },
    'Nightly report': {
      Type: 'Task',
      Resource: 'arn:aws:states:::ecs:runTask',
      Parameters: { TaskDefinition: 'nightly' },
      End: true,
    },
  },
};

const TEMPLATE = {
  Resources: {
    Key: { Type: 'AWS::KMS::Key' },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
    Plain: { Type: 'AWS::SQS::Queue' },
    TaskRole: { Type: 'AWS::IAM::Role' },
    Tasks: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: { Family: 'nightly', TaskRoleArn: { 'Fn::GetAtt': ['TaskRole', 'Arn'] } },
    },
    First: machine({ 'Fn::GetAtt': ['Queue', 'QueueUrl'] }),
    Second: machine({ 'Fn::GetAtt': ['Plain', 'QueueUrl'] }),
  },
};

function machine(url: object) {
  const { States } = DEFINITION;
  const send = { ...States['Send order'], Parameters: { QueueUrl: url, MessageBody: 'a' } };
  return {
    Type: 'AWS::Serverless::StateMachine',
    Properties: { Definition: { ...DEFINITION, States: { ...States, 'Send order': send } } },
  };
}

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolefit-facts-'));
});
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** The resources that a policy allows this action on. */
async function allowed(action: string, args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runGenerate(args);
  const statements: readonly Statement[] = JSON.parse(stdout).Statement;
  return statements.flatMap(({ Action, Resource }) => (Action.includes(action) ? Resource : []));
}

describe('facts on the command line', () => {
  it('are in a file, in YAML or JSON, in several files', async () => {
    const definition = file('a.asl.json', DEFINITION);
    const yaml = file('facts.yaml', `${QUEUE}: { key: ${KEY} }\n`);
    const json = file('facts.json', { 'arn:aws:ecs:*:*:task-definition/nightly': { roles: [ROLE] } });
    const args = [definition, '--facts', yaml, '--facts', json];
    assert.deepEqual(await allowed('kms:GenerateDataKey', args), [KEY]);
    assert.deepEqual(await allowed('iam:PassRole', args), [ROLE]);
  });

  it('are the key of a resource or of a pattern, whose name may have an equals sign', async () => {
    const definition = file('a.asl.json', DEFINITION);
    for (const resource of [QUEUE, 'arn:*:sqs:*:*:*', 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:ord*']) {
      assert.deepEqual(await allowed('kms:Decrypt', [definition, '--resource-key', `${resource}=${KEY}`]), [KEY]);
    }
    const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a=b';
    await runGenerate([definition, '--resource-key', `${secret}=${KEY}`, '--resource-key', `${QUEUE}=none`]);
  });

  it('are the roles that are handed over, in any partition and account', async () => {
    const definition = file('a.asl.json', DEFINITION);
    for (const place of [[], PLACE, ['--partition', 'aws-cn', '--account', '999999999999']]) {
      const roles = await allowed('iam:PassRole', [
        definition,
        ...place,
        '--pass-role',
        ROLE,
        '--pass-role',
        `${ROLE}-2`,
      ]);
      assert.deepEqual(roles, [ROLE, `${ROLE}-2`]);
    }
  });

  it('have the Region and the account of the command line', async () => {
    const definition = file('a.asl.json', DEFINITION);
    const facts = file(
      'place.yaml',
      `${QUEUE}: { key: 'arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/a' }\n`,
    );
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/a';
    assert.deepEqual(await allowed('kms:Decrypt', [definition, ...PLACE, '--facts', facts]), [key]);
    const open = 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/a';
    assert.deepEqual(await allowed('kms:Decrypt', [definition, '--facts', facts]), [open]);
  });

  it('count before those of a file, with a warning where they differ', async () => {
    const definition = file('a.asl.json', DEFINITION);
    const facts = file('facts.yaml', `${QUEUE}: { key: ${KEY} }\n`);
    const { stdout, stderr } = await runGenerate([definition, '--facts', facts, '--resource-key', `${QUEUE}=none`]);
    assert.doesNotMatch(stdout, /kms:/);
    assert.match(
      stderr,
      /is none according to the command line \(--resource-key\), and arn:aws:kms:.*\[contradicting-facts\]/,
    );
  });

  const FAILURES: Readonly<Record<string, readonly [args: () => readonly string[], message: RegExp]>> = {
    'a file that is not there': [
      () => ['--facts', join(folder, 'no.yaml')],
      /no\.yaml: no such file; name a facts file/,
    ],
    'a wrong fact': [
      () => ['--facts', file('bad.yaml', `${QUEUE}:\n  kmsKey: a\n`)],
      /bad\.yaml: arn:aws:sqs:.*:orders: field kmsKey: an SQS queue has no such field; it has key$/,
    ],
    'a fact that stands twice': [
      () => ['--facts', file('twice.yaml', `${QUEUE}: {key: none}\n${QUEUE}: {key: none}\n`)],
      /twice\.yaml: .* stands twice \(line 2/,
    ],
    'files that contradict each other': [
      () => [
        '--facts',
        file('one.yaml', `${QUEUE}: {key: none}\n`),
        '--facts',
        file('two.yaml', `${QUEUE}: {key: ${KEY}}\n`),
      ],
      /the key of arn:aws:sqs:.* is "none" in .*one\.yaml and "arn:aws:kms:.*" in .*two\.yaml; keep one/,
    ],
    'options that contradict each other': [
      () => ['--bucket-key', `a=${KEY}`, '--resource-key', 'arn:aws:s3:::a=none'],
      /the key of arn:aws:s3:::a is "none" in --resource-key and .* in --bucket-key/,
    ],
    'a key of no resource': [() => ['--resource-key', KEY], /--resource-key ".*" does not have the form ARN=KEY/],
    'a key of a wrong form': [() => ['--resource-key', `${QUEUE}=orders`], /field key: "orders" is not valid; write/],
    'a resource without a key': [() => ['--resource-key', `orders=${KEY}`], /orders: is no ARN/],
    'a role that is none': [() => ['--pass-role', 'nightly-task'], /--pass-role "nightly-task" is not a role's ARN/],
  };
  for (const [what, [args, message]] of Object.entries(FAILURES)) {
    it(`end with one line: ${what}`, async () => {
      const definition = file('a.asl.json', DEFINITION);
      await assert.rejects(runGenerate([definition, ...args()]), (error) => {
        assert.ok(error instanceof Failure);
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      });
    });
  }
});

describe('what rests on a fact says so', () => {
  const args = () => [file('a.asl.json', DEFINITION), '--resource-key', `${QUEUE}=${KEY}`, '--pass-role', ROLE];

  it('in generate --json, with the questions and their answers', async () => {
    const { stdout } = await runGenerate([...args(), ...PLACE, '--json']);
    const { calls, facts } = JSON.parse(stdout);
    const origin = { kind: 'fact', fact: 'key', of: QUEUE, source: 'commandLine', place: '--resource-key' };
    const grants: readonly { readonly purpose: string; readonly origins: readonly object[] }[] = calls[1].grants;
    assert.deepEqual(grants.find(({ purpose }) => purpose === 'encryption')?.origins, [origin]);
    assert.deepEqual(facts, [
      {
        resource: QUEUE,
        fact: 'key',
        answer: { value: KEY, resource: QUEUE, source: 'commandLine', place: '--resource-key' },
      },
      { resource: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*', fact: 'roles' },
      {
        resource: 'arn:aws:iam::111122223333:role/*',
        fact: 'roles',
        answer: { value: [ROLE], resource: 'arn:*:iam::*:role/*', source: 'commandLine', place: '--pass-role' },
      },
    ]);
  });

  it('in explain', async () => {
    const text = (await run(runExplain, args(), PIPE)).replaceAll(/[\s│|]+/g, ' ');
    assert.match(
      text,
      /the key of arn:aws:sqs:eu-west-1:111122223333:orders, from the command line \(--resource-key\)/,
    );
    assert.match(text, /a role that is passed where nothing names one, from the command line \(--pass-role\)/);
  });

  it('in the report', async () => {
    const { stdout } = await runReport(args(), false);
    assert.match(stdout, /from the command line \(--resource-key\)/);
  });

  it('in check and diff, which take the same options', async () => {
    const template = file('template.json', TEMPLATE);
    const key = ['--resource-key', `arn:*:sqs:*:*:*=${KEY}`];
    const { stdout } = await runCheck([template, ...key, '--json'], streams(PIPE));
    assert.ok(stdout.includes(KEY));
    const definition = file('a.asl.json', DEFINITION);
    const diffed = await runDiff(['/dev/null', definition, '--resource-key', `${QUEUE}=${KEY}`], streams(PIPE));
    assert.match(diffed.stdout.replaceAll(/\s+/g, ' '), /from the command line \(--resource-key\)/);
  });
});

describe('rolefit facts', () => {
  it('explains itself in 120 columns', async () => {
    assert.equal((await runFacts(['--help'])).stdout, FACTS_HELP);
    for (const line of FACTS_HELP.split('\n')) assert.ok(line.length <= 120, line);
  });

  it('prints the facts of all state machines of a template, once', async () => {
    const { stdout, stderr, status } = await runFacts([file('template.json', TEMPLATE), ...PLACE, '--json']);
    assert.deepEqual([stderr, status], ['', 0]);
    const { resources, unknown } = JSON.parse(stdout);
    assert.deepEqual(resources, {
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*': {
        roles: ['arn:aws:iam::111122223333:role/${TaskRole}'],
      },
      'arn:aws:sqs:eu-west-1:111122223333:${Plain.QueueName}': { key: 'none' },
      'arn:aws:sqs:eu-west-1:111122223333:${Queue.QueueName}': {
        key: 'arn:aws:kms:eu-west-1:111122223333:key/${Key}',
      },
    });
    assert.deepEqual(unknown, []);
  });

  it('prints a file that is valid and gives the same policy without the template', async () => {
    const template = file('template.json', TEMPLATE);
    for (const [target, options] of [
      [file('a.asl.json', DEFINITION), ['--resource-key', `${QUEUE}=alias/orders`, '--pass-role', ROLE]],
      [file('a.asl.json', DEFINITION), ['--facts', file('some.yaml', `arn:*:sqs:*:*:o*: {key: ${KEY}}\n`)]],
      [template, ['--state-machine', 'First']],
    ] as const) {
      const printed = file('printed.yaml', (await runFacts([target, ...PLACE, ...options])).stdout);
      const known = await runGenerate([target, ...PLACE, ...options]);
      // Of the template, only the definition stays: its facts are in the file alone.
      const bare = target === template ? bareTemplate() : target;
      const selected = options.slice(0, target === template ? 2 : 0);
      const { stdout } = await runGenerate([bare, ...PLACE, ...selected, '--facts', printed]);
      assert.deepEqual(JSON.parse(stdout), JSON.parse(known.stdout));
    }
  });

  it('is complete when nothing is asked', async () => {
    const idle = file('idle.asl.json', { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } });
    const { stdout, status } = await runFacts([idle]);
    assert.equal(status, 0);
    assert.match(stdout, /^# Facts of the resources that .*\n# Everything that was asked is known\.\n$/);
  });

  it('can be filled in as its first lines say, also where nothing is known', async () => {
    const definition = file('a.asl.json', DEFINITION);
    const { stdout } = await runFacts([definition, ...PLACE]);
    const filled = stdout.replace(/^# (arn:\S+orders:)\n# ( +key:) #.*$/m, `$1\n$2 ${KEY}`);
    assert.notEqual(filled, stdout);
    const args = [definition, ...PLACE, '--facts', file('filled.yaml', filled)];
    assert.deepEqual(await allowed('kms:GenerateDataKey', args), [KEY]);
  });

  it('says which state machine cannot be read', async () => {
    const { status, stderr } = await runFacts(['test/cli/fixtures/template.yaml']);
    assert.equal(status, 1);
    assert.match(stderr, /template\.yaml Elsewhere: error: /);
  });
});

/** The same names, and no property that says a fact. */
function bareTemplate(): string {
  const { Queue, Plain, ...others } = TEMPLATE.Resources;
  const unknown = { KmsMasterKeyId: { Ref: 'Unknown' } };
  const bare = { ...others, Queue: { ...Queue, Properties: unknown }, Plain: { ...Plain, Properties: unknown } };
  const Tasks = { ...others.Tasks, Properties: { Family: 'nightly', TaskRoleArn: { Ref: 'Unknown' } } };
  return file('bare.json', { Parameters: { Unknown: { Type: 'String' } }, Resources: { ...bare, Tasks } });
}
