import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iotanalytics/latest/APIReference/',
  recheck: {
    stopsLogs: ['PutLoggingOptions'],
    code: ['UpdateDataset'],
    otherRoles: ['UpdateChannel', 'UpdateDatastore', 'UpdatePipeline'],
  },
  free: {
    passRole: ['CreateChannel', 'CreateDataset', 'CreateDatastore', 'CreatePipeline', 'RunPipelineActivity'],
    startsOthers: ['StartPipelineReprocessing'],
  },
} satisfies Judgements;
