import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/mediapackage/latest/APIReference/',
  always: {
    resourcePolicy: [
      'DeleteChannelPolicy',
      'DeleteOriginEndpointPolicy',
      'PutChannelPolicy',
      'PutOriginEndpointPolicy',
    ],
  },
  free: {
    passRole: ['CreateOriginEndpoint', 'UpdateOriginEndpoint'],
    ownData: ['CreateHarvestJob'],
  },
} satisfies Judgements;
