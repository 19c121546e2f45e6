import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/chatbot/latest/APIReference/',
  recheck: {
    code: ['CreateCustomAction', 'UpdateCustomAction'],
    givesRoles: [
      'CreateMicrosoftTeamsChannelConfiguration',
      'CreateSlackChannelConfiguration',
      'UpdateMicrosoftTeamsChannelConfiguration',
      'UpdateSlackChannelConfiguration',
    ],
    stopsAlarms: ['UpdateChimeWebhookConfiguration'],
  },
} satisfies Judgements;
