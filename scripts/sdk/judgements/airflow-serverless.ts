import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mwaa-serverless/latest/APIReference/',
  recheck: {
    code: ['UpdateWorkflow'],
  },
  free: {
    startsOthers: ['StartWorkflowRun'],
  },
} satisfies Judgements;
