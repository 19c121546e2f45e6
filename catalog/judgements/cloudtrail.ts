import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/',
  always: {
    access: ['RegisterOrganizationDelegatedAdmin'],
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    stopsTrail: [
      'DeleteChannel',
      'DeleteEventDataStore',
      'DeleteServiceLinkedChannel',
      'DeleteTrail',
      'DeregisterOrganizationDelegatedAdmin',
      'DisableFederation',
      'PutEventConfiguration',
      'PutEventSelectors',
      'PutInsightSelectors',
      'StopEventDataStoreIngestion',
      'StopImport',
      'StopLogging',
      'UpdateChannel',
      'UpdateEventDataStore',
      'UpdateServiceLinkedChannel',
      'UpdateTrail',
    ],
    opens: ['CreateTrail'],
  },
  free: {
    passRole: ['StartImport'],
    ownData: ['StartQuery'],
    dataOnly: ['UpdateDashboard'],
    operates: ['CancelQuery', 'DeleteDashboard'],
  },
} satisfies Judgements;
