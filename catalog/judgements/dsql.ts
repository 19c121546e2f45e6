import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/aurora-dsql/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteClusterPolicy', 'PutClusterPolicy'],
  },
  free: {
    callersRights: ['CreateCluster'],
    passRole: ['CreateStream'],
  },
} satisfies Judgements;
