import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/emr-serverless/latest/APIReference/',
  recheck: {
    secret: ['GetSessionEndpoint'],
    code: ['UpdateApplication'],
  },
  free: {
    noRole: ['CreateApplication'],
    operates: ['StartApplication'],
    passRole: ['StartJobRun'],
  },
} satisfies Judgements;
