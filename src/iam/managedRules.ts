import { parseArn } from './arn.ts';

/**
 * The EventBridge rules by which Step Functions learns that a job has ended: each .sync task makes and aims its own anew. Most are
 * spelled `GetEventsFor`, some `GetEventFor`.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html#connect-iam-sync-async and the
 * pages of the services
 */
export const MANAGED_RULES = [
  'StepFunctionsGetEventForCodeBuildStartBuildBatchRule',
  'StepFunctionsGetEventForCodeBuildStartBuildRule',
  'StepFunctionsGetEventForEMRAddJobFlowStepsRule',
  'StepFunctionsGetEventForEMRRunJobFlowRule',
  'StepFunctionsGetEventForEMRTerminateJobFlowsRule',
  'StepFunctionsGetEventsForBatchJobsRule',
  'StepFunctionsGetEventsForECSTaskRule',
  'StepFunctionsGetEventsForEMRServerlessApplicationRule',
  'StepFunctionsGetEventsForEMRServerlessJobRule',
  'StepFunctionsGetEventsForMediaConvertJobRule',
  'StepFunctionsGetEventsForSageMakerLabelingJobsRule',
  'StepFunctionsGetEventsForSageMakerProcessingJobsRule',
  'StepFunctionsGetEventsForSageMakerTrainingJobsRule',
  'StepFunctionsGetEventsForSageMakerTransformJobsRule',
  'StepFunctionsGetEventsForSageMakerTuningJobsRule',
  'StepFunctionsGetEventsForStepFunctionsExecutionRule',
] as const;

export type ManagedRule = (typeof MANAGED_RULES)[number];

const RESOURCES: ReadonlySet<string> = new Set(MANAGED_RULES.map((name) => `rule/${name}`));

/** True for one of these rules on the default bus, by its whole name. */
export function isManagedRule(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'events' && RESOURCES.has(arn.resource);
}
