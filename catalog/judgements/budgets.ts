import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbudgetservice.html',
  recheck: {
    usesRole: ['ExecuteBudgetAction', 'UpdateBudgetAction'],
  },
  free: {
    passRole: ['CreateBudgetAction'],
  },
} satisfies Judgements;
