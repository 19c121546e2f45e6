import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/frauddetector/latest/api/',
  free: {
    passRole: ['CreateModelVersion', 'PutExternalModel', 'UpdateModelVersion'],
    dataOnly: ['CreateRule', 'UpdateRuleMetadata', 'UpdateRuleVersion'],
    notAWatch: ['DeleteRule'],
  },
} satisfies Judgements;
