import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lake-formation/latest/APIReference/',
  recheck: {
    usesRole: ['AssumeDecoratedRoleWithSAML'],
    credentials: ['GetTemporaryGluePartitionCredentials', 'GetTemporaryGlueTableCredentials'],
    opens: ['CreateLakeFormationIdentityCenterConfiguration', 'UpdateLakeFormationIdentityCenterConfiguration'],
    access: ['CreateLakeFormationOptIn', 'DeleteLakeFormationOptIn', 'RegisterResource'],
    otherRoles: ['UpdateResource'],
  },
  free: {
    callersRights: ['GetDataAccess'],
    ownData: ['StartQueryPlanning'],
    inService: ['UpdateLFTag'],
  },
} satisfies Judgements;
