import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazonswf/latest/apireference/',
  recheck: {
    usesRole: ['RespondDecisionTaskCompleted'],
  },
  free: {
    passRole: ['RegisterWorkflowType', 'StartWorkflowExecution'],
    operates: ['RequestCancelWorkflowExecution', 'SignalWorkflowExecution'],
  },
} satisfies Judgements;
