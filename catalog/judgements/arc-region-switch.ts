import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/arc-region-switch/latest/api/',
  recheck: {
    code: ['UpdatePlan'],
  },
  free: {
    startsOthers: ['StartPlanExecution'],
    operates: ['UpdatePlanExecution', 'UpdatePlanExecutionStep'],
  },
} satisfies Judgements;
