import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusinessqapps.html',
  recheck: {
    opens: ['UpdateQAppPermissions'],
    secret: ['CreateSubscriptionToken', 'ImportDocument'],
  },
  free: {
    inService: ['CreateQApp', 'UpdateQApp'],
  },
} satisfies Judgements;
