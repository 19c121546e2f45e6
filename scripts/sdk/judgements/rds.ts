import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/',
  recheck: {
    snapshot: ['ModifyDBClusterSnapshotAttribute', 'ModifyDBSnapshotAttribute'],
  },
} satisfies Judgements;
