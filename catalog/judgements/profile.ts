import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/customerprofiles/latest/APIReference/',
  recheck: {
    otherRoles: ['PutIntegration'],
  },
  free: {
    dataOnly: ['CreateEventTrigger', 'CreateSegmentDefinition', 'CreateSegmentEstimate', 'UpdateEventTrigger'],
    passRole: ['CreateSegmentSnapshot'],
    ownData: ['CreateUploadJob', 'StartUploadJob'],
  },
} satisfies Judgements;
