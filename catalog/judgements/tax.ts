import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awstaxsettings.html',
  free: {
    ownToken: ['GetTaxRegistration', 'ListTaxRegistrations'],
  },
} satisfies Judgements;
