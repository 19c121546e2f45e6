import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateEndpoint'],
    secret: ['RetrieveConnectionCredentials'],
    stopsAlarms: ['DeleteRule', 'DisableRule', 'PutRule', 'PutTargets', 'RemoveTargets'],
  },
  free: {
    passRole: ['CreateEndpoint'],
    startsOthers: ['EnableRule'],
  },
} satisfies Judgements;
