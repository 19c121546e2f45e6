import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { answered } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

// This client would speak HTTP/2, for streams of records that nobody reads here; emulators and proxies may not.
const kinesis = clientsOf(
  (settings) => new KinesisClient({ ...settings, requestHandler: new NodeHttpHandler(settings.requestHandler) }),
);

export const readStream: FactReader = async ({ arn, text, name, isOwn }, session) => {
  const command = new DescribeStreamSummaryCommand(isOwn ? { StreamName: name } : { StreamARN: text });
  const { StreamDescriptionSummary } = await session.request('kinesis:DescribeStreamSummary', text, (options) =>
    kinesis(session, arn.region).send(command, options),
  );
  const stream = answered(StreamDescriptionSummary, 'kinesis:DescribeStreamSummary', text);
  return keyFacts(stream.EncryptionType === 'KMS' ? stream.KeyId : undefined, arn, session);
};
