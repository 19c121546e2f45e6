import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonopensearchingestion.html',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    pipeline: ['UpdatePipeline'],
  },
  free: {
    operates: ['StartPipeline'],
    passRole: ['CreatePipeline'],
  },
} satisfies Judgements;
