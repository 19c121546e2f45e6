import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/batch/latest/APIReference/',
  free: {
    startsOthers: ['SubmitJob'],
  },
} satisfies Judgements;
