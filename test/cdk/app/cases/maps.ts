import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { type Machine, variantsOf } from '../case.ts';
import { functionIn } from './compute.ts';

type Variant = Pick<Machine, 'chain' | 'settings'> & Partial<Machine>;

/** A distributed Map whose children do nothing. */
function map(props: sfn.DistributedMapJsonPathProps, settings?: Machine['settings']): Variant {
  const chain = (scope: Construct) =>
    sfn.DistributedMap.jsonPath(scope, 'Task', props).itemProcessor(new sfn.Pass(scope, 'Item'));
  return { chain, ...(settings === undefined ? {} : { settings }) };
}

function jsonataMap(props: sfn.DistributedMapJsonataProps): Variant {
  const chain = (scope: Construct) =>
    sfn.DistributedMap.jsonata(scope, 'Task', props).itemProcessor(new sfn.Pass(scope, 'Item'));
  return { chain, language: 'JSONata' };
}

function pass(settings: Machine['settings'] = {}): Variant {
  return { chain: (scope) => new sfn.Pass(scope, 'Task'), settings };
}

/** Distributed Maps with each reader and writer, and what a state machine's settings need. */
export const MAPS = [
  variantsOf('DistributedMap', (stack) => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    const encrypted = new s3.Bucket(stack, 'Encrypted', { encryptionKey: new kms.Key(stack, 'Key') });
    const file = { bucket, key: 'items/list' };
    const csvHeaders = sfn.CsvHeaders.useFirstRow();
    const readers = {
      S3ObjectsItemReader: new sfn.S3ObjectsItemReader({ bucket, prefix: 'items/' }),
      'S3ObjectsItemReader without a prefix': new sfn.S3ObjectsItemReader({ bucket }),
      'S3ObjectsItemReader, a bucket with a key': new sfn.S3ObjectsItemReader({ bucket: encrypted }),
      S3JsonItemReader: new sfn.S3JsonItemReader(file),
      'S3JsonItemReader, a bucket with a key': new sfn.S3JsonItemReader({ ...file, bucket: encrypted }),
      S3JsonLItemReader: new sfn.S3JsonLItemReader(file),
      S3CsvItemReader: new sfn.S3CsvItemReader({ ...file, csvHeaders }),
      S3ManifestItemReader: new sfn.S3ManifestItemReader({ ...file, key: 'inventory/manifest.json' }),
    };
    const paths = {
      'S3JsonItemReader, a bucket from the input': new sfn.S3JsonItemReader({
        bucketNamePath: sfn.JsonPath.stringAt('$.bucket'),
        key: sfn.JsonPath.stringAt('$.key'),
      }),
      'S3ObjectsItemReader, a bucket from the input': new sfn.S3ObjectsItemReader({
        bucketNamePath: sfn.JsonPath.stringAt('$.bucket'),
      }),
    };
    const writers = {
      ResultWriterV2: new sfn.ResultWriterV2({ bucket, prefix: 'results/' }),
      'ResultWriterV2 without a prefix': new sfn.ResultWriterV2({ bucket }),
      'ResultWriterV2, a bucket with a key': new sfn.ResultWriterV2({ bucket: encrypted, prefix: 'results' }),
      'ResultWriterV2, no bucket': new sfn.ResultWriterV2({
        writerConfig: new sfn.WriterConfig({
          outputType: sfn.OutputType.JSONL,
          transformation: sfn.Transformation.FLATTEN,
        }),
      }),
    };
    const lambdaFunction = functionIn(stack);
    const reading = Object.entries(readers).flatMap(([name, itemReader]) => [
      [name, map({ itemReader })] as const,
      [`${name}, JSONata`, jsonataMap({ itemReader })] as const,
    ]);
    return {
      'an array': map({ itemsPath: '$.items' }),
      'an array, JSONata': jsonataMap({ items: sfn.ProvideItems.jsonata('{% $states.input.items %}') }),
      'a named state machine': map({}, { stateMachineName: 'orders' }),
      'a label': map({ label: 'Items' }),
      'express children': map({ mapExecutionType: sfn.StateMachineType.EXPRESS }),
      'children that call a function': {
        chain: (scope) =>
          new sfn.DistributedMap(scope, 'Task').itemProcessor(
            new tasks.LambdaInvoke(scope, 'Item', { lambdaFunction }),
          ),
      },
      ...Object.fromEntries(reading),
      ...Object.fromEntries(Object.entries(paths).map(([name, itemReader]) => [name, map({ itemReader })])),
      ...Object.fromEntries(Object.entries(writers).map(([name, resultWriterV2]) => [name, map({ resultWriterV2 })])),
      'ResultWriterV2, a bucket from the input': map({
        resultWriterV2: new sfn.ResultWriterV2({ bucketNamePath: sfn.JsonPath.stringAt('$.bucket') }),
      }),
    };
  }),
  variantsOf('StateMachine', (stack) => {
    const destination = new logs.LogGroup(stack, 'LogGroup');
    const key = new kms.Key(stack, 'Key');
    const encryptedGroup = new logs.LogGroup(stack, 'EncryptedGroup', { encryptionKey: key });
    const kmsKey = new kms.Key(stack, 'MachineKey');
    const lambdaFunction = functionIn(stack);
    return {
      'no calls': pass(),
      logs: pass({ logs: { destination, level: sfn.LogLevel.ALL } }),
      'logs, off': pass({ logs: { destination, level: sfn.LogLevel.OFF } }),
      'logs with a key': pass({ logs: { destination: encryptedGroup, level: sfn.LogLevel.ALL } }),
      tracing: pass({ tracingEnabled: true }),
      encryption: pass({ encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(kmsKey) }),
      'encryption, a named state machine': pass({
        stateMachineName: 'secret',
        encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(kmsKey),
      }),
      'encryption and logs': pass({
        encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(kmsKey),
        logs: { destination, level: sfn.LogLevel.ALL },
      }),
      express: pass({ stateMachineType: sfn.StateMachineType.EXPRESS, logs: { destination }, tracingEnabled: true }),
      'everything, and a call': {
        chain: (scope) => new tasks.LambdaInvoke(scope, 'Task', { lambdaFunction }),
        settings: {
          logs: { destination, level: sfn.LogLevel.ALL },
          tracingEnabled: true,
          encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(kmsKey),
        },
      },
    };
  }),
];
