import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/migrationhub-orchestrator/latest/APIReference/',
  recheck: {
    instanceCommandsPossible: ['CreateWorkflowStep', 'UpdateWorkflowStep'],
  },
  free: {
    dataOnly: ['CreateTemplate'],
  },
} satisfies Judgements;
