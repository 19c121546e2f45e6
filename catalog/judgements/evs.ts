import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/evs/latest/APIReference/',
  recheck: {
    secret: ['GetDepotUrl'],
  },
  free: {
    masked: ['CreateEnvironment', 'DeleteEnvironment', 'GetEnvironment'],
  },
} satisfies Judgements;
