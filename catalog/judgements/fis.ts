import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/fis/latest/APIReference/',
  recheck: {
    code: ['UpdateExperimentTemplate'],
    otherRoles: ['UpdateTargetAccountConfiguration'],
  },
  free: {
    startsOthers: ['StartExperiment'],
  },
} satisfies Judgements;
