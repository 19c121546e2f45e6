import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatch/latest/APIReference/',
  recheck: {
    access: ['CreateApplication', 'UpdateApplication'],
  },
} satisfies Judgements;
