import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mwaa-serverless/latest/APIReference/',
  recheck: {
    code: ['UpdateWorkflow'],
    signIn: ['CreateAirflowUiUrl'],
  },
  free: {
    startsOthers: ['StartWorkflowRun'],
  },
} satisfies Judgements;
