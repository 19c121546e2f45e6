import type { Judgements } from '../judged.ts';

export default {
  page: {
    redshift: 'https://docs.aws.amazon.com/redshift/latest/APIReference/',
    redshiftserverless: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/',
  },
  recheck: {
    opens: [
      'AssociateDataShareConsumer',
      'AuthorizeClusterSecurityGroupIngress',
      'AuthorizeInboundIntegration',
      'CreateEndpointAccess',
      'ModifyCluster',
      'ModifyEndpointAccess',
      'RestoreFromClusterSnapshot',
    ],
    secret: ['GetClusterCredentials', 'GetClusterCredentialsWithIAM', 'GetIdentityCenterAuthToken'],
    directory: ['ModifyRedshiftIdcApplication'],
    otherRoles: ['ModifyScheduledAction'],
    stopsLogs: ['DisableLogging', 'ModifyClusterParameterGroup', 'ResetClusterParameterGroup'],
  },
  free: {
    passRole: ['CreateCluster', 'CreateRedshiftIdcApplication'],
    dataOnly: ['CreateClusterParameterGroup'],
    network: [
      'CreateClusterSecurityGroup',
      'CreateClusterSubnetGroup',
      'CreateCustomDomainAssociation',
      'ModifyClusterSubnetGroup',
      'ModifyCustomDomainAssociation',
    ],
    takesAway: [
      'DeleteClusterParameterGroup',
      'DeleteClusterSecurityGroup',
      'DeleteClusterSubnetGroup',
      'DeleteSnapshotCopyGrant',
      'RevokeClusterSecurityGroupIngress',
    ],
    operates: [
      'CreateSnapshotSchedule',
      'EnableSnapshotCopy',
      'ModifyClusterSnapshotSchedule',
      'ModifySnapshotSchedule',
    ],
    inService: ['ModifyQev2IdcApplication'],
    noGrant: ['ViewQueriesFromConsole', 'ViewQueriesInConsole'],
  },
} satisfies Judgements;
