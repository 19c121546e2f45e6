import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/scheduler/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateSchedule'],
  },
  free: {
    operates: ['CreateScheduleGroup'],
  },
} satisfies Judgements;
