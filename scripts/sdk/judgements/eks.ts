import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eks/latest/APIReference/',
  recheck: {
    clusterAccess: ['AssociateAccessPolicy', 'CreateAccessEntry', 'UpdateAccessEntry'],
  },
} satisfies Judgements;
