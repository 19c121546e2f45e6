import type { WorkflowType } from '../asl/workflow.ts';
import type { PassedValue } from '../values/flow/callArguments.ts';
import type { IntegrationPattern } from './resource.ts';

/** One API request that the execution role makes, on behalf of a state or of the state machine itself. */
export interface Call {
  /** JSON Pointer of the state; empty for the state machine's own settings. */
  readonly state: string;
  readonly kind: CallKind;
  /** Spelled as in the Resource: `dynamodb`, `emr-serverless`. */
  readonly service: string;
  readonly api: string;
  readonly pattern: IntegrationPattern;
  readonly arguments: PassedValue;
  /** The names of the arguments that the definition writes down; undefined if an expression gives them all. */
  readonly argumentNames?: readonly string[] | undefined;
  /** The Lambda function that a task's Resource itself names: its ARN, or a placeholder for it. */
  readonly functionArn?: string;
  /** The activity that a task's Resource names, by its ARN. */
  readonly activityArn?: string;
  /** The partition of the task's Resource; undefined if it names none. */
  readonly partition: string | undefined;
  /** The type of workflow that makes the call; undefined for the state machine itself, whose type is a setting. */
  readonly childOf: WorkflowType | undefined;
  /** The role of the task's `Credentials`: the execution role assumes it, and it makes the call. */
  readonly assumes?: PassedValue;
}

/**
 * - `optimized`: an optimized integration, a Lambda function's or activity's ARN, an HTTP task;
 * - `sdk`: an AWS SDK integration;
 * - `map`: what a distributed Map needs to run, read and write;
 * - `setting`: what the state machine's logging, tracing and encryption need.
 */
export type CallKind = 'optimized' | 'sdk' | 'map' | 'setting';

/** The operation as findings and ExtraActions name it: what follows `arn:aws:states:::` in a task's Resource. */
export function operationName({ kind, service, api }: Pick<Call, 'kind' | 'service' | 'api'>): string {
  return `${kind === 'sdk' ? 'aws-sdk:' : ''}${service}:${api}`;
}
