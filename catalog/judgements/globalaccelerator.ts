import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/global-accelerator/latest/api/',
  recheck: {
    opens: ['CreateCrossAccountAttachment', 'UpdateCrossAccountAttachment'],
  },
} satisfies Judgements;
