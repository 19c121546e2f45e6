import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/forecast/latest/dg/',
  free: {
    passRole: [
      'CreateAutoPredictor',
      'CreateDataset',
      'CreateExplainability',
      'CreateForecast',
      'CreatePredictor',
      'CreateWhatIfAnalysis',
      'CreateWhatIfForecast',
    ],
  },
} satisfies Judgements;
