import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/',
  recheck: {
    code: ['StartCanaryDryRun', 'UpdateCanary'],
  },
  free: {
    startsOthers: ['StartCanary'],
  },
} satisfies Judgements;
