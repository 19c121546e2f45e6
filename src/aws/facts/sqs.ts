import { GetQueueAttributesCommand, GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

// The URL is the queue's own; requests go where those of all services go.
const sqs = clientsOf((settings) => new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }));

export const readQueue: FactReader = async ({ arn, text, name: QueueName }, session) => {
  const client = sqs(session, arn.region);
  const where = new GetQueueUrlCommand({ QueueName, QueueOwnerAWSAccountId: arn.account });
  const { QueueUrl } = await session.request('sqs:GetQueueUrl', text, (options) => client.send(where, options));
  const what = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['KmsMasterKeyId'] });
  const { Attributes } = await session.request('sqs:GetQueueAttributes', text, (options) => client.send(what, options));
  return keyFacts(Attributes?.KmsMasterKeyId, arn, session);
};
