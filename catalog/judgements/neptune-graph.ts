import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/neptune-analytics/latest/apiref/',
  free: {
    ownData: ['DeleteDataViaQuery', 'ReadDataViaQuery', 'WriteDataViaQuery'],
  },
} satisfies Judgements;
