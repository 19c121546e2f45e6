import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchapplicationsignals.html',
  recheck: {
    code: ['CreateInstrumentationConfiguration'],
  },
  free: {
    takesAway: ['DeleteInstrumentationConfiguration'],
  },
} satisfies Judgements;
