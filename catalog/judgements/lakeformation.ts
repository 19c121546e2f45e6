import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lake-formation/latest/APIReference/',
  recheck: {
    access: [
      'AttachRLSPolicy',
      'CreateLakeFormationOptIn',
      'CreateRLSPolicy',
      'DeleteLakeFormationOptIn',
      'DeleteRLSPolicy',
      'DetachRLSPolicy',
      'RegisterResource',
      'UpdateLFTag',
      'UpdateRLSPolicy',
      'UpdateResource',
    ],
    credentials: [
      'GetDataAccess',
      'GetTemporaryGlueFunctionCredentials',
      'GetTemporaryGluePartitionCredentials',
      'GetTemporaryGlueTableCredentials',
    ],
    opens: ['CreateLakeFormationIdentityCenterConfiguration', 'UpdateLakeFormationIdentityCenterConfiguration'],
    usesRole: ['AssumeDecoratedRoleWithSAML'],
  },
  free: {
    readsOnly: ['StartQueryPlanning'],
  },
} satisfies Judgements;
