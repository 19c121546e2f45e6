import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/comprehend/latest/APIReference/',
  always: {
    resourcePolicy: ['DeleteResourcePolicy', 'PutResourcePolicy'],
  },
  recheck: {
    otherRoles: ['UpdateEndpoint', 'UpdateFlywheel'],
  },
  free: {
    dataOnly: ['CreateDataset'],
    passRole: ['CreateEndpoint', 'ImportModel'],
  },
} satisfies Judgements;
