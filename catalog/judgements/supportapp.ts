import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/supportapp/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateSlackChannelConfiguration'],
  },
  free: {
    operates: ['PutAccountAlias'],
  },
} satisfies Judgements;
