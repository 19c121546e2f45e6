import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/lookout-for-equipment/latest/ug/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    otherRoles: ['UpdateInferenceScheduler', 'UpdateModel'],
  },
  free: {
    passRole: ['CreateModel', 'ImportModelVersion'],
  },
} satisfies Judgements;
