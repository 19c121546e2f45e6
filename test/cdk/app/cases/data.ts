import * as athena from 'aws-cdk-lib/aws-athena';
import * as databrew from 'aws-cdk-lib/aws-databrew';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { task } from '../case.ts';

function tablesIn(scope: Construct) {
  const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
  const table = new dynamodb.Table(scope, 'Table', { partitionKey });
  const encrypted = new dynamodb.Table(scope, 'Encrypted', {
    partitionKey,
    encryptionKey: new kms.Key(scope, 'Key'),
  });
  const imported = dynamodb.Table.fromTableArn(
    scope,
    'Imported',
    'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  );
  return { table, encrypted, imported };
}

const key = { id: tasks.DynamoAttributeValue.fromString('1') };
const update = {
  updateExpression: 'SET #s = :s',
  expressionAttributeNames: { '#s': 'state' },
  expressionAttributeValues: { ':s': tasks.DynamoAttributeValue.fromString('done') },
};

/** Tables, queries, and jobs on data. */
export const DATA = [
  task(tasks.DynamoGetItem, (stack) => {
    const { table, encrypted, imported } = tablesIn(stack);
    return {
      'a table': () => ({ table, key }),
      'a table with a key': () => ({ table: encrypted, key }),
      'an imported table': () => ({ table: imported, key }),
    };
  }),
  task(tasks.DynamoPutItem, (stack) => {
    const { table, encrypted } = tablesIn(stack);
    return {
      'a table': () => ({ table, item: key }),
      'a table with a key': () => ({ table: encrypted, item: key }),
    };
  }),
  task(tasks.DynamoUpdateItem, (stack) => {
    const { table, encrypted } = tablesIn(stack);
    return {
      'a table': () => ({ table, key, ...update }),
      'a table with a key': () => ({ table: encrypted, key, ...update }),
    };
  }),
  task(tasks.DynamoDeleteItem, (stack) => {
    const { table, encrypted } = tablesIn(stack);
    return {
      'a table': () => ({ table, key }),
      'a table with a key': () => ({ table: encrypted, key }),
    };
  }),
  task(tasks.AthenaStartQueryExecution, (stack) => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    const workGroup = new athena.CfnWorkGroup(stack, 'WorkGroup', {
      name: 'reports',
      workGroupConfiguration: { resultConfiguration: { outputLocation: `s3://${bucket.bucketName}/results/` } },
    });
    const query = {
      queryString: 'SELECT * FROM orders',
      queryExecutionContext: { databaseName: 'shop' },
      resultConfiguration: { outputLocation: { bucketName: bucket.bucketName, objectKey: 'results' } },
    };
    return {
      'a query': () => query,
      'a query without a place for results': () => ({ queryString: 'SELECT 1' }),
      'a query in a workgroup': () => ({
        queryString: 'SELECT * FROM orders',
        queryExecutionContext: { databaseName: 'shop' },
        workGroup: workGroup.name,
      }),
      'a query in a catalog': () => ({
        ...query,
        queryExecutionContext: { catalogName: 'AwsDataCatalog', databaseName: 'shop' },
      }),
      // With a key (EncryptionOption.KMS), this version of the CDK cannot be synthesized.
      'encrypted results': () => ({
        ...query,
        resultConfiguration: {
          ...query.resultConfiguration,
          encryptionConfiguration: { encryptionOption: tasks.EncryptionOption.S3_MANAGED },
        },
      }),
      'a query from the input': ({ fromInput }) => ({ ...query, queryString: fromInput('query') }),
    };
  }),
  task(tasks.AthenaStopQueryExecution, () => ({
    'a query': ({ fromInput }) => ({ queryExecutionId: fromInput('id') }),
  })),
  task(tasks.AthenaGetQueryExecution, () => ({
    'a query': ({ fromInput }) => ({ queryExecutionId: fromInput('id') }),
  })),
  task(tasks.AthenaGetQueryResults, () => ({
    'a query': ({ fromInput }) => ({ queryExecutionId: fromInput('id') }),
  })),
  task(tasks.GlueStartJobRun, (stack) => {
    const role = new iam.Role(stack, 'GlueRole', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
    const { ref } = new glue.CfnJob(stack, 'Job', {
      role: role.roleArn,
      command: { name: 'glueetl', scriptLocation: 's3://scripts/job.py' },
    });
    return {
      'a job': () => ({ glueJobName: ref }),
      'a name': () => ({
        glueJobName: 'nightly',
        securityConfiguration: 'strict',
        arguments: TaskInput.fromObject({ '--day': 'today' }),
      }),
      'a name from the input': ({ fromInput }) => ({ glueJobName: fromInput('job') }),
    };
  }),
  task(tasks.GlueStartCrawlerRun, () => ({
    'a crawler': () => ({ crawlerName: 'orders' }),
    'a name from the input': ({ fromInput }) => ({ crawlerName: fromInput('crawler') }),
  })),
  task(tasks.GlueDataBrewStartJobRun, (stack) => {
    const role = new iam.Role(stack, 'BrewRole', { assumedBy: new iam.ServicePrincipal('databrew.amazonaws.com') });
    const job = new databrew.CfnJob(stack, 'Job', { name: 'clean', roleArn: role.roleArn, type: 'PROFILE' });
    return {
      'a job': () => ({ name: job.name }),
      'a name from the input': ({ fromInput }) => ({ name: fromInput('job') }),
    };
  }),
];
