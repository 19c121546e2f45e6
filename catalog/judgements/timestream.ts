import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontimestream.html',
  free: {
    startsOthers: ['ExecuteScheduledQuery'],
    passRole: ['UpdateAccountSettings'],
    operates: ['UpdateScheduledQuery'],
  },
} satisfies Judgements;
