import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const kinesis = clientsOf((settings) => new KinesisClient(settings));

export const readStream: FactReader = async ({ arn, text, name, isOwn }, session) => {
  const command = new DescribeStreamSummaryCommand(isOwn ? { StreamName: name } : { StreamARN: text });
  const { StreamDescriptionSummary: stream } = await session.request('kinesis:DescribeStreamSummary', text, (options) =>
    kinesis(session, arn.region).send(command, options),
  );
  return keyFacts(stream?.EncryptionType === 'KMS' ? stream.KeyId : undefined, arn, session);
};
