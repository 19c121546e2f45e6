import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-policy.html',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
} satisfies Judgements;
