import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    stopsLogs: ['DeleteAccessLogSubscription', 'UpdateAccessLogSubscription'],
  },
  free: {
    network: ['DeleteRule'],
    readsOnly: ['GetAuthPolicy'],
  },
} satisfies Judgements;
