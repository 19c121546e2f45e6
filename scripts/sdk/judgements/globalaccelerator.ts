import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/global-accelerator/latest/api/',
  recheck: {
    opens: ['CreateCrossAccountAttachment', 'UpdateCrossAccountAttachment'],
  },
} satisfies Judgements;
