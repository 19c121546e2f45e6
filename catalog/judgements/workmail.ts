import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workmail/latest/APIReference/',
  recheck: {
    secret: ['AssumeImpersonationRole'],
    access: [
      'CreateMobileDeviceAccessRule',
      'PutAccessControlRule',
      'PutMailboxPermissions',
      'SetMobilePolicyDetails',
      'UpdateMobileDeviceAccessRule',
    ],
    directory: [
      'AssociateMemberToGroup',
      'CreateAlias',
      'CreateGroup',
      'CreateImpersonationRole',
      'CreateUser',
      'DeleteGroup',
      'DeleteUser',
      'DisassociateMemberFromGroup',
      'PutIdentityProviderConfiguration',
      'ResetPassword',
      'UpdateGroup',
      'UpdateImpersonationRole',
      'UpdateUser',
    ],
    stopsLogs: ['DeleteEmailMonitoringConfiguration', 'PutEmailMonitoringConfiguration'],
  },
  free: {
    takesAway: ['DeleteImpersonationRole', 'DeleteMailboxPermissions'],
    readsOnly: ['DescribeIdentityProviderConfiguration'],
    masked: ['ListPersonalAccessTokens'],
  },
} satisfies Judgements;
