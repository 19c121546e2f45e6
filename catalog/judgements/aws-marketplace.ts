import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsmarketplacecatalog.html',
  recheck: {
    signIn: ['GetBuyerDashboard'],
  },
  free: {
    noGrant: ['Subscribe'],
    readsOnly: ['ListFulfillmentOptions'],
  },
} satisfies Judgements;
