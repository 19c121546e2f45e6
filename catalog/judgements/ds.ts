import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/directoryservice/latest/devguide/',
  always: {
    access: ['EnableRoleAccess'],
  },
  recheck: {
    opens: ['AcceptSharedDirectory', 'ShareDirectory'],
    directory: [
      'AuthorizeApplication',
      'CreateConditionalForwarder',
      'CreateTrust',
      'DeleteDirectory',
      'DisableClientAuthentication',
      'DisableRadius',
      'EnableCAEnrollmentPolicy',
      'EnableClientAuthentication',
      'EnableDirectoryDataAccess',
      'EnableRadius',
      'EnableSso',
      'ResetUserPassword',
      'StartSchemaExtension',
      'UpdateConditionalForwarder',
      'UpdateDirectory',
      'UpdateHybridAD',
      'UpdateRadius',
      'UpdateTrust',
    ],
    stopsLogs: ['DeleteLogSubscription'],
  },
  free: {
    inService: ['ConnectDirectory', 'CreateDirectory', 'CreateHybridAD', 'CreateIdentityPoolDirectory'],
    operates: ['CancelSchemaExtension', 'UpdateDirectorySetup'],
    readsOnly: ['DescribeDirectories'],
    takesAway: [
      'DeleteConditionalForwarder',
      'DisableCAEnrollmentPolicy',
      'DisableDirectoryDataAccess',
      'DisableRoleAccess',
      'DisableSso',
      'RejectSharedDirectory',
      'UnshareDirectory',
    ],
  },
} satisfies Judgements;
