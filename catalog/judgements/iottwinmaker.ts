import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iot-twinmaker/latest/apireference/',
  recheck: {
    usesRole: ['CreateComponentType', 'CreateMetadataTransferJob'],
    otherRoles: ['UpdateComponentType', 'UpdateWorkspace'],
  },
  free: {
    passRole: ['CreateWorkspace'],
    ownData: ['ExecuteQuery'],
    dataOnly: ['CreateEntity', 'UpdateEntity'],
  },
} satisfies Judgements;
