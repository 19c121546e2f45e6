import { AthenaClient, GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { answered } from './failure.ts';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const athena = clientsOf((settings) => new AthenaClient(settings));

/**
 * Results that Athena manages are in storage of Athena's own, and have a key of their own.
 *
 * Source: https://docs.aws.amazon.com/athena/latest/ug/managed-results.html
 */
export const readWorkGroup: FactReader = async ({ arn, text, name }, session) => {
  const { WorkGroup } = await session.request('athena:GetWorkGroup', text, (options) =>
    athena(session, arn.region).send(new GetWorkGroupCommand({ WorkGroup: name }), options),
  );
  const {
    EnforceWorkGroupConfiguration: enforced = false,
    ResultConfiguration: results,
    ManagedQueryResultsConfiguration: managed,
  } = answered(WorkGroup, 'athena:GetWorkGroup', text).Configuration ?? {};
  const encryption = managed?.Enabled ? managed.EncryptionConfiguration : results?.EncryptionConfiguration;
  const { facts, unread } = await keyFacts(encryption?.KmsKey, arn, session);
  const output = (managed?.Enabled ? undefined : results?.OutputLocation) || 'none';
  return { facts: { ...facts, enforced, output }, unread };
};
