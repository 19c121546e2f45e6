import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazon-mq/latest/api-reference/operations.html',
  recheck: {
    directory: ['CreateUser', 'DeleteUser', 'UpdateBroker', 'UpdateUser'],
  },
  free: {
    inService: ['CreateBroker'],
    readsOnly: ['DescribeBroker'],
  },
} satisfies Judgements;
