import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/resilience-hub/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateApp', 'UpdateService', 'UpdateTest'],
  },
  free: {
    passRole: ['CreateApp', 'CreateService', 'CreateTest'],
    dataOnly: [
      'AddDraftAppVersionResourceMappings',
      'BatchUpdateRecommendationStatus',
      'CreateAppVersionAppComponent',
      'CreateAppVersionResource',
      'CreatePolicy',
      'CreateResiliencyPolicy',
      'CreateServiceFunction',
      'CreateServiceFunctionResources',
      'ImportPolicy',
      'ImportResourcesToDraftAppVersion',
      'PublishAppVersion',
      'PutDraftAppVersionTemplate',
      'UpdateAppVersion',
      'UpdateAppVersionAppComponent',
      'UpdateAppVersionResource',
      'UpdatePolicy',
      'UpdateResiliencyPolicy',
      'UpdateServiceFunction',
    ],
    takesAway: ['DeletePolicy', 'DeleteResiliencyPolicy'],
    startsOthers: ['StartAppAssessment'],
    namesOnly: ['CreateUserJourney', 'ImportApp', 'UpdateUserJourney'],
  },
} satisfies Judgements;
