import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/OAM/latest/APIReference/',
  always: {
    resourcePolicy: ['PutSinkPolicy'],
  },
  recheck: {
    opens: ['CreateLink', 'UpdateLink'],
    stopsLogs: ['DeleteLink', 'DeleteSink'],
  },
} satisfies Judgements;
