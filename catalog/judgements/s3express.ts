import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/',
  recheck: {
    stopsLogs: ['PutLifecycleConfiguration'],
  },
  free: {
    ownData: ['CreateBucket'],
    callersRights: ['CreateSession'],
  },
} satisfies Judgements;
