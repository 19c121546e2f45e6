import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/xray/latest/api/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
} satisfies Judgements;
