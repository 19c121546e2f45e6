import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/signer/latest/api/',
  recheck: {
    code: ['StartSigningJob'],
  },
} satisfies Judgements;
