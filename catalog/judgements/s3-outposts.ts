import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3onoutposts.html',
  recheck: {
    opens: ['PutReplicationConfiguration'],
  },
  free: {
    dataOnly: ['PutLifecycleConfiguration'],
    ownData: ['CreateBucket', 'PutObject'],
  },
} satisfies Judgements;
