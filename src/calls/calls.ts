import { DefinitionError } from '../asl/error.ts';
import { isObject, type JsonObject } from '../asl/json.ts';
import type { Finding } from '../finding.ts';
import { isPlaceholder } from '../iam/text.ts';
import { ABSENT } from '../values/domain/possible.ts';
import { argumentsOf, credentialsRole, type PassedValue, readerOf } from '../values/flow/callArguments.ts';
import type { Flow } from '../values/flow/flow.ts';
import type { ActingState, ActingTask } from './acting.ts';
import type { Call } from './call.ts';
import { isExpressionName } from './languageFindings.ts';
import type { Machine, MachineSettings } from './machine.ts';
import { mapCalls, storageResource } from './mapCalls.ts';

export interface Calls {
  /** Ordered by state. */
  readonly calls: readonly Call[];
  readonly findings: readonly Finding[];
}

/**
 * Lists every call of the execution role: those of these states, with the data that `flow` knows, and those for the
 * machine's settings.
 *
 * Throws DefinitionError for a task whose Resource isn't an ARN.
 */
export function callsOf(acting: readonly ActingState[], flow: Flow, machine: Machine): Calls {
  const findings: Finding[] = [];
  const calls = [...settingCalls(machine)];
  for (const each of acting) addCalls(calls, each, machine, flow, findings);
  return { calls, findings };
}

function addCalls(calls: Call[], each: ActingState, settings: MachineSettings, flow: Flow, findings: Finding[]): void {
  const { state } = each;
  switch (each.kind) {
    case 'task': {
      const call = taskCall(each, settings, flow, findings);
      if (call !== undefined) calls.push(call);
      return;
    }
    case 'distributedMap':
      checkExpress(state.path, state.childOf ?? settings.type, 'a Map in distributed mode', findings);
      calls.push(...mapCalls(each, flow, findings));
  }
}

function taskCall(
  { state, resource, target }: ActingTask,
  settings: MachineSettings,
  flow: Flow,
  findings: Finding[],
): Call | undefined {
  const { path, childOf } = state;
  const reader = readerOf(state, flow);
  const role = credentialsRole(state.json, reader);
  const commonOf = () => ({ state: path, childOf, ...(role ? { assumes: role } : {}) });
  switch (target.kind) {
    case 'function': {
      if (isPlaceholder(resource)) findings.push(assumedFunction(path, resource));
      return {
        ...commonOf(),
        kind: 'optimized',
        service: 'lambda',
        api: 'invoke',
        pattern: 'requestResponse',
        arguments: NONE,
        functionArn: target.arn,
        partition: target.partition,
      };
    }
    case 'activity':
      checkExpress(path, childOf ?? settings.type, 'an activity', findings);
      return {
        ...commonOf(),
        kind: 'optimized',
        service: 'states',
        api: 'activity',
        pattern: 'requestResponse',
        arguments: NONE,
        activityArn: resource,
        partition: target.partition,
      };
    case 'optimized':
    case 'sdk': {
      const { kind, service, api, pattern, partition } = target;
      // Field by field: copying objects takes longer, and most calls are made here.
      const call = {
        state: path,
        childOf,
        kind,
        service,
        api,
        pattern,
        partition,
        arguments: argumentsOf(state.json, reader),
        argumentNames: writtenNames(state.json),
      };
      return role === undefined ? call : { ...call, assumes: role };
    }
    case 'unknown':
      findings.push({
        code: 'unknown-integration',
        severity: 'error',
        state: path,
        message: `Resource ${JSON.stringify(resource)} is no task that Step Functions knows: ${target.reason}. The policy has nothing for it.`,
      });
      return undefined;
    case 'notAnArn':
      throw notAnArn(path, resource);
  }
}

function notAnArn(state: string, resource: string): DefinitionError {
  return new DefinitionError(
    { state, field: 'Resource' },
    `${JSON.stringify(resource)} is no ARN; name a Lambda function, an activity or an integration such as arn:aws:states:::sqs:sendMessage`,
  );
}

/** Throws the errors of `callsOf` before anything is known of the data. */
export function checkActing(acting: readonly ActingState[]): void {
  for (const each of acting) {
    if (each.kind === 'task') {
      if (each.target.kind === 'notAnArn') throw notAnArn(each.state.path, each.resource);
    } else {
      const { reader, writer } = each.map;
      if (reader) storageResource(each.state, 'ItemReader', reader);
      if (writer && writer['Resource'] !== undefined) storageResource(each.state, 'ResultWriter', writer);
    }
  }
}

/** The arguments' names as they are in the definition, without the `.$` of JSONPath. */
function writtenNames({ Arguments: jsonata, Parameters: jsonPath }: JsonObject): readonly string[] | undefined {
  if (jsonata !== undefined) {
    if (!isObject(jsonata)) return undefined;
    // Such a name has its finding as one of JSONPath.
    return Object.entries(jsonata).map(([name, value]) => (isExpressionName(name, value) ? name.slice(0, -2) : name));
  }
  if (jsonPath === undefined || !isObject(jsonPath)) return undefined;
  return Object.keys(jsonPath).map((name) => (name.endsWith('.$') ? name.slice(0, -2) : name));
}

const NONE: PassedValue = () => ABSENT;

function assumedFunction(state: string, placeholder: string): Finding {
  return {
    code: 'placeholder',
    severity: 'warning',
    state,
    message: `Resource is the placeholder ${placeholder}: taken for a Lambda function's ARN. If it stands for something else, give its value with --substitute.`,
  };
}

function checkExpress(state: string, type: string | undefined, what: string, findings: Finding[]): void {
  if (type !== 'EXPRESS') return;
  findings.push({
    code: 'unsupported-in-express',
    severity: 'error',
    state,
    message: `Express workflows cannot run ${what}; AWS refuses the definition. Use a Standard workflow.`,
  });
}

/** The calls for the state machine's own settings. */
function settingCalls(settings: MachineSettings): readonly Call[] {
  const common = {
    state: '',
    kind: 'setting',
    pattern: 'requestResponse',
    arguments: NONE,
    partition: undefined,
    childOf: undefined,
  } as const;
  return [
    ...(settings.logging ? [{ ...common, service: 'logs', api: 'createLogDelivery' }] : []),
    ...(settings.tracing ? [{ ...common, service: 'xray', api: 'putTraceSegments' }] : []),
    ...(settings.kmsKeyArn ? [{ ...common, service: 'kms', api: 'generateDataKey' }] : []),
  ];
}
