import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/incident-manager/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateResponsePlan'],
  },
  free: {
    passRole: ['CreateResponsePlan'],
  },
} satisfies Judgements;
