import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cognitosync/latest/APIReference/',
  recheck: {
    otherRoles: ['SetIdentityPoolConfiguration'],
  },
  free: {
    ownToken: ['ListRecords'],
  },
} satisfies Judgements;
