import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workspaces-instances/latest/api/',
  free: {
    passRole: ['CreateWorkspaceInstance'],
  },
} satisfies Judgements;
