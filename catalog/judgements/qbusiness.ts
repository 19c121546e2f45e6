import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazonq/latest/api-reference/',
  always: {
    resourcePolicy: ['AssociatePermission', 'PutResourcePolicy'],
  },
  recheck: {
    opens: ['CreateDataAccessor', 'DisableAclOnDataSource'],
    directory: ['CreateSubscription', 'PutGroup', 'UpdateWebExperience'],
    secret: ['GetDocumentContent'],
    otherRoles: ['UpdateApplication', 'UpdateDataSource', 'UpdatePlugin', 'UpdateRetriever'],
  },
  free: {
    ownData: ['BatchDeleteDocument'],
    startsOthers: ['ChatSync', 'StartDataSourceSyncJob'],
    takesAway: ['DeletePlugin'],
    passRole: [
      'BatchPutDocument',
      'CreateApplication',
      'CreateDataSource',
      'CreatePlugin',
      'CreateRetriever',
      'CreateWebExperience',
    ],
  },
} satisfies Judgements;
