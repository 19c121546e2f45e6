import type { Judgements } from '../judged.ts';

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
