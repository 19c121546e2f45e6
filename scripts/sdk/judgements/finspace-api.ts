import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/finspace/latest/data-api/',
  recheck: {
    credentials: ['GetProgrammaticAccessCredentials'],
  },
} satisfies Judgements;
