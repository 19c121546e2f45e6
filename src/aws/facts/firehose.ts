import { DescribeDeliveryStreamCommand, FirehoseClient } from '@aws-sdk/client-firehose';
import { answered } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const firehose = clientsOf((settings) => new FirehoseClient(settings));

export const readDeliveryStream: FactReader = async ({ arn, text, name }, session) => {
  const command = new DescribeDeliveryStreamCommand({ DeliveryStreamName: name, Limit: 1 });
  const { DeliveryStreamDescription } = await session.request('firehose:DescribeDeliveryStream', text, (options) =>
    firehose(session, arn.region).send(command, options),
  );
  const stream = answered(DeliveryStreamDescription, 'firehose:DescribeDeliveryStream', text);
  const encryption = stream.DeliveryStreamEncryptionConfiguration;
  return keyFacts(encryption?.KeyType === 'CUSTOMER_MANAGED_CMK' ? encryption.KeyARN : undefined, arn, session);
};
