import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/',
  recheck: {
    opens: ['AssociateDRTRole'],
  },
  free: {
    network: ['EnableApplicationLayerAutomaticResponse', 'UpdateApplicationLayerAutomaticResponse'],
  },
} satisfies Judgements;
