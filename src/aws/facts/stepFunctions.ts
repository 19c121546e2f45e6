import {
  DescribeActivityCommand,
  DescribeStateMachineCommand,
  type EncryptionConfiguration,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { formatArn } from '../../iam/arn.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const states = clientsOf((settings) => new SFNClient(settings));

export const readActivity: FactReader = async ({ arn, text: activityArn }, session) => {
  const { encryptionConfiguration } = await session.request('states:DescribeActivity', activityArn, (options) =>
    states(session, arn.region).send(new DescribeActivityCommand({ activityArn }), options),
  );
  return keyFacts(keyIn(encryptionConfiguration), arn, session);
};

/** Without the definition, which would need the key. A version and an alias have the state machine's type and key. */
export const readStateMachine: FactReader = async ({ arn, name }, session) => {
  const stateMachineArn = formatArn({ ...arn, resource: `stateMachine:${name}` });
  const command = new DescribeStateMachineCommand({ stateMachineArn, includedData: 'METADATA_ONLY' });
  const { type, encryptionConfiguration } = await session.request(
    'states:DescribeStateMachine',
    stateMachineArn,
    (options) => states(session, arn.region).send(command, options),
  );
  const { facts, unread } = await keyFacts(keyIn(encryptionConfiguration), arn, session);
  return { facts: { ...facts, ...(type === undefined ? {} : { type }) }, unread };
};

function keyIn(encryption: EncryptionConfiguration | undefined): string | undefined {
  return encryption?.type === 'AWS_OWNED_KEY' ? undefined : encryption?.kmsKeyId;
}
