import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codestar-notifications/latest/APIReference/',
  recheck: {
    opens: ['Subscribe'],
  },
} satisfies Judgements;
