import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/devicefarm/latest/APIReference/',
  recheck: {
    code: ['ScheduleRun', 'UpdateProject'],
  },
  free: {
    passRole: ['CreateProject'],
    noRole: ['CreateRemoteAccessSession'],
    operates: ['UpdateDeviceInstance', 'UpdateInstanceProfile', 'UpdateTestGridProject'],
  },
} satisfies Judgements;
