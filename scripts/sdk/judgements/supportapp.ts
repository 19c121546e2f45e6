import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/supportapp/latest/APIReference/',
  free: {
    passRole: ['UpdateSlackChannelConfiguration'],
    operates: ['PutAccountAlias'],
  },
} satisfies Judgements;
