import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/migrationhub-refactor-spaces/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
} satisfies Judgements;
