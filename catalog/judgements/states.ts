import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/step-functions/latest/apireference/',
  recheck: {
    otherRoles: ['UpdateStateMachine', 'UpdateStateMachineAlias'],
  },
  free: {
    startsOthers: ['RedriveExecution', 'StartExecution', 'StartSyncExecution'],
    namesOnly: ['CreateStateMachineAlias'],
    passRole: ['TestState'],
  },
} satisfies Judgements;
