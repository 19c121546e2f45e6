import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/datazone/latest/APIReference/',
  recheck: {
    access: ['PutEnvironmentBlueprintConfiguration'],
    code: ['UpdateEnvironmentBlueprint'],
    credentials: ['GetConnection', 'GetDomainExecutionRoleCredentials', 'GetEnvironmentCredentials'],
    directory: ['CreateGroupProfile', 'CreateUserProfile', 'UpdateGroupProfile', 'UpdateUserProfile'],
    domainAccess: [
      'AddEntityOwner',
      'CreateDesignation',
      'CreateProjectMembership',
      'UpdateAssetOwner',
      'UpdateDesignation',
      'UpdateDomain',
      'UpdateRootDomainUnitOwner',
    ],
    handsRoleUnasked: ['AssociateEnvironmentRole'],
    notebookCommands: ['StartNotebookImport', 'StartNotebookRun', 'StartNotebookSync', 'UpdateNotebook'],
    opens: [
      'AcceptSubscriptionRequest',
      'CreateSubscriptionGrant',
      'CreateSubscriptionTarget',
      'UpdateSubscriptionGrantStatus',
      'UpdateSubscriptionTarget',
    ],
    otherRoles: ['UpdateAccountPool', 'UpdateDataSource', 'UpdateEnvironmentProfile', 'UpdateProjectProfile'],
    secret: ['CreateConnection', 'ListConnections', 'RefreshToken', 'UpdateConnection'],
    signIn: ['SsoLogin'],
    stackChanges: ['UpdateEnvironment', 'UpdateProject'],
  },
  free: {
    dataOnly: ['CreateEnvironmentBlueprint', 'CreateSubscriptionRequest', 'UpdateEnvironmentAction'],
    inService: ['CreateRule', 'UpdateRule'],
    ownData: ['StartNotebookExport'],
    passRole: ['CreateAccountPool', 'CreateDataSource', 'CreateDomain', 'CreateProject'],
    startsOthers: ['StartDataSourceRun'],
    takesAway: ['DeleteDataSource', 'DeleteRule', 'SsoLogout'],
  },
} satisfies Judgements;
