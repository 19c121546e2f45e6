import type { Judgements } from '../judged.ts';

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
