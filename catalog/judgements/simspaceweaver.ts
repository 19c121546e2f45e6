import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/simspaceweaver/latest/APIReference/',
  recheck: {
    code: ['StartApp'],
  },
} satisfies Judgements;
