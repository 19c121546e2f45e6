import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/schema-reference/operations.html',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
} satisfies Judgements;
