import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/amazonq/latest/api-reference/',
  always: {
    resourcePolicy: ['AssociatePermission', 'PutResourcePolicy'],
  },
  recheck: {
    opens: ['CreateDataAccessor', 'DisableAclOnDataSource'],
    secret: ['GetDocumentContent'],
    directory: ['CreateSubscription', 'PutGroup', 'UpdateApplication', 'UpdateWebExperience'],
    otherRoles: ['UpdateDataSource', 'UpdatePlugin', 'UpdateRetriever'],
  },
  free: {
    passRole: [
      'BatchPutDocument',
      'CreateApplication',
      'CreateDataSource',
      'CreatePlugin',
      'CreateRetriever',
      'CreateWebExperience',
    ],
    startsOthers: ['ChatSync', 'StartDataSourceSyncJob'],
    ownData: ['BatchDeleteDocument'],
    takesAway: ['DeletePlugin'],
  },
} satisfies Judgements;
