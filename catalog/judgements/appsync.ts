import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/appsync/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    secret: ['CreateApiKey', 'ListApiKeys', 'UpdateApiKey'],
    code: [
      'CreateChannelNamespace',
      'CreateFunction',
      'CreateResolver',
      'PutGraphqlApiEnvironmentVariables',
      'UpdateChannelNamespace',
      'UpdateFunction',
      'UpdateResolver',
    ],
    otherRoles: ['UpdateDataSource'],
    opens: ['StartSchemaCreation', 'UpdateApi', 'UpdateGraphqlApi', 'UpdateType'],
  },
  free: {
    passRole: ['CreateApi', 'CreateDataSource', 'CreateGraphqlApi'],
    dataOnly: ['CreateType'],
    callersRights: ['StartDataSourceIntrospection'],
    operates: ['UpdateSourceApiAssociation'],
  },
} satisfies Judgements;
