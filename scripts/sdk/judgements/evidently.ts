import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatchevidently/latest/APIReference/',
  free: {
    dataOnly: ['CreateLaunch', 'UpdateLaunch'],
  },
} satisfies Judgements;
