import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fit } from '../../src/analysis/fit.ts';
import { neighbourOf } from '../../src/template/facts/neighbours.ts';
import { machinesIn } from '../../src/template/machines.ts';
import { writeOutAll } from '../../src/template/placeholder.ts';
import { readTemplate } from '../../src/template/read.ts';
import { machineSettings } from '../../src/template/settings.ts';

/** What a definition calls in another stack, whose ARN, URL or name it imports. */

const PLACE = '${AWS::Region}:${AWS::AccountId}';

function exporting(resources: string, outputs: Readonly<Record<string, string>>): string {
  const lines = Object.entries(outputs).map(
    ([name, value], index) => `  O${index}: {Value: ${value}, Export: {Name: '${name}'}}\n`,
  );
  return `Resources:\n  ${resources}\nOutputs:\n${lines.join('')}`;
}

function task(resource: string, parameters: string): string {
  return `Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::111122223333:role/r
      Definition: {StartAt: A, States: {A: {Type: Task, Resource: '${resource}', Parameters: ${parameters}, End: true}}}
`;
}

/** The resources that the policy names, and what each imported name in them is made of. */
async function resourcesOf(template: string, others: Readonly<Record<string, string>>) {
  const read = () => undefined;
  const neighbours = Object.entries(others).map(([file, text]) =>
    neighbourOf(readTemplate(text), { file, read, values: {}, stack: file.replace('.yaml', '') }),
  );
  const { machines, placeholders, facts } = machinesIn(readTemplate(template), { file: 'shop.yaml', read, neighbours });
  const [machine] = machines;
  assert.equal(machine?.definition.kind, 'found');
  const settings = machineSettings(machine.settings, placeholders);
  const { policy } = await fit(writeOutAll(machine.definition.json, placeholders), { ...settings, facts });
  const resources = policy.Statement.flatMap(({ Resource }) => Resource);
  const names = resources.flatMap((each) => each.match(/\$\{Imported\w+\}/g) ?? []);
  return { resources, made: names.map((name) => placeholders[name]?.intrinsic) };
}

const SEND = 'arn:aws:states:::sqs:sendMessage';
const QUEUE = 'Queue: {Type: AWS::SQS::Queue}';
const TABLE = 'Table: {Type: AWS::DynamoDB::Table}';
const imported = (name: string) => ({ 'Fn::ImportValue': name });
const part = (index: number, separator: string, name: string) => ({
  'Fn::Select': [index, { 'Fn::Split': [separator, imported(name)] }],
});

describe('an import is what the exporting stack says it is', () => {
  const CASES: readonly (readonly [string, string, string, string, unknown])[] = [
    [
      "a queue's URL tells its ARN",
      exporting(QUEUE, { 'other:Url': '!Ref Queue' }),
      task(SEND, '{QueueUrl: !ImportValue "other:Url", MessageBody: a}'),
      `arn:aws:sqs:${PLACE}:\${ImportedotherQueueQueueName}`,
      part(4, '/', 'other:Url'),
    ],
    [
      "a table's ARN tells its name",
      exporting(TABLE, { 'other:Arn': '!GetAtt Table.Arn' }),
      task('arn:aws:states:::dynamodb:getItem', '{TableName: !ImportValue "other:Arn", Key: {}}'),
      'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${ImportedotherTable}',
      part(1, '/', 'other:Arn'),
    ],
    [
      "a table's name",
      exporting(TABLE, { 'other:Name': '!Ref Table' }),
      task('arn:aws:states:::dynamodb:getItem', '{TableName: !ImportValue "other:Name", Key: {}}'),
      `arn:aws:dynamodb:${PLACE}:table/\${ImportedotherTable}`,
      imported('other:Name'),
    ],
  ];
  for (const [title, other, template, resource, intrinsic] of CASES) {
    test(title, async () => {
      assert.deepEqual(await resourcesOf(template, { 'other.yaml': other }), {
        resources: [resource],
        made: [intrinsic],
      });
    });
  }

  test('resources of two stacks with the same logical ID have two names', async () => {
    const template = task('arn:aws:states:::aws-sdk:dynamodb:batchGetItem', '{RequestItems: {}}').replace(
      '{A: ',
      `{B: {Type: Task, Resource: '${SEND}', Parameters: {QueueUrl: !ImportValue 'a:Url', MessageBody: a}, End: true}, C: {Type: Task, Resource: '${SEND}', Parameters: {QueueUrl: !ImportValue 'b:Url', MessageBody: a}, End: true}, A: `,
    );
    const stack = (name: string) => exporting(QUEUE, { [`${name}:Url`]: '!Ref Queue' });
    const files = { 'x-y.yaml': stack('a'), 'xy.yaml': stack('b') };
    const { resources } = await resourcesOf(
      template
        .replace('StartAt: A', 'StartAt: B')
        .replaceAll(/(B|C): \{Type: Task(.*?)End: true\}/g, '$1: {Type: Task$2Next: NEXT$1}')
        .replace('NEXTB', 'C')
        .replace('NEXTC', 'A'),
      files,
    );
    const queues = resources.filter((each) => each.includes(':sqs:'));
    assert.deepEqual(queues, [
      `arn:aws:sqs:${PLACE}:\${ImportedxyQueueQueueName2}`,
      `arn:aws:sqs:${PLACE}:\${ImportedxyQueueQueueName}`,
    ]);
  });

  const OUTPUT = (more: string) =>
    task(SEND, `{QueueUrl: {'Fn::GetStackOutput': {StackName: other, OutputName: O0${more}}}, MessageBody: a}`);
  const URL = exporting(QUEUE, { 'other:Url': '!Ref Queue' });
  for (const [what, more, resource] of [
    ['an output of a stack in the same Region', '', `arn:aws:sqs:${PLACE}:\${ImportedotherQueueQueueName}`],
    ['… that is named', ', Region: !Ref AWS::Region', `arn:aws:sqs:${PLACE}:\${ImportedotherQueueQueueName}`],
    ['in another Region it is another ARN', ', Region: eu-central-1', 'arn:aws:sqs:*:*:*'],
    ['in another account, too', ', RoleArn: arn:aws:iam::999988887777:role/other', 'arn:aws:sqs:*:*:*'],
  ] as const) {
    test(`Fn::GetStackOutput: ${what}`, async () => {
      assert.deepEqual((await resourcesOf(OUTPUT(more), { 'other.yaml': URL })).resources, [resource]);
    });
  }

  test('an export that no stack of the app has stays unknown', async () => {
    const { resources } = await resourcesOf(task(SEND, '{QueueUrl: !ImportValue "other:Url", MessageBody: a}'), {
      'other.yaml': exporting(QUEUE, { 'another:Url': '!Ref Queue' }),
    });
    assert.deepEqual(resources, ['arn:aws:sqs:*:*:*']);
  });
});
