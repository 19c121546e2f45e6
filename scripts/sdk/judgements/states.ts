import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/step-functions/latest/apireference/',
  recheck: {
    otherRoles: ['UpdateStateMachine'],
  },
  free: {
    startsOthers: ['StartExecution', 'StartSyncExecution'],
  },
} satisfies Judgements;
