import { DefinitionError } from '../asl/error.ts';
import type { JsonObject } from '../asl/json.ts';
import { type Acts, allStates, type State, type Workflow } from '../asl/workflow.ts';
import { compareText, type Finding } from '../finding.ts';
import { isPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import { ABSENT } from '../values/domain/possible.ts';
import { at, type Value } from '../values/domain/value.ts';
import { argumentsOf, credentialsRole, type PassedValue, readerOf } from '../values/flow/callArguments.ts';
import type { Flow } from '../values/flow/flow.ts';
import type { Call } from './call.ts';
import type { Machine, MachineSettings } from './machine.ts';
import { parseResource } from './resource.ts';

export interface Calls {
  /** Ordered by state. */
  readonly calls: readonly Call[];
  readonly findings: readonly Finding[];
}

/** A state in which the role acts. */
type Acting<Kind extends Acts['kind']> = State & { readonly acts: Extract<Acts, { readonly kind: Kind }> };

/**
 * Lists every place where the execution role acts: in these states, whose data `flow` follows, and by the machine's settings.
 *
 * Throws DefinitionError for a task whose Resource is no ARN.
 */
export function callsOf(acting: readonly State[], flow: Flow, machine: Machine): Calls {
  const findings: Finding[] = [];
  const calls = acting.flatMap((state) => callsOfState(state, machine, flow, findings));
  return { calls: [...settingCalls(machine), ...calls], findings };
}

/** The states in which the role acts, ordered by path. */
export function actingStates(workflow: Workflow): readonly State[] {
  return allStates(workflow)
    .filter(({ acts }) => acts !== undefined)
    .sort((a, b) => compareText(a.path, b.path));
}

/** The partition that the first of the tasks' resources names. */
export function partitionNamed(acting: readonly State[]): string | undefined {
  for (const { acts } of acting) {
    const target = acts?.kind === 'task' ? parseResource(acts.resource) : undefined;
    if (target && 'partition' in target && target.partition !== undefined) return target.partition;
  }
  return undefined;
}

function isA<Kind extends Acts['kind']>(kind: Kind, state: State): state is Acting<Kind> {
  return state.acts?.kind === kind;
}

function callsOfState(state: State, settings: MachineSettings, flow: Flow, findings: Finding[]): readonly Call[] {
  if (isA('task', state)) {
    checkQueryLanguage(state, findings);
    const call = taskCall(state, settings, flow, findings);
    return call ? [call] : [];
  }
  if (!isA('distributedMap', state)) return [];
  checkExpress(state.path, state.childOf ?? settings.type, 'a Map in distributed mode', findings);
  return mapCalls(state, flow, findings);
}

function taskCall(state: Acting<'task'>, settings: MachineSettings, flow: Flow, findings: Finding[]): Call | undefined {
  const { path, childOf } = state;
  const { resource } = state.acts;
  const reader = readerOf(state, flow);
  const target = parseResource(resource);
  const role = credentialsRole(state.json, reader);
  const common = { state: path, childOf, ...(role ? { assumes: role } : {}) };
  switch (target.kind) {
    case 'function': {
      if (isPlaceholder(resource)) findings.push(assumedFunction(path, resource));
      return {
        ...common,
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
        ...common,
        kind: 'optimized',
        service: 'states',
        api: 'activity',
        pattern: 'requestResponse',
        arguments: NONE,
        partition: target.partition,
      };
    case 'optimized':
    case 'sdk':
      return { ...common, ...target, arguments: argumentsOf(state.json, reader) };
    case 'unknown':
      findings.push({
        code: 'unknown-integration',
        severity: 'error',
        state: path,
        message: `Resource ${JSON.stringify(resource)} is no task that Step Functions knows: ${target.reason}. The policy has nothing for it.`,
      });
      return undefined;
    case 'notAnArn':
      throw new DefinitionError(
        { state: path, field: 'Resource' },
        `${JSON.stringify(resource)} is no ARN; name a Lambda function, an activity or an integration such as arn:aws:states:::sqs:sendMessage`,
      );
  }
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

function checkQueryLanguage(state: State, findings: Finding[]): void {
  const field = state.language === 'JSONata' ? 'Parameters' : 'Arguments';
  if (state.json[field] === undefined) return;
  const right = state.language === 'JSONata' ? '"Arguments"' : '"Parameters", or set QueryLanguage to "JSONata"';
  findings.push({
    code: 'query-language',
    severity: 'warning',
    state: state.path,
    message: `${field} in a ${state.language} state: AWS refuses it; use ${right}.`,
  });
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

/** A distributed Map starts and watches child executions, reads its items and writes its results. */
function mapCalls(state: Acting<'distributedMap'>, flow: Flow, findings: Finding[]): readonly Call[] {
  const { path, childOf, acts } = state;
  const common = { state: path, kind: 'map', pattern: 'requestResponse', childOf } as const;
  const known = (text: string | undefined): Value => (text === undefined ? ABSENT : { kind: 'known', json: text });
  const run: Readonly<Record<string, Value>> = {
    ExecutionType: known(acts.children),
    Label: known(acts.label),
  };
  const calls: Call[] = [
    {
      ...common,
      service: 'states',
      api: 'startMapRun',
      arguments: () => ({ kind: 'object', field: (name) => own(run, name) ?? ABSENT, names: () => Object.keys(run) }),
      partition: undefined,
    },
  ];
  if (acts.reader) calls.push(...storageCall(state, 'ItemReader', acts.reader, flow, findings));
  // A writer with only a WriterConfig shapes the output and writes nothing to S3.
  if (acts.writer && acts.writer['Resource'] !== undefined) {
    calls.push(...storageCall(state, 'ResultWriter', acts.writer, flow, findings));
  }
  return calls;
}

/** The S3 APIs that an ItemReader or a ResultWriter can name. */
const STORAGE: Readonly<Record<'ItemReader' | 'ResultWriter', readonly string[]>> = {
  ItemReader: ['s3:getObject', 's3:listObjectsV2'],
  ResultWriter: ['s3:putObject'],
};

function storageCall(
  state: State,
  field: 'ItemReader' | 'ResultWriter',
  holder: JsonObject,
  flow: Flow,
  findings: Finding[],
): readonly Call[] {
  const resource = holder['Resource'];
  if (typeof resource !== 'string') {
    throw new DefinitionError(
      { state: state.path, field: `${field}.Resource` },
      'is missing or no text; name the S3 API',
    );
  }
  const target = parseResource(resource);
  if (target.kind !== 'optimized' || !STORAGE[field].includes(`${target.service}:${target.api}`)) {
    const known = STORAGE[field].map((api) => `arn:aws:states:::${api}`).join(' or ');
    findings.push({
      code: 'unknown-integration',
      severity: 'error',
      state: state.path,
      message: `${field}.Resource ${JSON.stringify(resource)} is not ${known}. The policy has nothing for it.`,
    });
    return [];
  }
  const reader = readerOf(state, flow);
  const givenIn = argumentsOf(holder, reader);
  const configIn = argumentsOf(
    { [state.language === 'JSONata' ? 'Arguments' : 'Parameters']: holder['ReaderConfig'] ?? {} },
    reader,
  );
  return [
    {
      state: state.path,
      kind: 'map',
      service: 's3',
      api: target.api,
      pattern: 'requestResponse',
      arguments: (assignment) => {
        const given = givenIn(assignment);
        return {
          kind: 'object',
          field: (name) => (name === 'ReaderConfig' ? configIn(assignment) : at(given, name)),
          names: () => ['ReaderConfig', ...(given.kind === 'object' ? given.names() : [])],
        };
      },
      partition: target.partition,
      childOf: state.childOf,
    },
  ];
}

/** What the state machine's own settings make the role do. */
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
