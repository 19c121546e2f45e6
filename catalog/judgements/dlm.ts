import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/dlm/latest/APIReference/',
  recheck: {
    snapshot: ['CreateLifecyclePolicy', 'UpdateLifecyclePolicy'],
  },
} satisfies Judgements;
