import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awshealthlake.html',
  free: {
    ownData: ['InquirePreAuthClaim', 'SubmitPreAuthClaim'],
  },
} satisfies Judgements;
