import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/workdocs/latest/APIReference/',
  recheck: {
    directory: [
      'ActivateUser',
      'AddUserToGroup',
      'CreateUser',
      'DeactivateUser',
      'DeleteUser',
      'DeregisterDirectory',
      'RegisterDirectory',
      'UpdateUser',
      'UpdateUserAdministrativeSettings',
    ],
    opens: ['AddNotificationPermissions', 'AddResourcePermissions'],
    secret: ['InitiateDocumentVersionUpload'],
  },
  free: {
    takesAway: ['RemoveResourcePermission'],
  },
} satisfies Judgements;
