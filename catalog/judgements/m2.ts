import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/m2/latest/APIReference/',
  recheck: {
    code: ['StartBatchJob', 'UpdateApplication'],
  },
  free: {
    passRole: ['CreateApplication'],
    startsOthers: ['CreateDeployment'],
    inService: ['CreateEnvironment'],
    operates: ['StartApplication', 'UpdateEnvironment'],
  },
} satisfies Judgements;
