import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/omics/latest/api/',
  always: {
    resourcePolicy: ['DeleteS3AccessPolicy', 'PutS3AccessPolicy'],
  },
  recheck: {
    opens: ['AcceptShare', 'CreateShare'],
  },
  free: {
    passRole: ['StartRun', 'StartRunBatch'],
    dataOnly: ['CreateWorkflow', 'CreateWorkflowVersion'],
    operates: ['StartReadSetActivationJob', 'UpdateWorkflow', 'UpdateWorkflowVersion'],
  },
} satisfies Judgements;
