import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/entityresolution/latest/apireference/',
  recheck: {
    otherRoles: ['UpdateIdMappingWorkflow', 'UpdateIdNamespace', 'UpdateMatchingWorkflow'],
  },
  free: {
    passRole: ['CreateIdMappingWorkflow', 'CreateIdNamespace', 'StartIdMappingJob'],
    ownToken: ['GetPolicy'],
    startsOthers: ['StartMatchingJob'],
  },
} satisfies Judgements;
