import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/',
  recheck: {
    notebook: ['CreatePresignedDomainUrl', 'CreatePresignedNotebookInstanceUrl'],
    notebookCommands: ['UpdateNotebookInstanceLifecycleConfig'],
  },
} satisfies Judgements;
