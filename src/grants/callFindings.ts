import { type Call, operationName } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { Finding } from '../finding.ts';
import type { Api, Table } from './integration.ts';

/** Findings about a call as a whole, whatever its arguments are. */

const NONE: readonly Finding[] = [];

/** A call that is in no table, or whose permission no source documents. */
export function unknownIntegration(
  call: Call,
  table: Table | undefined,
  unusable: string | undefined,
  likely: ReadonlyMap<string, LikelyAction> | undefined,
): Finding {
  const name = operationName(call);
  const action = unusable === undefined ? likely?.get(name) : undefined;
  const advice = action === undefined ? '' : ` ${linesToAdd(name, action)}`;
  return {
    code: 'unknown-integration',
    severity: 'error',
    state: call.state,
    message: `${name} ${unusable ?? whyUnknown(call, table)} The policy has nothing for it.${advice}`,
  };
}

interface LikelyAction {
  readonly action: string;
  readonly isKnown: boolean;
}

/** What to write where the operation is newer than the tables. */
function linesToAdd(name: string, { action, isKnown }: LikelyAction): string {
  const lines = JSON.stringify({ [name]: [{ actions: [action], resources: ['*'] }] });
  const where = `--extra-actions, or with ExtraActions of the custom resource: ${lines}`;
  return isKnown
    ? `IAM has ${action}, an action of that name: grant it on everything with --guess, or as you need it with ${where}`
    : `If it is newer than these tables, say what it needs with ${where}`;
}

function whyUnknown(call: Call, table: Table | undefined): string {
  const { service, api } = call;
  const name = table?.names().find((other) => other.toLowerCase() === api.toLowerCase());
  if (name !== undefined) return `is written ${operationName({ ...call, api: name })}.`;
  if (call.kind === 'sdk') {
    return table
      ? `is no operation of ${service} that is known; see ${table.page} for what it has.`
      : 'names no service of the AWS SDKs that is known. See https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html';
  }
  if (table) {
    return `is no optimized integration; ${service} offers ${table.names().join(', ')}. Others are called as aws-sdk:${service}:….`;
  }
  return `is no optimized integration. Services without one are called as arn:aws:states:::aws-sdk:${service}:${api}.`;
}

/** A service whose name AWS spells differently or doesn't list. */
export function nameFindings({ state }: Call, table: Table | undefined): readonly Finding[] {
  const message = table?.nameRemark;
  return message === undefined ? NONE : [{ code: 'service-name', severity: 'warning', state, message }];
}

/** An integration pattern that AWS doesn't offer for the API or in Express workflows. */
export function patternFindings(call: Call, api: Api, table: Table, machine: Machine): readonly Finding[] {
  const { pattern, state } = call;
  if (pattern === 'requestResponse') return NONE;
  const name = `${call.service}:${call.api}`;
  const suffix = `.${pattern}`;
  const findings: Finding[] = [];
  if (!api.patterns.includes(pattern)) {
    const offered = api.patterns
      .map((offer) => (offer === 'requestResponse' ? 'request-response' : `.${offer}`))
      .join(', ');
    findings.push({
      code: 'unsupported-pattern',
      severity: 'error',
      state,
      message: `AWS does not offer ${suffix} for ${name}, only ${offered}: it refuses the definition. See ${table.page}`,
    });
  }
  if ((call.childOf ?? machine.type) === 'EXPRESS') {
    findings.push({
      code: 'unsupported-in-express',
      severity: 'error',
      state,
      message: `Express workflows cannot wait with ${suffix}; AWS refuses the definition. Use a Standard workflow, or call ${name} without it.`,
    });
  }
  return findings;
}

/** A call to a partition other than the state machine's. */
export function partitionFindings(call: Call, machine: Machine): readonly Finding[] {
  const { partition } = machine.place;
  if (call.partition === undefined || call.partition === partition || call.partition.includes('${')) return NONE;
  return [
    {
      code: 'partition-mismatch',
      severity: 'warning',
      state: call.state,
      message: `Resource is of the partition ${call.partition}, the state machine of ${partition}: Step Functions does not call across partitions.`,
    },
  ];
}
