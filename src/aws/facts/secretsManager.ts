import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { keyFacts } from './key.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const secretsManager = clientsOf((settings) => new SecretsManagerClient(settings));

/**
 * Secrets Manager finds a secret by its ARN, and in its own account by its name. An ARN without the six characters may
 * find another secret.
 */
export const readSecret: FactReader = async ({ arn, text, name, isOwn, isShortened }, session) => {
  const command = new DescribeSecretCommand({ SecretId: isOwn && isShortened ? name : text });
  const { KmsKeyId } = await session.request('secretsmanager:DescribeSecret', text, (options) =>
    secretsManager(session, arn.region).send(command, options),
  );
  return keyFacts(KmsKeyId, arn, session);
};
