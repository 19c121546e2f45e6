import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/simspaceweaver/latest/APIReference/',
  recheck: {
    code: ['StartApp'],
  },
} satisfies Judgements;
