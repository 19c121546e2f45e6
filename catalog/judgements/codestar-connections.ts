import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codestar-connections/latest/APIReference/',
  recheck: {
    secret: ['GetConnectionToken', 'GetIndividualAccessToken', 'StartOAuthHandshake'],
    stackChanges: ['UpdateSyncConfiguration'],
  },
} satisfies Judgements;
