import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/license-manager-user-subscriptions/latest/APIReference/',
  recheck: {
    directory: ['RegisterIdentityProvider', 'UpdateIdentityProviderSettings'],
  },
} satisfies Judgements;
