import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/rtb-fabric/latest/api/',
  recheck: {
    opens: ['CreateLinkRoutingRule', 'UpdateLinkRoutingRule'],
    otherRoles: ['UpdateResponderGateway'],
  },
  free: {
    passRole: ['CreateResponderGateway'],
    operates: ['UpdateLinkModuleFlow'],
    network: ['PutLinkFlows'],
  },
} satisfies Judgements;
