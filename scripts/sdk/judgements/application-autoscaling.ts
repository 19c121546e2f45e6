import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/',
  free: {
    passRole: ['RegisterScalableTarget'],
    operates: ['PutScheduledAction'],
  },
} satisfies Judgements;
