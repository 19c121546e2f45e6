import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iotanalytics/latest/APIReference/',
  recheck: {
    code: ['UpdateDataset', 'UpdatePipeline'],
    functionCode: ['RunPipelineActivity'],
    stopsLogs: ['PutLoggingOptions'],
  },
  free: {
    passRole: [
      'CreateChannel',
      'CreateDataset',
      'CreateDatastore',
      'CreatePipeline',
      'UpdateChannel',
      'UpdateDatastore',
    ],
    startsOthers: ['StartPipelineReprocessing'],
  },
} satisfies Judgements;
