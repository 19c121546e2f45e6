import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/',
  recheck: {
    snapshot: ['ModifyDBClusterSnapshotAttribute', 'ModifyDBSnapshotAttribute'],
    code: ['ModifyDBProxyTargetGroup'],
    directory: ['ModifyDBCluster'],
    opens: [
      'CreateDBInstanceReadReplica',
      'CreateDBShardGroup',
      'ModifyDBInstance',
      'RestoreDBClusterFromSnapshot',
      'RestoreDBClusterToPointInTime',
      'RestoreDBInstanceFromDBSnapshot',
      'RestoreDBInstanceFromS3',
      'RestoreDBInstanceToPointInTime',
    ],
    otherRoles: ['ModifyDBProxy'],
  },
  free: {
    passRole: ['AddRoleToDBCluster', 'AddRoleToDBInstance', 'CreateDBCluster', 'CreateDBInstance'],
    network: ['CreateDBProxyEndpoint'],
    noGrant: ['CrossRegionCommunication'],
    operates: [
      'ApplyPendingMaintenanceAction',
      'CreateBlueGreenDeployment',
      'RebootDBInstance',
      'RegisterDBProxyTargets',
      'StartDBInstance',
      'StartDBInstanceAutomatedBackupsReplication',
    ],
  },
} satisfies Judgements;
