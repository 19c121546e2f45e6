import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/resilience-hub/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateApp'],
  },
  free: {
    passRole: ['CreateApp'],
    dataOnly: [
      'AddDraftAppVersionResourceMappings',
      'BatchUpdateRecommendationStatus',
      'CreateAppVersionAppComponent',
      'CreateAppVersionResource',
      'CreatePolicy',
      'CreateResiliencyPolicy',
      'ImportPolicy',
      'ImportResourcesToDraftAppVersion',
      'PublishAppVersion',
      'PutDraftAppVersionTemplate',
      'UpdateAppVersion',
      'UpdateAppVersionAppComponent',
      'UpdateAppVersionResource',
      'UpdatePolicy',
      'UpdateResiliencyPolicy',
    ],
    takesAway: ['DeletePolicy', 'DeleteResiliencyPolicy'],
    startsOthers: ['StartAppAssessment'],
  },
} satisfies Judgements;
