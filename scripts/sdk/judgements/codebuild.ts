import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/',
  recheck: {
    projectCommandsPossible: ['StartBuild', 'StartBuildBatch'],
    projectCommands: ['UpdateProject'],
  },
} satisfies Judgements;
