import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/aws-supply-chain/latest/APIReference/',
  recheck: {
    directory: ['AssignAdminPermissionsToUser'],
    usesRole: ['CreateDataIntegrationFlow'],
    otherRoles: ['UpdateDataIntegrationFlow'],
  },
} satisfies Judgements;
