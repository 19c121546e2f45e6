import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/appfabric/latest/api/',
  recheck: {
    secret: ['ConnectAppAuthorization', 'CreateAppAuthorization', 'GetAppAuthorization'],
    stopsLogs: ['UpdateAppAuthorization'],
  },
} satisfies Judgements;
