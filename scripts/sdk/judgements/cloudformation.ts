import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/',
  recheck: {
    stackChanges: ['CreateChangeSet', 'ExecuteChangeSet', 'ExecuteStackRefactor', 'UpdateStack'],
    stackCreates: ['CreateStack'],
    stackSetCreates: ['CreateStackInstances', 'CreateStackSet'],
    stackSetChanges: ['UpdateStackInstances', 'UpdateStackSet'],
  },
} satisfies Judgements;
