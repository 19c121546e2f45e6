import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/',
  free: {
    passRole: ['RegisterScalableTarget'],
    operates: ['PutScheduledAction'],
  },
} satisfies Judgements;
