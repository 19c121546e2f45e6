import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fit } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { askedBy } from '../../src/cli/facts/asked.ts';
import type { ResourceFacts, StatedFacts } from '../../src/facts/fact.ts';
import { factsOf } from '../../src/facts/facts.ts';
import { parseFacts } from '../../src/facts/file.ts';
import { type AskedFact, factsJson, factsYaml } from '../../src/facts/print.ts';
import { KEY, QUEUE } from './cases.ts';

/** What `rolefit facts` prints is a facts file that can be used as it is. */

const PLACE = { region: 'eu-west-1', account: '111122223333' } as const;
const OTHER_KEY = 'arn:aws:kms:eu-west-1:111122223333:key/other';
const ROLE = 'arn:aws:iam::111122223333:role/task';

function task(api: string, parameters: JsonObject, next: string): JsonObject {
  return { Type: 'Task', Resource: `arn:aws:states:::${api}`, Parameters: parameters, Next: next };
}

const DEFINITION: JsonObject = {
  StartAt: 'Order',
  States: {
    Order: task('sqs:sendMessage', { QueueUrl: QUEUE_URL('orders'), MessageBody: 'a' }, 'Pattern'),
    Pattern: task(
      'sqs:sendMessage',
      { 'QueueUrl.$': `States.Format('${QUEUE_URL('orders-{}')}', $.a)`, MessageBody: 'a' },
      'Any',
    ),
    Any: task('sqs:sendMessage', { 'QueueUrl.$': '$.queue', MessageBody: 'a' }, 'Task'),
    Task: task('ecs:runTask', { TaskDefinition: 'nightly' }, 'Revision'),
    Revision: task('ecs:runTask', { TaskDefinition: 'nightly:7' }, 'Job'),
    Job: task('glue:startJobRun', { JobName: 'a' }, 'Done'),
    Done: { Type: 'Succeed' },
  },
};

const CONTENTS: JsonObject = {
  StartAt: 'Sync',
  States: {
    Sync: task('ecs:runTask.sync', { TaskDefinition: 'nightly' }, 'Log'),
    Log: task(
      'aws-sdk:cloudwatchlogs:putLogEvents',
      { LogGroupName: 'app', LogStreamName: 's', LogEvents: [] },
      'Object',
    ),
    Object: task('aws-sdk:s3:getObject', { Bucket: 'reports', Key: 'a' }, 'Cluster'),
    Cluster: task(
      'elasticmapreduce:createCluster',
      { Name: 'n', Instances: {}, ServiceRole: 'cluster', JobFlowRole: 'known' },
      'Done',
    ),
    Done: { Type: 'Succeed' },
  },
};

function QUEUE_URL(name: string): string {
  return `https://sqs.eu-west-1.amazonaws.com/111122223333/${name}`;
}

function stated(resource: string, facts: ResourceFacts): StatedFacts {
  return { resource, facts, source: 'template', place: 'template.yaml Queue' };
}

async function printed(facts: readonly StatedFacts[]) {
  const fitted = await fit(DEFINITION, { ...PLACE, facts });
  return { fitted, asked: askedBy(fitted) };
}

describe('the printed facts', () => {
  it('say who states them, and leave a field to fill in where nobody does', async () => {
    const { asked } = await printed([stated(QUEUE, { key: 'none' })]);
    assert.equal(
      factsYaml(asked, 'orders.asl.json'),
      `# Facts of the resources that orders.asl.json names, for --facts.
# Not known: 5 facts, in comments. Fill in what you know, and remove the # before the resource and the fact.

# For: Task
# arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*:
#   roles: # a list of the ARNs of IAM roles (arn:aws:iam::ACCOUNT:role/NAME), or [] if it names none

# For: Revision
# arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:7:
#   roles: # a list of the ARNs of IAM roles (arn:aws:iam::ACCOUNT:role/NAME), or [] if it names none

# For: Revision, Task
# arn:aws:iam::111122223333:role/*:
#   roles: # a list of the ARNs of the IAM roles that tasks pass where nothing names one, as with --pass-role

# For: Any
# arn:aws:sqs:*:*:*:
#   key: # the ARN of a customer managed key (arn:aws:kms:REGION:ACCOUNT:key/ID) or of its alias, alias/NAME, or none

# For: Any, Order
arn:aws:sqs:eu-west-1:111122223333:orders:
  # from the template (template.yaml Queue)
  key: none

# For: Pattern
# arn:aws:sqs:eu-west-1:111122223333:orders-*:
#   key: # the ARN of a customer managed key (arn:aws:kms:REGION:ACCOUNT:key/ID) or of its alias, alias/NAME, or none
`,
    );
  });

  it('name the states that use what stands in a resource, and no others', async () => {
    const profile = 'arn:aws:iam::111122223333:instance-profile/known';
    const asked = askedBy(await fit(CONTENTS, { ...PLACE, facts: [stated(profile, { roles: [ROLE] })] }));
    assert.deepEqual(
      Object.fromEntries(asked.map(({ resource, states }) => [resource.split(':').slice(2).join(':'), states])),
      {
        'events:eu-west-1:111122223333:event-bus/default': ['Sync'],
        'iam::111122223333:role/*': ['Sync'],
        'iam::111122223333:role/cluster': ['Cluster'],
        'iam::111122223333:instance-profile/known': ['Cluster'],
        'ecs:eu-west-1:111122223333:task-definition/nightly:*': ['Sync'],
        'logs:eu-west-1:111122223333:log-group:app': ['Log'],
        's3:::reports': ['Object'],
      },
    );
  });

  it('are a valid file when nothing is known, and when nothing was asked', async () => {
    const { asked } = await printed([]);
    assert.deepEqual(parseFacts(factsYaml(asked, '-')), []);
    assert.deepEqual(parseFacts(factsYaml([], '-')), []);
    assert.deepEqual(factsJson([]), { resources: {}, unknown: [] });
  });

  it('are valid where somebody fills them in', async () => {
    const { asked } = await printed([stated('arn:aws:kms:eu-west-1:111122223333:alias/orders', { key: KEY })]);
    const file = factsYaml(asked, 'a')
      .replaceAll(/^# (?=arn:|\$\{| {2})/gm, '')
      .replaceAll(/^( {2}key:) #.*/gm, '$1 alias/orders')
      .replaceAll(/^( {2}roles:) #.*/gm, '$1 []')
      .replace(/(?<=sqs:\*:\*:\*:\n.*)alias\/orders/, 'none');
    const filled = await fit(DEFINITION, { ...PLACE, facts: parseFacts(file) });
    assert.deepEqual(
      filled.questions.map(({ answer }) => answer?.source),
      filled.questions.map(({ resource }) => (resource.includes(':alias/') ? undefined : 'file')),
    );
  });

  it('in JSON have a facts file and the list of what is unknown', async () => {
    const { asked } = await printed([stated(QUEUE, { key: KEY })]);
    const { resources, unknown } = factsJson(asked);
    assert.deepEqual(
      parseFacts(JSON.stringify(resources)).map(({ facts }) => facts),
      [{ key: KEY }],
    );
    assert.deepEqual(unknown[0], {
      resource: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly:*',
      fact: 'roles',
      states: ['Task'],
    });
  });

  it('give the same policy as the sources that they come from', async () => {
    const key = fc.constantFrom('none', KEY, OTHER_KEY, 'arn:aws:kms:eu-west-1:111122223333:alias/orders');
    const roles = fc.subarray([ROLE, `${ROLE}-2`]);
    const queues = [
      QUEUE,
      `${QUEUE}-*`,
      `${QUEUE}-a`,
      `${QUEUE}-a*`,
      'arn:*:sqs:*:*:*',
      'arn:aws:sqs:us-east-1:111122223333:x',
    ];
    const tasks = ['nightly', 'nightly:7', 'nightly:*', '*'].map(
      (name) => `arn:aws:ecs:eu-west-1:111122223333:task-definition/${name}`,
    );
    const place = {
      source: fc.constant('aws' as const),
      place: fc.constantFrom('a', 'b: # c', 'd\n- e', 'é\u2028'),
    };
    const one = fc.oneof(
      fc.record({ resource: fc.constantFrom(...queues), facts: fc.record({ key }), ...place }),
      fc.record({ resource: fc.constantFrom(...tasks, 'arn:*:iam::*:role/*'), facts: fc.record({ roles }), ...place }),
      fc.record({
        resource: fc.constant('arn:aws:kms:eu-west-1:111122223333:alias/orders'),
        facts: fc.record({ key: fc.constantFrom(KEY, OTHER_KEY) }),
        ...place,
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(one, { selector: ({ resource }) => resource }), async (facts) => {
        const { fitted, asked } = await printed(facts);
        const file = parseFacts(factsYaml(asked, 'a\n{b}'));
        const json = parseFacts(JSON.stringify(factsJson(asked).resources));
        assert.deepEqual(json, file);
        const again = await fit(DEFINITION, { ...PLACE, facts: file });
        assert.deepEqual(again.policy, fitted.policy);
      }),
      { numRuns: 300 },
    );
  });

  it('quote what YAML would read otherwise', () => {
    const asked = (resource: string, key: string): readonly AskedFact[] => {
      const facts = factsOf([stated(resource, { key })]);
      facts.of(resource, 'key');
      return facts.questions().map((question) => ({ ...question, states: ['a\nb', '#'] }));
    };
    for (const [resource, value] of [
      ['${Queue}', '${Key.Arn}'],
      ['arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue}', KEY],
      ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:a#b"c\'d,[e]&*!|>%@`', 'none'],
      ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:é\\n', 'none'],
    ] as const) {
      const text = factsYaml(asked(resource, value), 'a');
      assert.deepEqual(
        parseFacts(text).map(({ resource: name, facts }) => [name, facts.key]),
        [[resource, value]],
        text,
      );
    }
  });

  it('leave out what no facts file can state, and say so', () => {
    const question = (resource: string, name: 'key' | 'roles', facts: readonly StatedFacts[]): readonly AskedFact[] => {
      const all = factsOf(facts);
      all.of(resource, name);
      return all.questions().map((each) => ({ ...each, states: [] }));
    };
    const lambda = 'arn:aws:lambda:eu-west-1:111122223333:function:a';
    const odd = factsYaml(
      [
        ...question(lambda, 'key', [stated(lambda, { key: KEY })]),
        ...question(QUEUE, 'key', [stated(QUEUE, { key: 'a ${Key} of some kind' })]),
      ],
      'a',
    );
    assert.match(odd, /^# No facts file can state the key of arn:aws:lambda:.*: "arn:aws:kms:/m);
    assert.match(odd, /^# No facts file can state this key: "a \$\{Key\} of some kind", from the template/m);
    assert.deepEqual(parseFacts(odd), []);
  });

  it('leave open what two state machines answer differently', () => {
    const of = (key: string): readonly AskedFact[] => {
      const facts = factsOf([stated(QUEUE, { key })]);
      facts.of(QUEUE, 'key');
      return facts.questions().map((each) => ({ ...each, states: ['A'] }));
    };
    const text = factsYaml([...of('none'), ...of(KEY)], 'cdk.out');
    assert.match(text, /^# The key differs from one state machine to another: "none", from .*; "arn:aws:kms:/m);
    assert.deepEqual(parseFacts(text), []);
    assert.equal(parseFacts(factsYaml([...of(KEY), ...of(KEY)], 'cdk.out')).length, 1);
  });
});
