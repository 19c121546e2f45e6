import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  DefinitionBody,
  JsonPath,
  StateMachine,
  type StateMachineProps,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import {
  CallAwsService,
  DynamoAttributeValue,
  DynamoGetItem,
  SqsSendMessage,
} from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { fitRoles } from '../../src/cdk/index.ts';
import { isAllowed } from '../support/iam.ts';
import { definitionFile, differences, synthesized, testApp } from './app.ts';
import { arnOf, policyOf } from './deployed.ts';

/** One workflow, as each way of giving a definition has it: it reads an item, tells a queue, and lists the account's tables. */
function workflow(queueUrl: string, table: string): string {
  const states = {
    Read: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Parameters: { TableName: table, Key: { id: { S: 'a' } } },
      Next: 'Tell',
    },
    Tell: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: queueUrl, MessageBody: 'read' },
      Next: 'List',
    },
    List: {
      Type: 'Task',
      QueryLanguage: 'JSONata',
      Resource: 'arn:aws:states:::aws-sdk:dynamodb:listTables',
      Arguments: { Limit: '{% 1 + 1 %}' },
      End: true,
    },
  };
  return JSON.stringify({ StartAt: 'Read', States: states });
}

interface Parts {
  readonly stack: Stack;
  readonly queue: Queue;
  readonly table: Table;
}

const WAYS: Readonly<Record<string, (parts: Parts) => StateMachineProps>> = {
  'fromFile with definitionSubstitutions': ({ queue, table }) => ({
    definitionBody: DefinitionBody.fromFile(definitionFile('orders.asl.json', workflow('${QueueUrl}', '${Table}'))),
    definitionSubstitutions: { QueueUrl: queue.queueUrl, Table: table.tableName },
  }),
  'fromString with definitionSubstitutions': ({ queue, table }) => ({
    definitionBody: DefinitionBody.fromString(workflow('${QueueUrl}', '${Table}')),
    definitionSubstitutions: { QueueUrl: queue.queueUrl, Table: table.tableName },
  }),
  'fromString with tokens in the text': ({ queue, table }) => ({
    definitionBody: DefinitionBody.fromString(workflow(queue.queueUrl, table.tableName)),
  }),
  'fromString with the whole text made of tokens': ({ stack, queue, table }) => ({
    definitionBody: DefinitionBody.fromString(
      stack.toJsonString(JSON.parse(workflow(queue.queueUrl, table.tableName))),
    ),
  }),
  fromChainable: ({ stack, queue, table }) => ({
    definitionBody: DefinitionBody.fromChainable(
      new DynamoGetItem(stack, 'Read', { table, key: { id: DynamoAttributeValue.fromString('a') } })
        .next(new SqsSendMessage(stack, 'Tell', { queue, messageBody: TaskInput.fromText('read') }))
        .next(
          new CallAwsService(stack, 'List', {
            service: 'dynamodb',
            action: 'listTables',
            iamResources: ['*'],
            parameters: { ExclusiveStartTableName: JsonPath.stringAt('$.last') },
          }),
        ),
    ),
  }),
};

describe('fitRoles() allows what the definition needs and nothing else', () => {
  for (const isOld of [false, true]) {
    for (const [way, propsOf] of Object.entries(WAYS)) {
      it(`${way}, in ${isOld ? 'an app without feature flags' : 'a new app'}`, async () => {
        const app = testApp({}, isOld);
        const stack = new Stack(app, 'Shop');
        fitRoles(app);
        const queue = new Queue(stack, 'Queue', { encryption: QueueEncryption.KMS });
        const table = new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
        new StateMachine(stack, 'Orders', propsOf({ stack, queue, table }));
        const templates = synthesized(app);

        const policy = policyOf(templates, 'Shop.template.json', /^Orders/);
        const [queueId, keyId, tableId] = ['Queue4A7E3555', 'QueueKey39FCBAE6', 'TableCD117FA1'];
        const viaSqs = { 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' };
        const allowed: readonly [string, string, Readonly<Record<string, string>>?][] = [
          ['sqs:SendMessage', arnOf('sqs', queueId)],
          ['kms:GenerateDataKey', arnOf('kms', `key/${keyId}`), viaSqs],
          ['kms:Decrypt', arnOf('kms', `key/${keyId}`), viaSqs],
          ['dynamodb:GetItem', arnOf('dynamodb', `table/${tableId}`)],
          ['dynamodb:ListTables', '*'],
        ];
        for (const [action, resource, context = {}] of allowed) {
          assert.ok(isAllowed(policy, { action, resource, context }), `${action} on ${resource}`);
        }
        const refused: readonly [string, string][] = [
          ['sqs:ReceiveMessage', arnOf('sqs', queueId)],
          ['sqs:SendMessage', arnOf('sqs', 'other')],
          ['dynamodb:GetItem', arnOf('dynamodb', 'table/other')],
          ['dynamodb:PutItem', arnOf('dynamodb', `table/${tableId}`)],
        ];
        for (const [action, resource] of refused) {
          assert.ok(!isAllowed(policy, { action, resource }), `${action} on ${resource}`);
        }

        const { lacks, tooMuch } = await differences(app);
        assert.deepEqual(lacks, []);
        // What the CDK's own constructs grant, they still do.
        if (way !== 'fromChainable') assert.deepEqual(tooMuch, []);
        assert.deepEqual(synthesized(app), templates, 'a second synthesis changes nothing');
        assert.match(templates['Shop.template.json'] ?? '', /"Fn::GetAtt"/);
        assert.doesNotMatch(templates['Shop.template.json'] ?? '', /"Resource": "[^"]*\$\{/);
      });
    }
  }
});
