import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/m2/latest/APIReference/',
  recheck: {
    opens: ['CreateEnvironment'],
    code: ['UpdateApplication'],
  },
  free: {
    passRole: ['CreateApplication'],
    startsOthers: ['CreateDeployment', 'StartApplication', 'StartBatchJob'],
    operates: ['UpdateEnvironment'],
  },
} satisfies Judgements;
