import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonqbusinessqapps.html',
  recheck: {
    secret: ['CreateSubscriptionToken', 'ImportDocument'],
    access: ['UpdateQAppPermissions'],
  },
  free: {
    dataOnly: ['CreateQApp', 'UpdateQApp'],
  },
} satisfies Judgements;
