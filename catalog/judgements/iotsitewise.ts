import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/iot-sitewise/latest/APIReference/',
  recheck: {
    directory: ['CreateAccessPolicy', 'UpdateAccessPolicy'],
    code: ['StartPipelineExecution', 'UpdateTask'],
    pipeline: ['UpdatePipeline'],
    otherRoles: ['UpdateDataset'],
    stopsLogs: ['PutLoggingOptions'],
  },
  free: {
    passRole: ['CreateDataset', 'CreateTask', 'PutStorageConfiguration', 'UpdatePortal'],
    startsOthers: ['ExecuteAction'],
    operates: ['CreateEnrichmentJob'],
    ownData: ['CreateDatasetExportJob', 'ExecuteQuery', 'StartQuery'],
    inService: ['BatchAssociateProjectAssets'],
    dataOnly: ['UpdateProject'],
    takesAway: ['DeleteAccessPolicy'],
  },
} satisfies Judgements;
