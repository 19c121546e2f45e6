import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/recovery-readiness/latest/api/resources.html',
  recheck: {
    opens: ['CreateCrossAccountAuthorization'],
  },
} satisfies Judgements;
