import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/',
  free: {
    callersRights: ['CreateTable'],
    passRole: ['UpdateGlobalTableSettings', 'UpdateTableReplicaAutoScaling'],
  },
} satisfies Judgements;
