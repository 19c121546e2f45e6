import type { Judgements } from '../judged.ts';

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
