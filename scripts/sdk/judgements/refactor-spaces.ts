import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/migrationhub-refactor-spaces/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
} satisfies Judgements;
