import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { answered } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const sns = clientsOf((settings) => new SNSClient(settings));

export const readTopic: FactReader = async ({ arn, text: TopicArn }, session) => {
  const { Attributes } = await session.request('sns:GetTopicAttributes', TopicArn, (options) =>
    sns(session, arn.region).send(new GetTopicAttributesCommand({ TopicArn }), options),
  );
  return keyFacts(answered(Attributes, 'sns:GetTopicAttributes', TopicArn)['KmsMasterKeyId'], arn, session);
};
