import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/',
  recheck: {
    otherRoles: ['UpdateEndpoint'],
    secret: ['RetrieveConnectionCredentials'],
    stopsAlarms: ['DeleteRule', 'DisableRule', 'RemoveTargets'],
  },
  free: {
    passRole: ['CreateEndpoint', 'PutTargets'],
    startsOthers: ['EnableRule', 'PutRule'],
  },
} satisfies Judgements;
