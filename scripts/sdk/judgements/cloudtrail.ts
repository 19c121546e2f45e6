import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/',
  recheck: {
    stopsTrail: ['DeleteEventDataStore', 'DeleteTrail', 'PutEventSelectors', 'StopLogging', 'UpdateTrail'],
  },
} satisfies Judgements;
