import type { Judgements } from '../build/judged.ts';

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
    credentials: ['GetDataAccess', 'GetTemporaryGluePartitionCredentials', 'GetTemporaryGlueTableCredentials'],
    opens: ['CreateLakeFormationIdentityCenterConfiguration', 'UpdateLakeFormationIdentityCenterConfiguration'],
    usesRole: ['AssumeDecoratedRoleWithSAML'],
  },
  free: {
    readsOnly: ['StartQueryPlanning'],
  },
} satisfies Judgements;
