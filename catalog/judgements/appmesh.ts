import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/app-mesh/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteMeshPolicy', 'PutMeshPolicy'],
  },
  free: {
    network: [
      'CreateGatewayRoute',
      'CreateMesh',
      'CreateRoute',
      'CreateVirtualGateway',
      'CreateVirtualNode',
      'CreateVirtualRouter',
      'CreateVirtualService',
      'UpdateGatewayRoute',
      'UpdateMesh',
      'UpdateRoute',
      'UpdateVirtualGateway',
      'UpdateVirtualNode',
      'UpdateVirtualRouter',
      'UpdateVirtualService',
    ],
    takesAway: ['DeleteVirtualGateway', 'DeleteVirtualNode'],
    masked: ['DescribeVirtualGateway', 'DescribeVirtualNode'],
  },
} satisfies Judgements;
