import type { Judgements } from '../build/judged.ts';

export default {
  page: {
    redshift: 'https://docs.aws.amazon.com/redshift/latest/APIReference/',
    redshiftserverless: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/',
  },
  recheck: {
    directory: ['CreateRedshiftIdcApplication', 'ModifyQev2IdcApplication', 'ModifyRedshiftIdcApplication'],
    opens: [
      'AssociateDataShareConsumer',
      'AuthorizeClusterSecurityGroupIngress',
      'AuthorizeInboundIntegration',
      'CreateEndpointAccess',
      'ModifyCluster',
      'ModifyEndpointAccess',
      'RestoreFromClusterSnapshot',
    ],
    otherRoles: ['ModifyScheduledAction'],
    secret: ['GetClusterCredentials', 'GetClusterCredentialsWithIAM', 'GetIdentityCenterAuthToken'],
    stopsLogs: ['DisableLogging', 'ModifyClusterParameterGroup', 'ResetClusterParameterGroup'],
  },
  free: {
    dataOnly: ['CreateClusterParameterGroup'],
    namesOnly: ['EnableSnapshotCopy'],
    network: [
      'CreateClusterSecurityGroup',
      'CreateClusterSubnetGroup',
      'CreateCustomDomainAssociation',
      'ModifyClusterSubnetGroup',
      'ModifyCustomDomainAssociation',
    ],
    noGrant: ['ViewQueriesFromConsole', 'ViewQueriesInConsole'],
    operates: ['CreateSnapshotSchedule', 'ModifyClusterSnapshotSchedule', 'ModifySnapshotSchedule'],
    passRole: ['CreateCluster'],
    takesAway: [
      'DeleteClusterParameterGroup',
      'DeleteClusterSecurityGroup',
      'DeleteClusterSubnetGroup',
      'DeleteSnapshotCopyGrant',
      'RevokeClusterSecurityGroupIngress',
    ],
  },
} satisfies Judgements;
