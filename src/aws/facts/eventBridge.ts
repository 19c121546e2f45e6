import { DescribeConnectionCommand, DescribeEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const events = clientsOf((settings) => new EventBridgeClient(settings));

export const readEventBus: FactReader = async ({ arn, text, name, isOwn }, session) => {
  const command = new DescribeEventBusCommand({ Name: isOwn ? name : text });
  const { KmsKeyIdentifier } = await session.request('events:DescribeEventBus', text, (options) =>
    events(session, arn.region).send(command, options),
  );
  return keyFacts(KmsKeyIdentifier, arn, session);
};

export const readConnection: FactReader = async ({ arn, text, name: Name }, session) => {
  const { SecretArn, KmsKeyIdentifier } = await session.request('events:DescribeConnection', text, (options) =>
    events(session, arn.region).send(new DescribeConnectionCommand({ Name }), options),
  );
  const { facts, unread } = await keyFacts(KmsKeyIdentifier, arn, session);
  return { facts: { ...facts, ...(SecretArn === undefined ? {} : { secret: SecretArn }) }, unread };
};
