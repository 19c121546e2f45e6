import { cfnPage, type FactRow, keyed, regional } from './row.ts';

/** Queues, topics, streams, buses: the key is a property of the resource. */
export const MESSAGING_FACTS: Readonly<Record<string, FactRow>> = {
  'AWS::SQS::Queue': keyed(cfnPage('aws-resource-sqs-queue'), 'KmsMasterKeyId', {
    arn: regional('sqs', '{name}'),
    name: 'QueueName',
    attributes: ['Arn'],
  }),
  'AWS::SNS::Topic': keyed(cfnPage('aws-resource-sns-topic'), 'KmsMasterKeyId', {
    arn: regional('sns', '{name}'),
    name: 'TopicName',
    attributes: ['TopicArn'],
  }),
  'AWS::Kinesis::Stream': keyed(cfnPage('aws-resource-kinesis-stream'), 'StreamEncryption.KeyId', {
    arn: regional('kinesis', 'stream/{name}'),
    name: 'Name',
    attributes: ['Arn'],
  }),
  // With KeyType AWS_OWNED_CMK there is no KeyARN.
  'AWS::KinesisFirehose::DeliveryStream': keyed(
    cfnPage('aws-resource-kinesisfirehose-deliverystream'),
    'DeliveryStreamEncryptionConfigurationInput.KeyARN',
    { arn: regional('firehose', 'deliverystream/{name}'), name: 'DeliveryStreamName', attributes: ['Arn'] },
  ),
  'AWS::Events::EventBus': keyed(cfnPage('aws-resource-events-eventbus'), 'KmsKeyIdentifier', {
    arn: regional('events', 'event-bus/{name}'),
    name: 'Name',
    attributes: ['Arn'],
  }),
};
