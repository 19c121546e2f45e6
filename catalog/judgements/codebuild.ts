import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/',
  recheck: {
    directory: ['ImportSourceCredentials', 'PersistOAuthToken'],
    opens: ['UpdateProjectVisibility'],
    projectCommands: ['StartCommandExecution', 'StartSandboxConnection', 'UpdateProject'],
    projectCommandsPossible: ['StartBuild', 'StartBuildBatch', 'StartSandbox', 'UpdateFleet'],
    secret: ['CreateWebhook', 'UpdateWebhook'],
  },
  free: {
    masked: ['BatchGetBuildBatches', 'BatchGetBuilds', 'BatchGetProjects', 'BatchGetSandboxes'],
    operates: ['StopBuild', 'StopBuildBatch', 'StopSandbox'],
    passRole: ['CreateFleet', 'CreateProject'],
    startsOthers: ['RetryBuild', 'RetryBuildBatch'],
  },
} satisfies Judgements;
