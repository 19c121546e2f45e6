import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmq.html',
  recheck: {
    directory: ['CreateUser', 'DeleteUser', 'UpdateBroker', 'UpdateUser'],
  },
  free: {
    inService: ['CreateBroker'],
    readsOnly: ['DescribeBroker'],
  },
} satisfies Judgements;
