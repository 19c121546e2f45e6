import type { Judgements } from '../judged.ts';

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
    ],
    otherRoles: ['UpdateAgreement', 'UpdateConnector'],
  },
  free: {
    dataOnly: ['CreateWorkflow', 'UpdateWebAppCustomization'],
    ownData: ['SendWorkflowStepState'],
    passRole: ['CreateServer', 'CreateWebApp', 'UpdateWebApp'],
    readsOnly: ['TestIdentityProvider'],
    startsOthers: ['StartDirectoryListing'],
  },
} satisfies Judgements;
