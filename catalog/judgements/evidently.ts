import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatchevidently/latest/APIReference/',
  free: {
    dataOnly: ['CreateLaunch', 'UpdateLaunch'],
  },
} satisfies Judgements;
