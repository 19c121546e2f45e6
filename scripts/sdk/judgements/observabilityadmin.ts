import type { Judgements } from '../judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatch/latest/observabilityadmin/',
  recheck: {
    opens: ['CreateCentralizationRuleForOrganization'],
    pipeline: ['UpdateTelemetryPipeline'],
    stopsLogs: [
      'DeleteCentralizationRuleForOrganization',
      'DeleteDatasetIntegration',
      'DeleteS3TableIntegration',
      'DeleteTelemetryPipeline',
      'DeleteTelemetryRule',
      'DeleteTelemetryRuleForOrganization',
      'StopTelemetryEnrichment',
      'StopTelemetryEvaluation',
      'StopTelemetryEvaluationForOrganization',
      'UpdateCentralizationRuleForOrganization',
      'UpdateDatasetIntegration',
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
    ],
  },
} satisfies Judgements;
