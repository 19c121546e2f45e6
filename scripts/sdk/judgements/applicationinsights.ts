import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatch/latest/APIReference/',
  recheck: {
    access: ['CreateApplication', 'UpdateApplication'],
  },
} satisfies Judgements;
