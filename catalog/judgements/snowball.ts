import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/snowball/latest/api-reference/',
  recheck: {
    otherRoles: ['UpdateCluster', 'UpdateJob'],
  },
  free: {
    passRole: ['CreateCluster', 'CreateJob'],
    operates: ['UpdateJobShipmentState'],
  },
} satisfies Judgements;
