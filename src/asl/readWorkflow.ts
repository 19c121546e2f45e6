import { own } from '../own.ts';
import { DefinitionError, placeOf } from './error.ts';
import { isArray, isObject, type Json, type JsonObject, pointer } from './json.ts';
import { languageWritten, queryLanguageOf } from './queryLanguage.ts';
import { transitionsOf } from './transitions.ts';
import type { Acts, QueryLanguage, State, StateType, Transition, Workflow, WorkflowType } from './workflow.ts';

/** What a state inherits from its workflow. */
interface Surroundings {
  readonly kind: Workflow['kind'];
  readonly language: QueryLanguage;
  /** The language of the whole state machine. */
  readonly top: QueryLanguage;
  readonly childOf: WorkflowType | undefined;
  /** How many states have been read. */
  readonly count: { states: number };
}

/** A state while its workflow is being read: its transitions are known once all states are. */
interface Unlinked extends State {
  transitions: readonly Transition[];
}

const TYPES: readonly StateType[] = ['Task', 'Parallel', 'Map', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail'];
const NO_WORKFLOWS: readonly Workflow[] = [];
const NO_TRANSITIONS: readonly Transition[] = [];

/**
 * Checks a definition's shape and reads it, once for all later stages: states with their transitions, at any depth.
 *
 * Throws DefinitionError, naming state and field, for anything that could hide a call: a state without a known Type,
 * a Task without a Resource, a Map or Parallel without its inner states.
 *
 * Source: https://states-language.net and https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
 */
export function readWorkflow(definition: JsonObject): Workflow {
  if (definition['States'] === undefined) throw notAsl(definition);
  const top = queryLanguageOf(definition, 'JSONPath', '', '');
  return readStates(definition, '', '', {
    kind: 'stateMachine',
    language: top,
    top,
    childOf: undefined,
    count: { states: 0 },
  });
}

function notAsl(document: JsonObject): DefinitionError {
  const hint =
    document['Resources'] !== undefined
      ? 'this looks like a CloudFormation template: give the state machine definition (the .asl.json file) instead'
      : 'give a state machine definition: an object with "StartAt" and "States"';
  return new DefinitionError({ field: 'States' }, `is missing; ${hint}`);
}

/** An object with StartAt and States, at `path` in the state `holder`. */
function readStates(json: JsonObject, path: string, holder: string, around: Surroundings): Workflow {
  const language = queryLanguageOf(json, around.language, holder, path);
  const inside = language === around.language ? around : { ...around, language };
  const states = json['States'];
  if (!isObject(states)) throw new DefinitionError(placeOf(holder, path, 'States'), 'must be an object of states');
  const names = Object.keys(states);
  if (names.length === 0) {
    throw new DefinitionError(placeOf(holder, path, 'States'), 'has no states; a workflow needs at least one');
  }
  const startAt = json['StartAt'];
  if (typeof startAt !== 'string') {
    throw new DefinitionError(placeOf(holder, path, 'StartAt'), 'must name the first state');
  }
  if (!Object.hasOwn(states, startAt)) throw noStart(startAt, path, holder);
  const base = `${path}/States`;
  const read: Unlinked[] = [];
  const byName = new Map<string, State>();
  for (const name of names) {
    const state = readState(own(states, name), name, pointer(base, name), inside);
    read.push(state);
    byName.set(name, state);
  }
  for (const state of read) state.transitions = transitionsOf(state.json, state.type, byName);
  const start = byName.get(startAt);
  if (start === undefined) throw noStart(startAt, path, holder);
  return { kind: around.kind, json, start, states: read };
}

function noStart(startAt: string, path: string, holder: string): DefinitionError {
  const problem = `names the state ${JSON.stringify(startAt)}, which States does not have`;
  return new DefinitionError(placeOf(holder, path, 'StartAt'), problem);
}

function readState(json: Json | undefined, name: string, path: string, around: Surroundings): Unlinked {
  if (!isObject(json)) throw new DefinitionError({ state: path }, 'must be an object with a Type');
  const type = TYPES.find((known) => known === json['Type']);
  if (type === undefined) {
    const problem = json['Type'] === undefined ? 'is missing' : `is ${JSON.stringify(json['Type'])}`;
    throw new DefinitionError({ state: path, field: 'Type' }, `${problem}; it must be one of ${TYPES.join(', ')}`);
  }
  const inherited = around.language === around.top ? around.top : (languageWritten(json) ?? around.top);
  const language = queryLanguageOf(json, inherited, path, path);
  const number = around.count.states++;
  let acts: Acts | undefined;
  let inner = NO_WORKFLOWS;
  if (type === 'Task') acts = readTask(json, path);
  else if (type === 'Parallel') inner = readBranches(json, path, { ...around, language, kind: 'branch' });
  else if (type === 'Map') ({ acts, inner } = readMap(json, path, { ...around, language }));
  const ends = json['End'] === true || type === 'Succeed';
  return {
    name,
    number,
    path,
    type,
    json,
    language,
    childOf: around.childOf,
    transitions: NO_TRANSITIONS,
    ends,
    inner,
    acts,
  };
}

function readTask(json: JsonObject, state: string): Acts {
  const resource = json['Resource'];
  if (typeof resource !== 'string' || resource === '') {
    const problem = resource === undefined ? 'is missing' : 'must be a text';
    throw new DefinitionError({ state, field: 'Resource' }, `${problem}; name the task's ARN`);
  }
  const credentials = json['Credentials'];
  if (credentials !== undefined && !isObject(credentials) && typeof credentials !== 'string') {
    throw new DefinitionError({ state, field: 'Credentials' }, 'must be an object with a RoleArn');
  }
  return { kind: 'task', resource };
}

function readBranches(json: JsonObject, state: string, around: Surroundings): readonly Workflow[] {
  const branches = json['Branches'];
  if (!isArray(branches) || branches.length === 0) {
    throw new DefinitionError({ state, field: 'Branches' }, 'must be a list of at least one workflow');
  }
  return branches.map((branch, index) => {
    if (!isObject(branch)) {
      throw new DefinitionError({ state, field: `Branches.${index}` }, 'must be an object with States');
    }
    return readStates(branch, pointer(state, 'Branches', index), state, around);
  });
}

function readMap(json: JsonObject, state: string, around: Surroundings): Pick<State, 'inner' | 'acts'> {
  // `Iterator` is the older name: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
  const field = json['ItemProcessor'] === undefined && json['Iterator'] !== undefined ? 'Iterator' : 'ItemProcessor';
  const processor = json[field];
  if (!isObject(processor)) {
    const problem = processor === undefined ? 'is missing' : 'must be an object';
    throw new DefinitionError({ state, field }, `${problem}; a Map needs the workflow of its items, with States`);
  }
  const path = pointer(state, field);
  const config = optionalObject(processor, 'ProcessorConfig', state, `${field}.`);
  const mode = config?.['Mode'];
  if (config !== undefined && mode === 'DISTRIBUTED') {
    const acts = readDistributed(json, config, state, field);
    const childOf = acts.children ?? 'STANDARD';
    return { acts, inner: [readStates(processor, path, state, { ...around, kind: 'distributedItems', childOf })] };
  }
  if (mode !== undefined && mode !== 'INLINE') {
    const place = { state, field: `${field}.ProcessorConfig.Mode` };
    throw new DefinitionError(place, `is ${JSON.stringify(mode)}; it must be "INLINE" or "DISTRIBUTED"`);
  }
  return { acts: undefined, inner: [readStates(processor, path, state, { ...around, kind: 'inlineItems' })] };
}

function readDistributed(
  json: JsonObject,
  config: JsonObject,
  state: string,
  field: string,
): Extract<Acts, { kind: 'distributedMap' }> {
  const children = config['ExecutionType'];
  if (children !== undefined && children !== 'STANDARD' && children !== 'EXPRESS') {
    const place = { state, field: `${field}.ProcessorConfig.ExecutionType` };
    throw new DefinitionError(place, `is ${JSON.stringify(children)}; it must be "STANDARD" or "EXPRESS"`);
  }
  return {
    kind: 'distributedMap',
    children,
    label: typeof json['Label'] === 'string' ? json['Label'] : undefined,
    reader: optionalObject(json, 'ItemReader', state, ''),
    writer: optionalObject(json, 'ResultWriter', state, ''),
  };
}

function optionalObject(json: JsonObject, field: string, state: string, prefix: string): JsonObject | undefined {
  const value = own(json, field);
  if (value === undefined || isObject(value)) return value;
  throw new DefinitionError({ state, field: prefix + field }, 'must be an object');
}
