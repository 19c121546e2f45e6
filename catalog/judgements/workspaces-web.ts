import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workspaces-web/latest/APIReference/',
  recheck: {
    directory: ['AssociateTrustStore', 'CreateIdentityProvider', 'UpdateIdentityProvider', 'UpdateTrustStore'],
    stopsLogs: [
      'AssociateUserAccessLoggingSettings',
      'DeleteUserAccessLoggingSettings',
      'DisassociateUserAccessLoggingSettings',
      'UpdateUserAccessLoggingSettings',
    ],
  },
  free: {
    inService: [
      'AssociateUserSettings',
      'CreateUserSettings',
      'DeleteUserSettings',
      'DisassociateUserSettings',
      'UpdateUserSettings',
    ],
    operates: ['CreateUserAccessLoggingSettings'],
    namesOnly: ['CreateTrustStore'],
  },
} satisfies Judgements;
