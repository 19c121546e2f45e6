import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workspaces-instances/latest/api/',
  free: {
    passRole: ['CreateWorkspaceInstance'],
  },
} satisfies Judgements;
