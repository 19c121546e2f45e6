import type { Judgements } from '../build/judged.ts';

export default {
  page: { iotevents: 'https://docs.aws.amazon.com/iotevents/latest/apireference/' },
  recheck: {
    stopsAlarms: ['BatchDisableAlarm', 'BatchResetAlarm', 'DeleteAlarmModel', 'UpdateAlarmModel'],
    stopsLogs: ['PutLoggingOptions'],
    otherRoles: ['UpdateDetectorModel'],
  },
} satisfies Judgements;
