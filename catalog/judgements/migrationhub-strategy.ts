import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/migrationhub-strategy/latest/APIReference/',
  free: {
    dataOnly: ['UpdateApplicationComponentConfig'],
  },
} satisfies Judgements;
