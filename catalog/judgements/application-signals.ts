import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/applicationsignals/latest/APIReference/',
  recheck: {
    code: ['CreateInstrumentationConfiguration'],
  },
  free: {
    takesAway: ['DeleteInstrumentationConfiguration'],
  },
} satisfies Judgements;
