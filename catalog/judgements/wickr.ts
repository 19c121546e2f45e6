import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswickr.html',
  recheck: {
    directory: [
      'BatchCreateUser',
      'BatchDeleteUser',
      'BatchReinviteUser',
      'BatchResetDevicesForUser',
      'BatchToggleUserSuspendStatus',
      'CreateSecurityGroup',
      'DeleteSecurityGroup',
      'RegisterOidcConfig',
      'UpdateGuestUser',
      'UpdateSecurityGroup',
      'UpdateUser',
    ],
    secret: ['GetOidcInfo', 'GetOpentdfConfig', 'RegisterOidcConfigTest', 'RegisterOpentdfConfig'],
    signIn: ['CreateAdminSession'],
  },
} satisfies Judgements;
