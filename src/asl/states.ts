import { own } from '../own.ts';
import { DefinitionError } from './error.ts';
import { isArray, isObject, type Json, type JsonObject, pointer } from './json.ts';

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The type of workflow that runs a state: the machine's own, or the one of a distributed Map's children. */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

export type StateType = 'Task' | 'Parallel' | 'Map' | 'Pass' | 'Wait' | 'Choice' | 'Succeed' | 'Fail';

/** A workflow: the state machine, a branch of a Parallel, or what a Map does with each item. */
export interface Workflow {
  readonly startAt: string;
  /** In the order of the document. */
  readonly states: readonly State[];
}

export interface State {
  readonly name: string;
  /** JSON Pointer of the state, such as `/States/Each/ItemProcessor/States/Pay`. */
  readonly path: string;
  readonly type: StateType;
  readonly json: JsonObject;
  readonly language: QueryLanguage;
  /** Undefined where the state runs in the machine itself, whose type the definition does not say. */
  readonly childOf: WorkflowType | undefined;
  /** The branches of a Parallel; the one workflow of a Map. */
  readonly inner: readonly Workflow[];
  /** What the role does in this state; undefined for a state that only moves data. */
  readonly acts: Acts | undefined;
}

/** A Task calls an API; a Map in distributed mode starts executions, reads items and writes results. */
export type Acts =
  | { readonly kind: 'task'; readonly resource: string }
  | {
      readonly kind: 'distributedMap';
      /** Undefined where the definition does not say it, which AWS refuses. */
      readonly children: WorkflowType | undefined;
      readonly label: string | undefined;
      readonly reader: JsonObject | undefined;
      readonly writer: JsonObject | undefined;
    };

interface Surroundings {
  readonly path: string;
  readonly language: QueryLanguage;
  /** The language of the whole state machine. */
  readonly top: QueryLanguage;
  readonly childOf: WorkflowType | undefined;
}

const TYPES: readonly StateType[] = ['Task', 'Parallel', 'Map', 'Pass', 'Wait', 'Choice', 'Succeed', 'Fail'];

/**
 * Checks a definition's shape and reads its states, nested ones as well.
 *
 * Throws DefinitionError, naming state and field, for anything that could hide a call: a state without a known Type,
 * a Task without a Resource, a Map or Parallel without its inner states.
 *
 * Source: https://states-language.net and https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html
 */
export function readWorkflow(definition: JsonObject): Workflow {
  if (definition['States'] === undefined) throw notAsl(definition);
  const top = readLanguage(definition, 'JSONPath', '', '');
  return readMachine(definition, { path: '', language: top, top, childOf: undefined }, '');
}

/** All states of a workflow, nested ones as well, in the order of the document. */
export function allStates(workflow: Workflow): readonly State[] {
  const found: State[] = [];
  const walk = ({ states }: Workflow): void => {
    for (const state of states) {
      found.push(state);
      for (const inner of state.inner) walk(inner);
    }
  };
  walk(workflow);
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
function readMachine(machine: JsonObject, around: Surroundings, holder: string): Workflow {
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
  const base = `${around.path}/States`;
  return {
    startAt,
    states: names.map((name) => readState(own(states, name), name, { ...around, language, path: pointer(base, name) })),
  };
}

function readState(json: Json | undefined, name: string, around: Surroundings): State {
  const { path } = around;
  if (!isObject(json)) throw new DefinitionError({ state: path }, 'must be an object with a Type');
  const type = TYPES.find((known) => known === json['Type']);
  if (type === undefined) {
    const given = json['Type'] === undefined ? 'is missing' : `is ${JSON.stringify(json['Type'])}`;
    throw new DefinitionError({ state: path, field: 'Type' }, `${given}; it must be one of ${TYPES.join(', ')}`);
  }
  const inherited = around.language === around.top ? around.top : (languageSpoken(json) ?? around.top);
  const language = readLanguage(json, inherited, path, path);
  const here: Surroundings = { ...around, language };
  const common = { name, path, type, json, language, childOf: around.childOf };
  if (type === 'Task') return { ...common, inner: [], acts: readTask(json, here) };
  if (type === 'Parallel') return { ...common, inner: readParallel(json, here), acts: undefined };
  if (type === 'Map') return { ...common, ...readMap(json, here) };
  return { ...common, inner: [], acts: undefined };
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

const JSONATA_FIELDS = /^(?:Arguments|Condition|Items|Output)$/;
const JSONPATH_FIELDS = /\.\$$|Path$|^(?:And|Not|Or|Parameters|Result|ResultSelector|Variable)$/;
const INNER = ['Branches', 'ItemProcessor', 'Iterator'];

/**
 * The language that the fields of a state are written in; undefined where they mean the same in both. It decides inside
 * a Parallel or Map that has another language than the state machine: the page says that a state without QueryLanguage
 * has the machine's, and an interpreter could take the one of the state around it. AWS refuses fields of the wrong one.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#querylanguage-field
 */
function languageSpoken(json: Json): QueryLanguage | undefined {
  if (typeof json === 'string') return json.startsWith('{%') ? 'JSONata' : undefined;
  if (isArray(json)) return json.map(languageSpoken).find((language) => language !== undefined);
  if (!isObject(json)) return undefined;
  for (const [name, value] of Object.entries(json)) {
    if (INNER.includes(name)) continue;
    if (JSONATA_FIELDS.test(name)) return 'JSONata';
    if (JSONPATH_FIELDS.test(name)) return 'JSONPath';
    const language = languageSpoken(value);
    if (language !== undefined) return language;
  }
  return undefined;
}

function readTask(json: JsonObject, around: Surroundings): Acts {
  const resource = json['Resource'];
  if (typeof resource !== 'string' || resource === '') {
    const given = resource === undefined ? 'is missing' : 'must be a text';
    throw new DefinitionError({ state: around.path, field: 'Resource' }, `${given}; name the task's ARN`);
  }
  const credentials = json['Credentials'];
  if (credentials !== undefined && !isObject(credentials) && typeof credentials !== 'string') {
    throw new DefinitionError({ state: around.path, field: 'Credentials' }, 'must be an object with a RoleArn');
  }
  return { kind: 'task', resource };
}

function readParallel(json: JsonObject, around: Surroundings): readonly Workflow[] {
  const state = around.path;
  const branches = json['Branches'];
  if (!isArray(branches) || branches.length === 0) {
    throw new DefinitionError({ state, field: 'Branches' }, 'must be a list of at least one workflow');
  }
  return branches.map((branch, index) => {
    const path = pointer(state, 'Branches', index);
    if (!isObject(branch))
      throw new DefinitionError({ state, field: `Branches.${index}` }, 'must be an object with States');
    return readMachine(branch, { ...around, path }, state);
  });
}

function readMap(json: JsonObject, around: Surroundings): Pick<State, 'inner' | 'acts'> {
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
  const acts = distributed
    ? {
        kind: 'distributedMap' as const,
        children,
        label: typeof json['Label'] === 'string' ? json['Label'] : undefined,
        reader: optionalObject(json, 'ItemReader', state, ''),
        writer: optionalObject(json, 'ResultWriter', state, ''),
      }
    : undefined;
  if (!distributed && config['Mode'] !== undefined && config['Mode'] !== 'INLINE') {
    const mode = { state, field: `${field}.ProcessorConfig.Mode` };
    throw new DefinitionError(mode, `is ${JSON.stringify(config['Mode'])}; it must be "INLINE" or "DISTRIBUTED"`);
  }
  const inner = {
    ...around,
    path: pointer(state, field),
    childOf: distributed ? (children ?? 'STANDARD') : around.childOf,
  };
  return { inner: [readMachine(processor, inner, state)], acts };
}

function readChildType(config: JsonObject, state: string, field: string): WorkflowType | undefined {
  const type = config['ExecutionType'];
  if (type === undefined || type === 'STANDARD' || type === 'EXPRESS') return type;
  const where = { state, field: `${field}.ProcessorConfig.ExecutionType` };
  throw new DefinitionError(where, `is ${JSON.stringify(type)}; it must be "STANDARD" or "EXPRESS"`);
}

function optionalObject(json: JsonObject, field: string, state: string, prefix: string): JsonObject | undefined {
  const value = own(json, field);
  if (value === undefined || isObject(value)) return value;
  throw new DefinitionError({ state, field: prefix + field }, 'must be an object');
}
