import type { Judgements } from '../build/judged.ts';

export default {
  page: { personalize: 'https://docs.aws.amazon.com/personalize/latest/dg/' },
  recheck: {
    otherRoles: ['UpdateMetricAttribution'],
  },
  free: {
    passRole: ['CreateDatasetGroup', 'CreateDatasetImportJob'],
    ownData: ['PutActionInteractions', 'PutActions'],
  },
} satisfies Judgements;
