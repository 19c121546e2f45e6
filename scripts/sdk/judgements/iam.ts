import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/IAM/latest/APIReference/',
  always: {
    createsRole: ['AcquireRole'],
    access: ['UpdateDelegationRequest'],
  },
  recheck: {
    handsRole: ['PassRole'],
    createsRole: ['CreateServiceLinkedRole'],
  },
} satisfies Judgements;
