import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonroute53resolver.html',
  recheck: {
    stopsLogs: ['DeleteResolverQueryLogConfig', 'DisassociateResolverQueryLogConfig'],
  },
} satisfies Judgements;
