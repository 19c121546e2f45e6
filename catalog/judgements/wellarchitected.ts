import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/APIReference/',
  always: {
    resourcePolicy: [
      'DeleteAgentProfilePolicy',
      'DeleteAgentRecommendationPolicy',
      'PutAgentProfilePolicy',
      'PutAgentRecommendationPolicy',
    ],
  },
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
      'GetAgentOrganizationalReportData',
      'PutAgentRecommendationFeedback',
      'UpdateAgentContext',
      'UpdateAgentGoal',
      'UpdateAgentRecommendationStatus',
    ],
    callersRights: ['SendAgentOrganizationalReportDataToS3'],
    operates: ['PutAgentPreferences'],
    dataOnly: ['UpdateAgentOrganizationalProfile'],
  },
} satisfies Judgements;
