import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/',
  always: {
    resourcePolicy: [
      'CreateAccessPolicy',
      'CreateSecurityPolicy',
      'DeleteAccessPolicy',
      'DeleteSecurityPolicy',
      'UpdateAccessPolicy',
      'UpdateSecurityPolicy',
    ],
  },
  recheck: {
    stopsLogs: ['CreateLifecyclePolicy', 'UpdateLifecyclePolicy'],
    usesRole: ['CreateIngestionJob'],
  },
  free: {
    operates: ['AddCollectionToCollectionGroup', 'CreateCollectionGroup', 'UpdateCollectionGroup'],
    takesAway: ['DeleteCollectionGroup'],
    passRole: ['CreateIngestionStream'],
  },
} satisfies Judgements;
