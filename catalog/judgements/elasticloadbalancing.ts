import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/',
  recheck: {
    opens: [
      'CreateListener',
      'CreateRule',
      'DeleteRule',
      'ModifyListener',
      'ModifyRule',
      'ModifyTrustStore',
      'SetRulePriorities',
    ],
  },
  free: {
    masked: ['DescribeListeners', 'DescribeRules'],
    namesOnly: ['CreateTrustStore'],
    takesAway: ['AddTrustStoreRevocations'],
  },
} satisfies Judgements;
