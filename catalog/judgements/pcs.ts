import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/pcs/latest/APIReference/',
  recheck: {
    secret: ['RegisterComputeNodeGroupInstance'],
    code: ['UpdateComputeNodeGroup'],
    instanceCommandsPossible: ['UpdateCluster'],
  },
  free: {
    operates: ['CreateQueue'],
    noRole: ['CreateCluster'],
  },
} satisfies Judgements;
