import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafregional.html',
  recheck: {
    stopsLogs: ['DeleteLoggingConfiguration', 'PutLoggingConfiguration'],
  },
  free: {
    network: ['DeleteRule', 'DeleteSqlInjectionMatchSet', 'UpdateSqlInjectionMatchSet'],
    ownToken: ['GetChangeToken'],
  },
} satisfies Judgements;
