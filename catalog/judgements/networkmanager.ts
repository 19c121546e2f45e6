import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/networkmanager/latest/APIReference/',
  free: {
    network: [
      'CreateCoreNetwork',
      'DeleteCoreNetworkPolicyVersion',
      'PutCoreNetworkPolicy',
      'RestoreCoreNetworkPolicyVersion',
    ],
  },
} satisfies Judgements;
