import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalinference.html',
  always: {
    resourcePolicy: ['DeleteFeedPolicy', 'PutFeedPolicy'],
  },
  recheck: {
    otherRoles: ['CreateFunction', 'CreateScheduleAction', 'UpdateFeed', 'UpdateFunction'],
  },
  free: {
    passRole: ['CreateFeed'],
  },
} satisfies Judgements;
