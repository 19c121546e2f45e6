import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/',
  free: {
    callersRights: ['CreateTable'],
    passRole: ['UpdateGlobalTableSettings', 'UpdateTableReplicaAutoScaling'],
  },
} satisfies Judgements;
