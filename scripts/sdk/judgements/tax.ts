import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awstaxsettings.html',
  free: {
    ownToken: ['GetTaxRegistration', 'ListTaxRegistrations'],
  },
} satisfies Judgements;
