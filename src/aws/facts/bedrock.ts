import { BedrockClient, GetInferenceProfileCommand } from '@aws-sdk/client-bedrock';
import { answered } from './failure.ts';
import type { FactReader } from './row.ts';
import { clientsOf } from './session.ts';

const bedrock = clientsOf((settings) => new BedrockClient(settings));

export const readInferenceProfile: FactReader = async ({ arn, text }, session) => {
  const command = new GetInferenceProfileCommand({ inferenceProfileIdentifier: text });
  const { models } = await session.request('bedrock:GetInferenceProfile', text, (options) =>
    bedrock(session, arn.region).send(command, options),
  );
  return {
    facts: { models: answered(models, 'bedrock:GetInferenceProfile', text).flatMap(({ modelArn }) => modelArn ?? []) },
    unread: [],
  };
};
