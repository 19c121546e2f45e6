import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/machine-learning/latest/APIReference/',
  free: {
    dataOnly: ['CreateMLModel', 'UpdateDataSource', 'UpdateEvaluation'],
  },
} satisfies Judgements;
