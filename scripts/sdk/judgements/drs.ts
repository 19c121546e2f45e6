import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/drs/latest/APIReference/',
  free: {
    network: [
      'CreateReplicationConfigurationTemplate',
      'UpdateFailbackReplicationConfiguration',
      'UpdateReplicationConfiguration',
      'UpdateReplicationConfigurationTemplate',
    ],
  },
} satisfies Judgements;
