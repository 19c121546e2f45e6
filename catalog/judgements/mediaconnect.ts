import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mediaconnect/latest/api/',
  recheck: {
    opens: [
      'AddFlowOutputs',
      'GrantFlowEntitlements',
      'UpdateFlowEntitlement',
      'UpdateFlowOutput',
      'UpdateRouterOutput',
    ],
  },
  free: {
    dataOnly: ['AddFlowMediaStreams', 'UpdateFlowMediaStream'],
    operates: ['StartFlow', 'UpdateFlow', 'UpdateGatewayInstance'],
    passRole: [
      'AddFlowSources',
      'CreateFlow',
      'CreateRouterInput',
      'CreateRouterOutput',
      'UpdateFlowSource',
      'UpdateRouterInput',
    ],
  },
} satisfies Judgements;
