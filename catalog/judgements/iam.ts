import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/',
  always: {
    createsRole: ['AcquireRole'],
    access: ['UpdateDelegationRequest'],
  },
  recheck: {
    handsRole: ['PassRole'],
    createsRole: ['CreateServiceLinkedRole'],
    tells: ['GetRequestAuthorizationDetails', 'GetRequestAuthorizationPolicy'],
  },
} satisfies Judgements;
