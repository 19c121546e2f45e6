import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/managed-flink/latest/apiv2/',
  recheck: {
    otherRoles: [
      'AddApplicationInput',
      'AddApplicationInputProcessingConfiguration',
      'AddApplicationOutput',
      'AddApplicationReferenceDataSource',
    ],
    code: ['UpdateApplication'],
    signIn: ['CreateApplicationPresignedUrl'],
    stopsLogs: ['DeleteApplicationCloudWatchLoggingOption'],
  },
  free: {
    operates: ['AddApplicationCloudWatchLoggingOption', 'UpdateApplicationMaintenanceConfiguration'],
    network: ['AddApplicationVpcConfiguration'],
    passRole: ['CreateApplication', 'ExportSnapshot', 'ImportSnapshot'],
    startsOthers: ['RollbackApplication', 'StartApplication'],
  },
} satisfies Judgements;
