import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html',
  recheck: {
    code: ['StartMLModelTrainingJob', 'StartMLModelTransformJob'],
    usesRole: ['CreateMLEndpoint', 'StartMLDataProcessingJob'],
  },
  free: {
    operates: ['CancelMLDataProcessingJob', 'CancelMLModelTrainingJob', 'CancelMLModelTransformJob'],
    takesAway: ['DeleteMLEndpoint'],
    ownData: ['DeleteDataViaQuery', 'ReadDataViaQuery', 'WriteDataViaQuery'],
    ownToken: ['ResetDatabase'],
  },
} satisfies Judgements;
