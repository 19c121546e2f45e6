import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/APIReference/',
  recheck: {
    opens: [
      'CreateLensShare',
      'CreateProfileShare',
      'CreateTemplateShare',
      'CreateWorkloadShare',
      'UpdateShareInvitation',
      'UpdateWorkloadShare',
    ],
    otherRoles: ['UpdateAgentProfile'],
  },
  free: {
    startsOthers: ['StartAgentRecommendationGeneration'],
    ownData: [
      'PutAgentRecommendationFeedback',
      'UpdateAgentContext',
      'UpdateAgentGoal',
      'UpdateAgentRecommendationStatus',
    ],
  },
} satisfies Judgements;
