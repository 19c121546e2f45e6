import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iotanalytics/latest/APIReference/',
  recheck: {
    code: ['UpdateDataset', 'UpdatePipeline'],
    functionCode: ['RunPipelineActivity'],
    otherRoles: ['UpdateChannel', 'UpdateDatastore'],
    stopsLogs: ['PutLoggingOptions'],
  },
  free: {
    passRole: ['CreateChannel', 'CreateDataset', 'CreateDatastore', 'CreatePipeline'],
    startsOthers: ['StartPipelineReprocessing'],
  },
} satisfies Judgements;
