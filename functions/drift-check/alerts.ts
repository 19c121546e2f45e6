import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Purpose } from '../../src/grants/grant.ts';
import type { RoleReport } from '../../src/recheck/report.ts';
import type { RecordedCall } from './event.ts';
import { alertsOf, logEntry, messageOf, sweepText } from './texts.ts';

/** Reports checks to people: metrics, structured logs, messages. */

export const metrics = new Metrics({ namespace: 'rolefit', serviceName: 'drift-check' });
const logger = new Logger({ serviceName: 'drift-check' });

/** Milliseconds. If a message cannot be sent, the whole check is repeated. */
const TIME_TO_SEND = 8_000;

export interface Alerts {
  /** Reports a check: its metrics, the differences that it found, and who caused them. */
  readonly reportCheck: (report: RoleReport, cause: RecordedCall | undefined) => Promise<void>;
  /** Reports that someone has changed the sweep's own state machine. */
  readonly reportSweepChange: (cause: RecordedCall) => Promise<void>;
  /** Reports a role that could not be checked or repaired. */
  readonly reportFailure: (roleName: string, error: unknown, cause: RecordedCall | undefined) => Promise<void>;
}

export function alertsTo(sns: SNSClient, topic: string): Alerts {
  const send = async (role: string, lines: readonly string[]) => {
    if (topic === '' || lines.length === 0) return;
    // Not with the check's own signal: a check that took too long is reported, too.
    const options = { abortSignal: AbortSignal.timeout(TIME_TO_SEND) };
    await sns.send(new PublishCommand({ TopicArn: topic, ...messageOf(role, lines) }), options);
  };
  return {
    reportCheck: async (report, cause) => {
      count(report);
      const lines = alertsOf(report, cause);
      const role = report.roleName;
      const entry = logEntry(report, cause);
      const [first] = lines;
      if (first !== undefined) logger.warn(first, { ...entry, alerts: lines });
      else logger.info(`checked ${role}: ${report.outcome}`, entry);
      await send(role, lines);
    },
    reportSweepChange: async (cause) => {
      const line = sweepText(cause);
      logger.warn(line, { actor: cause });
      await send('the sweep’s own', [line]);
    },
    reportFailure: async (role, error, cause) => {
      metrics.addMetric('Failures', MetricUnit.Count, 1);
      const message = error instanceof Error ? error.message : String(error);
      logger.error(message, { role, ...(cause === undefined ? {} : { actor: cause }), error: String(error) });
      await send(role, [`role ${role} could not be checked: ${message}`]);
    },
  };
}

/**
 * The metrics of one check; see docs/recheck.md. Alarms watch those without a dimension, so each check publishes all
 * of them.
 */
function count({ outcome, policies, refused, gaps, unreadable, unserved, wildcards }: RoleReport): void {
  const drift = new Map<Purpose, number>();
  for (const { purpose, actions } of policies.flatMap(({ missing }) => missing)) {
    drift.set(purpose, (drift.get(purpose) ?? 0) + actions.length);
  }
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
  metrics.addMetric('Checks', MetricUnit.Count, 1);
  const lost = policies.flatMap(({ lostExtras }) => lostExtras.map((one) => one.count));
  metrics.addMetric('Drift', MetricUnit.Count, sum([...drift.values(), ...lost]));
  metrics.addMetric('Excess', MetricUnit.Count, sum(policies.map(({ excess }) => excess.length)));
  metrics.addMetric('Repairs', MetricUnit.Count, policies.filter(({ writes }) => writes > 0).length);
  metrics.addMetric('Refusals', MetricUnit.Count, refused.length + (outcome === 'unbounded' ? 1 : 0));
  // Not all of the role was checked, and its alarm tells people to look.
  metrics.addMetric('Failures', MetricUnit.Count, unreadable.length + unserved.length > 0 ? 1 : 0);
  metrics.addMetric('Doubts', MetricUnit.Count, gaps.length + unreadable.length);
  metrics.addMetric('UnresolvedWildcards', MetricUnit.Count, wildcards);
  for (const [purpose, number] of drift) {
    const single = metrics.singleMetric();
    single.addDimension('purpose', purpose);
    single.addMetric('Drift', MetricUnit.Count, number);
  }
}
