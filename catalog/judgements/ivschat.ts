import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/',
  recheck: {
    code: ['UpdateRoom'],
    secret: ['CreateChatToken'],
    stopsLogs: ['DeleteLoggingConfiguration', 'UpdateLoggingConfiguration'],
  },
  free: {
    namesOnly: ['CreateRoom'],
  },
} satisfies Judgements;
