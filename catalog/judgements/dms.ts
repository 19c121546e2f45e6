import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/dms/latest/APIReference/',
  recheck: {
    opens: ['CreateReplicationInstance', 'UpdateInstanceProfile'],
    otherRoles: ['ModifyDataMigration', 'ModifyEndpoint', 'UpdateDataProvider', 'UpdateMigrationProject'],
  },
  free: {
    passRole: ['CreateDataProvider', 'CreateEndpoint', 'CreateMigrationProject'],
    masked: ['DeleteEndpoint', 'DescribeEndpoints'],
    startsOthers: ['AssociateExtensionPack', 'StartMetadataModelExportToTarget'],
    operates: ['ApplyPendingMaintenanceAction', 'ModifyReplicationInstance', 'RebootReplicationInstance'],
    dataOnly: ['StartMetadataModelCreation'],
    network: ['CreateInstanceProfile'],
    takesAway: ['DeleteInstanceProfile'],
  },
} satisfies Judgements;
