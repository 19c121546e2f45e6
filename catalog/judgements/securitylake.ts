import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/security-lake/latest/APIReference/',
  always: {
    access: ['RegisterDataLakeDelegatedAdministrator'],
  },
  recheck: {
    createsRole: ['CreateCustomLogSource'],
    opens: ['CreateSubscriber', 'UpdateSubscriber'],
    otherRoles: ['UpdateSubscriberNotification'],
    stopsAlarms: [
      'DeleteDataLakeExceptionSubscription',
      'DeleteSubscriberNotification',
      'UpdateDataLakeExceptionSubscription',
    ],
    stopsLogs: [
      'DeleteAwsLogSource',
      'DeleteCustomLogSource',
      'DeleteDataLake',
      'DeleteDataLakeOrganizationConfiguration',
      'DeleteSubscriber',
      'DeregisterDataLakeDelegatedAdministrator',
      'UpdateDataLake',
    ],
  },
  free: {
    passRole: ['CreateSubscriberNotification'],
  },
} satisfies Judgements;
