import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/config/latest/APIReference/',
  recheck: {
    stopsChanges: ['DeleteConfigurationRecorder', 'StopConfigurationRecorder'],
  },
} satisfies Judgements;
