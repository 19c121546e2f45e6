import { type Call, operationName } from '../calls/call.ts';
import type { Machine } from '../calls/machine.ts';
import type { Finding } from '../finding.ts';
import { parseArn } from '../iam/arn.ts';
import { nearest } from '../nearest.ts';
import type { Grant } from './grant.ts';
import type { Api, Table } from './integration.ts';
import { isNamed } from './names.ts';
import type { Tables } from './tables.ts';

/** Findings about a call as a whole, whatever its arguments are. */

const NONE: readonly Finding[] = [];

/** A call that is in no table, or whose permission no source documents. */
export function unknownIntegration(call: Call, tables: Tables, unusable: string | undefined): Finding {
  const lines = unusable === undefined ? linesToAdd(call, tables) : undefined;
  const advice = lines === undefined ? '' : ` ${lines}`;
  return {
    code: 'unknown-integration',
    severity: 'error',
    state: call.state,
    message: `${operationName(call)} ${unusable ?? whyUnknown(call, tables)} The policy has nothing for it.${advice}`,
  };
}

/** What to write where the operation is newer than the tables, unless it is more likely a mistake. */
function linesToAdd(call: Call, tables: Tables): string | undefined {
  const { kind, service, api } = call;
  const name = operationName(call);
  const likely = tables.likelyActions?.get(name);
  if (likely === undefined) return undefined;
  const { action, isKnown } = likely;
  const lines = JSON.stringify({ [name]: [{ actions: [action], resources: ['*'] }] });
  const where = `--extra-actions, or with ExtraActions of the custom resource: ${lines}`;
  if (isKnown) {
    return `IAM has ${action}, an action of that name: grant it on everything with --guess, or as you need it with ${where}`;
  }
  const table = tables[kind].get(service);
  const isMistake = (table ? nearest(api, table.names()) : tables.sdkServiceLike?.(service)) !== undefined;
  return isMistake ? undefined : `If it is newer than these tables, say what it needs with ${where}`;
}

function whyUnknown(call: Call, tables: Tables): string {
  const { kind, service, api } = call;
  const table = tables[kind].get(service);
  const like = table && nearest(api, table.names());
  if (like !== undefined) {
    const meant = operationName({ ...call, api: like });
    if (like.toLowerCase() === api.toLowerCase()) return `is written ${meant}.`;
    return `is no ${kind === 'sdk' ? 'operation' : 'API'} of ${service} that is known; did you mean ${meant}?`;
  }
  if (kind === 'sdk') return table ? unknownOperation(service, table) : unknownService(service, tables);
  const sdk = tables.sdkServiceLike?.(service) ?? service;
  if (table) {
    const others = tables.sdkServiceLike?.(service) === undefined ? '' : ` Others are called as aws-sdk:${sdk}:….`;
    return `is no optimized integration; ${service} offers ${table.names().join(', ')}.${others}`;
  }
  if (service === 'stateMachine') {
    return 'is a state machine: a task starts it by arn:aws:states:::states:startExecution, with its ARN in StateMachineArn.';
  }
  const other = optimizedLike(service, api, tables);
  if (other !== undefined && tables.optimized.get(other)?.names().includes(api)) {
    return `is no optimized integration; did you mean ${other}:${api}?`;
  }
  const suggested = other === undefined ? '.' : `; did you mean ${other}?`;
  return `is no optimized integration${suggested} Services without one are called as arn:aws:states:::aws-sdk:${sdk}:${api}.`;
}

/** The optimized integration that has another name than the SDK's or the service's, as `states` for `sfn`, or a like one. */
function optimizedLike(service: string, api: string, { optimized, sdkServiceLike }: Tables): string | undefined {
  const sdk = sdkServiceLike?.(service);
  const isSame = (name: string) => sdk !== undefined && sdkServiceLike?.(name) === sdk;
  const same = [...optimized].find(([name, table]) => isSame(name) && table.names().includes(api));
  return same?.[0] ?? nearest(service, optimized.keys());
}

function unknownOperation(service: string, { page }: Table): string {
  return `is no operation of ${service} that is known; see ${page} for what it has.`;
}

function unknownService(service: string, { sdkServiceLike }: Tables): string {
  const like = sdkServiceLike?.(service);
  return like === undefined
    ? 'names no service of the AWS SDKs that is known. See https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html'
    : `names no service of the AWS SDKs that is known; did you mean aws-sdk:${like}?`;
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

/**
 * Roles of another account: they cannot be passed, whatever the policy says. Roles that the reference doesn't know to be
 * checked are left alone.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function roleFindings(call: Call, { account }: Machine, grants: readonly Grant[]): readonly Finding[] {
  if (account === undefined || call.assumes !== undefined) return NONE;
  let findings: Finding[] | undefined;
  for (const { purpose, resources, conditions = {} } of grants) {
    if (purpose !== 'passRole' || !('StringEquals' in conditions)) continue;
    for (const { arn, origin } of resources) {
      const owner = isNamed(origin) ? parseArn(arn)?.account : undefined;
      if (owner === undefined || owner === account || !/^\d{12}$/.test(owner) || !isNamed(origin)) continue;
      const message = `${origin.field} names a role of account ${owner}, and a role can only be passed within its account, ${account}: the call is refused. Name a role of ${account}, or add Credentials with a role of ${owner} to the state.`;
      (findings ??= []).push({ code: 'other-account', severity: 'warning', state: call.state, message });
    }
  }
  return findings ?? NONE;
}

/** A call to a partition other than the state machine's. */
export function partitionFindings(call: Call, machine: Machine): readonly Finding[] {
  const { partition } = machine.place;
  if (call.partition === undefined || call.partition === partition) return NONE;
  // Some ARNs have it as ${AWS::Partition}, others in so many words.
  if (call.partition.includes('${') || partition.includes('${')) return NONE;
  return [
    {
      code: 'partition-mismatch',
      severity: 'warning',
      state: call.state,
      message: `Resource is of the partition ${call.partition}, the state machine of ${partition}: Step Functions does not call across partitions.`,
    },
  ];
}
