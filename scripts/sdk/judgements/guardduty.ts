import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/guardduty/latest/APIReference/',
  recheck: {
    stopsThreats: ['DeleteDetector'],
    stopsThreatsPossible: ['UpdateDetector'],
  },
} satisfies Judgements;
