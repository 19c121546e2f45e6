import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/glue/latest/webapi/',
  recheck: {
    code: [
      'RunStatement',
      'StartJobUpgradeAnalysis',
      'UpdateBlueprint',
      'UpdateJob',
      'UpdateJobFromSourceControl',
      'UpdateUserDefinedFunction',
    ],
    endpointShell: ['UpdateDevEndpoint'],
    opens: ['FederateAuthorization', 'UpdateCatalog', 'UpdateSourceControlFromJob'],
    otherRoles: [
      'CreateTrigger',
      'UpdateCrawler',
      'UpdateDataQualityEvaluationConfig',
      'UpdateIntegrationResourceProperty',
      'UpdateTableOptimizer',
      'UpdateTrigger',
    ],
    secret: ['BatchGetJobs', 'GetJob', 'GetJobs', 'GetSessionEndpoint', 'PutDataCatalogEncryptionSettings'],
  },
  free: {
    dataOnly: ['CreateUserDefinedFunction', 'CreateWorkflow', 'RegisterConnectionType', 'UpdateWorkflow'],
    inService: ['CreateDatabase'],
    noGrant: ['AuthorizeInboundIntegration'],
    operates: [
      'ResetJobBookmark',
      'StartColumnStatisticsTaskRunSchedule',
      'StartCrawlerSchedule',
      'UpdateCrawlerSchedule',
    ],
    ownData: ['PutWorkflowRunProperties', 'UpdateDatabase'],
    passRole: [
      'CreateCatalog',
      'CreateDataQualityEvaluationConfig',
      'CreateIntegrationResourceProperty',
      'CreateTableOptimizer',
      'UpdateColumnStatisticsTaskSettings',
      'UpdateMLTransform',
    ],
    startsOthers: [
      'ResumeWorkflowRun',
      'StartCrawler',
      'StartJobRun',
      'StartMLEvaluationTaskRun',
      'StartTrigger',
      'StartWorkflowRun',
    ],
  },
} satisfies Judgements;
