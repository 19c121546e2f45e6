import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/grafana/latest/APIReference/',
  recheck: {
    secret: ['CreateWorkspaceApiKey', 'CreateWorkspaceServiceAccountToken'],
    directory: ['CreateWorkspaceServiceAccount', 'UpdateWorkspaceAuthentication'],
    opens: ['UpdateWorkspace'],
  },
  free: {
    passRole: ['CreateWorkspace'],
  },
} satisfies Judgements;
