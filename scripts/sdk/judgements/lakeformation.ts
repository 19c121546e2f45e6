import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lake-formation/latest/APIReference/',
  recheck: {
    access: [
      'CreateLakeFormationOptIn',
      'DeleteLakeFormationOptIn',
      'RegisterResource',
      'UpdateLFTag',
      'UpdateResource',
    ],
    credentials: ['GetTemporaryGluePartitionCredentials', 'GetTemporaryGlueTableCredentials'],
    opens: ['CreateLakeFormationIdentityCenterConfiguration', 'UpdateLakeFormationIdentityCenterConfiguration'],
    usesRole: ['AssumeDecoratedRoleWithSAML'],
  },
  free: {
    callersRights: ['GetDataAccess'],
    readsOnly: ['StartQueryPlanning'],
  },
} satisfies Judgements;
