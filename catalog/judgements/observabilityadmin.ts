import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatch/latest/observabilityadmin/',
  recheck: {
    opens: ['CreateCentralizationRuleForOrganization', 'UpdateCentralizationRuleForOrganization'],
    stopsLogs: [
      'DeleteCentralizationRuleForOrganization',
      'DeleteConnector',
      'DeleteDatasetIntegration',
      'DeleteS3TableIntegration',
      'DeleteTelemetryPipeline',
      'DeleteTelemetryRule',
      'DeleteTelemetryRuleForOrganization',
      'PutConnectorTelemetryManifest',
      'StopTelemetryEnrichment',
      'StopTelemetryEvaluation',
      'StopTelemetryEvaluationForOrganization',
      'StopThirdPartyTelemetryEnrichment',
      'UpdateDatasetIntegration',
      'UpdateTelemetryPipeline',
      'UpdateTelemetryRule',
      'UpdateTelemetryRuleForOrganization',
    ],
  },
  free: {
    operates: [
      'CreateTelemetryRule',
      'CreateTelemetryRuleForOrganization',
      'StartTelemetryEvaluation',
      'StartTelemetryEvaluationForOrganization',
      'StartTelemetryPipelineRefresh',
    ],
    passRole: ['CreateConnector'],
  },
} satisfies Judgements;
