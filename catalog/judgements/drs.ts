import type { Judgements } from '../build/judged.ts';

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
