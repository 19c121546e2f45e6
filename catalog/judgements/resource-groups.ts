import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ARG/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteGroupPolicy', 'PutGroupPolicy'],
  },
  recheck: {
    otherRoles: ['UpdateGroupQuery'],
  },
} satisfies Judgements;
