import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/migrationhub-orchestrator/latest/APIReference/',
  recheck: {
    instanceCommandsPossible: ['CreateWorkflowStep', 'UpdateWorkflowStep'],
  },
  free: {
    dataOnly: ['CreateTemplate'],
  },
} satisfies Judgements;
