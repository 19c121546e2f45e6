import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/',
  recheck: {
    opens: ['AssociateDRTRole'],
  },
  free: {
    network: ['EnableApplicationLayerAutomaticResponse', 'UpdateApplicationLayerAutomaticResponse'],
  },
} satisfies Judgements;
