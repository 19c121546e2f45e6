import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswaf.html',
  recheck: {
    stopsLogs: ['DeleteLoggingConfiguration', 'PutLoggingConfiguration'],
    opens: ['UpdateSqlInjectionMatchSet'],
  },
  free: {
    network: ['DeleteRule', 'DeleteSqlInjectionMatchSet'],
    ownToken: ['GetChangeToken'],
  },
} satisfies Judgements;
