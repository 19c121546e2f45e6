import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/dlm/latest/APIReference/',
  recheck: {
    snapshot: ['CreateLifecyclePolicy', 'UpdateLifecyclePolicy'],
  },
} satisfies Judgements;
