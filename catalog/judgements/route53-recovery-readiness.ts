import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/recovery-readiness/latest/api/resources.html',
  recheck: {
    opens: ['CreateCrossAccountAuthorization'],
  },
} satisfies Judgements;
