import type { Judgements } from '../build/judged.ts';

export default {
  page: 'https://docs.aws.amazon.com/cloudwatch/latest/observabilityadmin/',
  recheck: {
    opens: ['CreateCentralizationRuleForOrganization', 'UpdateCentralizationRuleForOrganization'],
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
    ],
  },
} satisfies Judgements;
