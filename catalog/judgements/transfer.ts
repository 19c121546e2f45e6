import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/transfer/latest/APIReference/',
  recheck: {
    directory: [
      'CreateAccess',
      'CreateUser',
      'DeleteUser',
      'ImportSshPublicKey',
      'UpdateAccess',
      'UpdateServer',
      'UpdateUser',
      'UpdateWebApp',
    ],
    otherRoles: ['UpdateAgreement', 'UpdateConnector'],
  },
  free: {
    dataOnly: ['CreateWorkflow', 'UpdateWebAppCustomization'],
    ownData: ['SendWorkflowStepState'],
    passRole: ['CreateServer', 'CreateWebApp'],
    readsOnly: ['TestIdentityProvider'],
    startsOthers: ['StartDirectoryListing'],
  },
} satisfies Judgements;
