import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mgn/latest/APIReference/',
  recheck: {
    instanceCommandsPossible: ['CreateConnector', 'UpdateConnector'],
  },
  free: {
    dataOnly: ['CreateReplicationConfigurationTemplate', 'StartNetworkMigrationMappingUpdate'],
    network: ['UpdateReplicationConfiguration', 'UpdateReplicationConfigurationTemplate'],
  },
} satisfies Judgements;
