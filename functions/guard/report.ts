import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { HookResponse } from './response.ts';
import type { GuardCounts } from './worker.ts';

/** Reports what the guard said: metrics and a log entry, without anything that a template says. */

const metrics = new Metrics({ namespace: 'rolefit', serviceName: 'guard' });
const logger = new Logger({ serviceName: 'guard' });

export interface Outcome {
  readonly response: HookResponse;
  readonly counts: GuardCounts;
  /** The stack's ARN. */
  readonly stack: string;
  /** Why it could not decide, in words of rolefit's own. */
  readonly undecided?: string;
  readonly milliseconds: number;
}

/** See docs/guard.md. Alarms watch these without a dimension of their own, so each answer publishes all of them. */
export function report({ response, counts, stack, undecided, milliseconds }: Outcome): void {
  const isUndecided = response.errorCode === 'InternalFailure';
  metrics.addMetric('Evaluations', MetricUnit.Count, 1);
  metrics.addMetric('Violations', MetricUnit.Count, response.errorCode === 'NonCompliant' ? 1 : 0);
  metrics.addMetric('Undecided', MetricUnit.Count, isUndecided ? 1 : 0);
  metrics.addMetric('Compared', MetricUnit.Count, counts.compared);
  metrics.addMetric('Latency', MetricUnit.Milliseconds, milliseconds);
  metrics.publishStoredMetrics();
  const entry = {
    stack,
    status: response.hookStatus,
    ...(response.errorCode === undefined ? {} : { errorCode: response.errorCode }),
    ...counts,
    milliseconds,
  };
  if (isUndecided) logger.warn(`not decided: ${undecided ?? 'the template cannot be read'}`, entry);
  else logger.info('decided', entry);
}
