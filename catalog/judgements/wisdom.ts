import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    qconnect: 'https://docs.aws.amazon.com/amazon-q-connect/latest/APIReference/',
    wisdom: 'https://docs.aws.amazon.com/wisdom/latest/APIReference/',
  },
  recheck: {
    code: ['UpdateAIAgent', 'UpdateAssistantAIAgent'],
    stopsThreatsPossible: ['UpdateAIGuardrail'],
  },
  free: {
    dataOnly: [
      'CreateAIGuardrail',
      'CreateContentAssociation',
      'CreateMessageTemplate',
      'CreateMessageTemplateVersion',
      'RenderMessageTemplate',
      'UpdateMessageTemplate',
    ],
    ownData: ['CreateSession', 'StartImportJob', 'UpdateSession', 'UpdateSessionData'],
    passRole: ['CreateAssistantAssociation'],
  },
} satisfies Judgements;
