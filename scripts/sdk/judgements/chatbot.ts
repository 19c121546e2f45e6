import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/chatbot/latest/APIReference/',
  recheck: {
    code: ['UpdateCustomAction'],
    givesRoles: [
      'CreateMicrosoftTeamsChannelConfiguration',
      'CreateSlackChannelConfiguration',
      'UpdateMicrosoftTeamsChannelConfiguration',
      'UpdateSlackChannelConfiguration',
    ],
    stopsAlarms: ['UpdateChimeWebhookConfiguration'],
  },
  free: {
    dataOnly: ['CreateCustomAction'],
  },
} satisfies Judgements;
