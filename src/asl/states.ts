import { DefinitionError } from './error.ts';
import { isArray, isObject, type Json, type JsonObject, pointer } from './json.ts';

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The type of workflow that runs a state: the machine's own, or the one of a distributed Map's children. */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

interface Common {
  /** JSON Pointer of the state, such as `/States/Each/ItemProcessor/States/Pay`. */
  readonly path: string;
  readonly json: JsonObject;
  readonly language: QueryLanguage;
  /** Undefined where the state runs in the machine itself, whose type the definition does not say. */
  readonly childOf: WorkflowType | undefined;
}

export interface TaskState extends Common {
  readonly type: 'Task';
  readonly resource: string;
}

export interface DistributedMapState extends Common {
  readonly type: 'DistributedMap';
  /** Undefined where the definition does not say it, which AWS refuses. */
  readonly children: WorkflowType | undefined;
  readonly label: string | undefined;
  readonly reader: JsonObject | undefined;
  readonly writer: JsonObject | undefined;
}

/** The states in which a role acts; every other state only moves data. */
export type ActingState = TaskState | DistributedMapState;

interface Surroundings {
  readonly path: string;
  readonly language: QueryLanguage;
  readonly childOf: WorkflowType | undefined;
}

const TYPES: ReadonlySet<string> = new Set(['Task', 'Parallel', 'Map', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail']);

/**
 * Checks a definition's shape and lists the states in which the role acts, in the order of the document.
 *
 * Throws DefinitionError, naming state and field, for anything that could hide a call: a state without a known Type,
 * a Task without a Resource, a Map or Parallel without its inner states.
 *
 * Source: https://states-language.net and https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
 */
export function actingStates(definition: JsonObject): readonly ActingState[] {
  if (definition['States'] === undefined) throw notAsl(definition);
  const found: ActingState[] = [];
  readMachine(definition, { path: '', language: 'JSONPath', childOf: undefined }, '', found);
  return found;
}

function notAsl(document: JsonObject): DefinitionError {
  const hint =
    document['Resources'] !== undefined
      ? 'this looks like a CloudFormation template: give the state machine definition (the .asl.json file) instead'
      : 'give a state machine definition: an object with "StartAt" and "States"';
  return new DefinitionError({ field: 'States' }, `is missing; ${hint}`);
}

/** A machine, a branch or an item processor: an object with StartAt and States. */
function readMachine(machine: JsonObject, around: Surroundings, holder: string, found: ActingState[]): void {
  const language = readLanguage(machine, around.language, holder, around.path);
  const where = (field: string) => ({ state: holder, field: fieldBelow(holder, around.path, field) });
  const states = machine['States'];
  if (!isObject(states)) throw new DefinitionError(where('States'), 'must be an object of states');
  const names = Object.keys(states);
  if (names.length === 0) throw new DefinitionError(where('States'), 'has no states; a workflow needs at least one');
  const startAt = machine['StartAt'];
  if (typeof startAt !== 'string') throw new DefinitionError(where('StartAt'), 'must name the first state');
  if (!Object.hasOwn(states, startAt)) {
    throw new DefinitionError(
      where('StartAt'),
      `names the state ${JSON.stringify(startAt)}, which States does not have`,
    );
  }
  for (const name of names) {
    readState(states[name], { ...around, language, path: pointer(around.path, 'States', name) }, found);
  }
}

function readState(json: Json | undefined, around: Surroundings, found: ActingState[]): void {
  const { path } = around;
  if (!isObject(json)) throw new DefinitionError({ state: path }, 'must be an object with a Type');
  const type = json['Type'];
  if (typeof type !== 'string' || !TYPES.has(type)) {
    const given = type === undefined ? 'is missing' : `is ${JSON.stringify(type)}`;
    throw new DefinitionError({ state: path, field: 'Type' }, `${given}; it must be one of ${[...TYPES].join(', ')}`);
  }
  const here: Surroundings = { ...around, language: readLanguage(json, around.language, path, path) };
  if (type === 'Task') found.push(readTask(json, here));
  else if (type === 'Parallel') readParallel(json, here, found);
  else if (type === 'Map') readMap(json, here, found);
}

function readLanguage(json: JsonObject, inherited: QueryLanguage, state: string, base: string): QueryLanguage {
  const language = json['QueryLanguage'];
  if (language === undefined) return inherited;
  if (language === 'JSONPath' || language === 'JSONata') return language;
  const field = fieldBelow(state, base, 'QueryLanguage');
  throw new DefinitionError({ state, field }, `is ${JSON.stringify(language)}; it must be "JSONPath" or "JSONata"`);
}

/** A field's name as seen from the state that holds it: `Branches.0.States`. */
function fieldBelow(state: string, path: string, field: string): string {
  return [...path.slice(state.length).split('/').filter(Boolean), field].join('.');
}

function readTask(json: JsonObject, around: Surroundings): TaskState {
  const resource = json['Resource'];
  if (typeof resource !== 'string' || resource === '') {
    const given = resource === undefined ? 'is missing' : 'must be a text';
    throw new DefinitionError({ state: around.path, field: 'Resource' }, `${given}; name the task's ARN`);
  }
  const credentials = json['Credentials'];
  if (credentials !== undefined && !isObject(credentials) && typeof credentials !== 'string') {
    throw new DefinitionError({ state: around.path, field: 'Credentials' }, 'must be an object with a RoleArn');
  }
  return { ...around, type: 'Task', json, resource };
}

function readParallel(json: JsonObject, around: Surroundings, found: ActingState[]): void {
  const state = around.path;
  const branches = json['Branches'];
  if (!isArray(branches) || branches.length === 0) {
    throw new DefinitionError({ state, field: 'Branches' }, 'must be a list of at least one workflow');
  }
  for (const [index, branch] of branches.entries()) {
    const path = pointer(state, 'Branches', index);
    if (!isObject(branch))
      throw new DefinitionError({ state, field: `Branches.${index}` }, 'must be an object with States');
    readMachine(branch, { ...around, path }, state, found);
  }
}

function readMap(json: JsonObject, around: Surroundings, found: ActingState[]): void {
  const state = around.path;
  const field = json['ItemProcessor'] === undefined && json['Iterator'] !== undefined ? 'Iterator' : 'ItemProcessor';
  const processor = json[field];
  if (!isObject(processor)) {
    const given = processor === undefined ? 'is missing' : 'must be an object';
    throw new DefinitionError({ state, field }, `${given}; a Map needs the workflow of its items, with States`);
  }
  const config = optionalObject(processor, 'ProcessorConfig', state, `${field}.`) ?? {};
  const distributed = config['Mode'] === 'DISTRIBUTED';
  const children = distributed ? readChildType(config, state, field) : undefined;
  if (distributed) {
    found.push({
      ...around,
      type: 'DistributedMap',
      json,
      children,
      label: typeof json['Label'] === 'string' ? json['Label'] : undefined,
      reader: optionalObject(json, 'ItemReader', state, ''),
      writer: optionalObject(json, 'ResultWriter', state, ''),
    });
  } else if (config['Mode'] !== undefined && config['Mode'] !== 'INLINE') {
    const mode = { state, field: `${field}.ProcessorConfig.Mode` };
    throw new DefinitionError(mode, `is ${JSON.stringify(config['Mode'])}; it must be "INLINE" or "DISTRIBUTED"`);
  }
  const inner = {
    ...around,
    path: pointer(state, field),
    childOf: distributed ? (children ?? 'STANDARD') : around.childOf,
  };
  readMachine(processor, inner, state, found);
}

function readChildType(config: JsonObject, state: string, field: string): WorkflowType | undefined {
  const type = config['ExecutionType'];
  if (type === undefined || type === 'STANDARD' || type === 'EXPRESS') return type;
  const where = { state, field: `${field}.ProcessorConfig.ExecutionType` };
  throw new DefinitionError(where, `is ${JSON.stringify(type)}; it must be "STANDARD" or "EXPRESS"`);
}

function optionalObject(json: JsonObject, field: string, state: string, prefix: string): JsonObject | undefined {
  const value = json[field];
  if (value === undefined || isObject(value)) return value;
  throw new DefinitionError({ state, field: prefix + field }, 'must be an object');
}
