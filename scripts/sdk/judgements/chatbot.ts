import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/chatbot/latest/APIReference/',
  recheck: {
    code: ['CreateCustomAction', 'UpdateCustomAction'],
    otherRoles: [
      'UpdateChimeWebhookConfiguration',
      'UpdateMicrosoftTeamsChannelConfiguration',
      'UpdateSlackChannelConfiguration',
    ],
  },
  free: {
    passRole: ['CreateMicrosoftTeamsChannelConfiguration', 'CreateSlackChannelConfiguration'],
  },
} satisfies Judgements;
