import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/finspace/latest/data-api/',
  recheck: {
    credentials: ['GetProgrammaticAccessCredentials'],
  },
} satisfies Judgements;
