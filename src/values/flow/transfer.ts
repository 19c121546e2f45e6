import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { State } from '../../asl/states.ts';
import { own } from '../../own.ts';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../domain/construct.ts';
import { join, mapOptions } from '../domain/join.ts';
import { itemsIn, withField } from '../domain/parts.ts';
import type { Possible } from '../domain/possible.ts';
import { putAt } from '../jsonpath/jsonPath.ts';
import type { Evaluator, Scope } from './expression.ts';
import { jsonataTemplate, jsonPathTemplate } from './template.ts';

/** A state, what its expressions can refer to, and what evaluates them. */
export interface Here {
  readonly state: State;
  readonly scope: Scope;
  readonly evaluator: Evaluator;
}

/** Where a state goes, with what. */
export interface Exit {
  /** The next state; undefined where the workflow ends. */
  readonly to: string | undefined;
  readonly output: Possible;
  readonly assigned: Assigned;
}

type Assigned = ReadonlyMap<string, Possible>;

/** What a state hands to the workflows inside it. */
export interface Inner {
  readonly input: Possible;
  /** One item of a Map. */
  readonly item?: Possible;
}

function withInput(here: Here, input: Possible): Here {
  return input === here.scope.input ? here : { ...here, scope: { ...here.scope, input } };
}

/**
 * What a state's input is after InputPath: `$` in most of its fields.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
export function effectiveInput(here: Here): Possible {
  return here.state.language === 'JSONata' ? here.scope.input : filtered('InputPath', here);
}

/** What a path such as InputPath or OutputPath lets through of `$`. */
function filtered(field: 'InputPath' | 'OutputPath' | 'ItemsPath', { state, scope, evaluator }: Here): Possible {
  const path = state.json[field];
  if (path === undefined) return scope.input;
  if (path === null) return known({}, state.path);
  return typeof path === 'string' ? evaluator.path(path, scope) : unknownValue(`${field} ${JSON.stringify(path)}`);
}

/** A template in the state's query language. */
function template(json: Json, { state, scope, evaluator }: Here): Possible {
  const read = state.language === 'JSONata' ? jsonataTemplate : jsonPathTemplate;
  return read(json, scope, evaluator);
}

// What the workflows inside a state start with.

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html */
export function branchInput(here: Here): Inner {
  const effective = withInput(here, effectiveInput(here));
  const given = here.state.json['Arguments'] ?? here.state.json['Parameters'];
  return { input: given === undefined ? effective.scope.input : template(given, effective) };
}

/**
 * `ItemSelector` makes what an iteration starts with; without it, that is the item. `Parameters` is its older name.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemselector.html
 */
export function itemInput(here: Here): Inner {
  const { json } = here.state;
  const effective = withInput(here, effectiveInput(here));
  const item = itemOf(effective);
  const selector = json['ItemSelector'] ?? json['Parameters'];
  const context = (): Possible => withItem(here.scope.context(), item);
  const selecting = { ...effective, scope: { ...effective.scope, context } };
  const input = selector === undefined ? item : template(selector, selecting);
  const batcher = json['ItemBatcher'];
  return { input: isObject(batcher) ? batchOf(batcher, input, effective) : input, item };
}

function withItem(context: Possible, item: Possible): Possible {
  const rest = unknownValue('$$.Map.Item');
  const map = objectOf(new Map([['Item', objectOf(new Map([['Value', item]]), rest)]]), rest);
  return mapOptions(context, (option) => withField(option, 'Map', map));
}

function itemOf(here: Here): Possible {
  const { state } = here;
  if (state.json['ItemReader'] !== undefined) {
    return unknownValue('the items', { state: state.path, reason: 'what ItemReader reads' });
  }
  return mapOptions(itemsOfMap(here), (items) => {
    const each = itemsIn(items);
    if (each !== undefined) return join(each);
    // The items of a Map over an object have a form of their own.
    return items.kind === 'unknown' ? items : unknownValue('the items', { state: state.path, reason: 'no list' });
  });
}

function itemsOfMap(here: Here): Possible {
  if (here.state.language !== 'JSONata') return filtered('ItemsPath', here);
  const items = here.state.json['Items'];
  return items === undefined ? here.scope.input : template(items, here);
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
function batchOf(batcher: JsonObject, item: Possible, here: Here): Possible {
  const fields = new Map<string, Possible>([['Items', listOf(item)]]);
  const input = batcher['BatchInput'];
  if (input !== undefined) fields.set('BatchInput', template(input, here));
  return objectOf(fields);
}

// What a state ends with.

export function taskResult({ path }: State): Possible {
  return unknownValue('the result', { state: path, reason: 'the result of the task' });
}

/**
 * What a Parallel or a Map results in: `$states.result`. `outputs` is what the workflows inside it end with,
 * undefined for one that never ends well. Undefined where the state never does.
 */
export function resultOf(state: State, outputs: readonly (Possible | undefined)[]): Possible | undefined {
  const ended = outputs.filter((output) => output !== undefined);
  if (state.type === 'Parallel') return ended.length === outputs.length ? arrayOf(ended) : undefined;
  // What a Map that writes its results to S3 returns is the place where they are.
  if (state.json['ResultWriter'] !== undefined) {
    return unknownValue('the result', { state: state.path, reason: 'ResultWriter writes the results elsewhere' });
  }
  if (toleratesFailures(state)) {
    return unknownValue('the result', { state: state.path, reason: 'iterations that failed may have results as well' });
  }
  // There may be no item at all, also where no iteration ends well.
  const [output] = ended;
  return output === undefined ? known([], state.path) : listOf(output);
}

/**
 * What stands in the results of a Map for an iteration that failed is not documented.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold
 */
function toleratesFailures({ json }: State): boolean {
  return Object.keys(json).some((name) => name.startsWith('ToleratedFailure'));
}

/** All the ways out of a state. `result` as of resultOf; for a state of another type, `none`. */
export function exitsOf(here: Here, result: Possible | 'none' | undefined): readonly Exit[] {
  const { state, scope } = here;
  const caught = catchers(here);
  if (result === undefined || state.type === 'Fail') return caught;
  const done = result === 'none' ? here : { ...here, scope: { ...scope, result } };
  const exits = state.language === 'JSONata' ? jsonataExits(done) : jsonPathExits(done);
  return caught.length === 0 ? exits : [...exits, ...caught];
}

/** What a state goes on with, by itself: its output and what it assigns. */
interface Outcome {
  readonly output: Possible;
  readonly assigned: Assigned;
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
function jsonataExits(here: Here): readonly Exit[] {
  const { state, scope } = here;
  const plain = scope.result ?? scope.input;
  const given = state.json['Output'];
  const output = given === undefined ? plain : template(given, here);
  const outcome = { output, assigned: assignedBy(state.json, here) };
  return routes(here, outcome, (rule) => {
    const own = rule['Output'];
    // Whether the state's own Output counts for a rule that has none is not documented: either may be.
    return own === undefined ? join([plain, output]) : template(own, here);
  });
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html */
function jsonPathExits(here: Here): readonly Exit[] {
  const { state, scope } = here;
  const effective = effectiveInput(here);
  const result = jsonPathResult(withInput(here, effective));
  // `$` is the result, in a Choice and a Wait the effective input:
  // https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html (assigning variables in JSONPath)
  const assigning = withInput(here, scope.result ?? result);
  const put = placed(state.json, result, here);
  const output = state.json['OutputPath'] === undefined ? put : filtered('OutputPath', withInput(here, put));
  return routes(assigning, { output, assigned: assignedBy(state.json, assigning) }, () => output);
}

/** The result before ResultPath; a state without one has its effective input. */
function jsonPathResult(here: Here): Possible {
  const { state, scope, evaluator } = here;
  const { Result: literal, Parameters: parameters, ResultSelector: selector } = state.json;
  if (state.type === 'Pass') {
    if (literal !== undefined) return known(literal, state.path);
    return parameters === undefined ? scope.input : jsonPathTemplate(parameters, scope, evaluator);
  }
  const { result } = scope;
  if (result === undefined) return scope.input;
  return selector === undefined ? result : jsonPathTemplate(selector, { ...scope, input: result }, evaluator);
}

/**
 * The result put by ResultPath into 'the original state machine input': the one before InputPath.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-example.html
 */
function placed(holder: JsonObject, result: Possible, { scope }: Here): Possible {
  const path = holder['ResultPath'];
  if (path === undefined || path === '$') return result;
  if (path === null) return scope.input;
  return typeof path === 'string'
    ? putAt(scope.input, path, result)
    : unknownValue(`ResultPath ${JSON.stringify(path)}`);
}

/** The ways that a state itself takes: Next, End, or the rules of a Choice and its Default. */
function routes(here: Here, outcome: Outcome, outputOf: (rule: JsonObject) => Possible): readonly Exit[] {
  const { json, type } = here.state;
  const exits: Exit[] = [];
  if (typeof json['Next'] === 'string') exits.push({ to: json['Next'], ...outcome });
  if (json['End'] === true || type === 'Succeed') exits.push({ to: undefined, ...outcome });
  if (type !== 'Choice') return exits;
  for (const rule of objectsIn(json['Choices'])) {
    const to = rule['Next'];
    if (typeof to === 'string')
      exits.push({ to, output: outputOf(rule), assigned: ruleAssigned(rule, outcome.assigned, here) });
  }
  if (typeof json['Default'] === 'string') exits.push({ to: json['Default'], ...outcome });
  return exits;
}

/** The states that a state can go to. */
export function targetsOf({ json }: State): string[] {
  const targets: string[] = [];
  const add = (next: Json | undefined): void => {
    if (typeof next === 'string') targets.push(next);
  };
  add(json['Next']);
  for (const rule of objectsIn(json['Choices'])) add(rule['Next']);
  for (const catcher of objectsIn(json['Catch'])) add(catcher['Next']);
  add(json['Default']);
  return targets;
}

/** A rule's own assignments; whether the state's are made as well is not documented: they may be. */
function ruleAssigned(rule: JsonObject, ofState: Assigned, here: Here): Assigned {
  const own = assignedBy(rule, here);
  if (ofState.size === 0) return own;
  const assigned = new Map(own);
  for (const [name, value] of ofState) {
    if (!own.has(name)) assigned.set(name, join([value, here.scope.variable(name)]));
  }
  return assigned;
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html */
function assignedBy(holder: JsonObject, here: Here): Assigned {
  const given = holder['Assign'];
  if (!isObject(given)) return NONE;
  const names = Object.keys(given);
  const assigned = new Map<string, Possible>();
  for (const name of names) {
    const json = own(given, name) ?? null;
    const value = template({ [name]: json }, here);
    const bare = here.state.language === 'JSONata' ? name : name.replace(/\.\$$/, '');
    assigned.set(bare, onlyField(value, bare));
  }
  return assigned;
}

const NONE: Assigned = new Map();

function onlyField(value: Possible, name: string): Possible {
  if (value.kind === 'object') return value.fields.get(name) ?? unknownValue(name);
  if (value.kind === 'known' && isObject(value.json)) return known(own(value.json, name) ?? null, value.setBy);
  return value;
}

/**
 * Where a failure is caught, the output is the error, put into the input by ResultPath (JSONPath) or made by Output.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
function catchers(here: Here): readonly Exit[] {
  const list = here.state.json['Catch'];
  if (list === undefined) return [];
  const cause = { state: here.state.path, reason: 'the error that was caught' };
  const error = (name: string): [string, Possible] => [name, unknownValue(name, cause)];
  const errorOutput = objectOf(new Map([error('Error'), error('Cause')]), unknownValue('the error', cause));
  const caught = { ...here, scope: { ...here.scope, errorOutput } };
  return objectsIn(list).flatMap((catcher): readonly Exit[] => {
    const to = catcher['Next'];
    if (typeof to !== 'string') return [];
    return [{ to, ...caughtBy(catcher, errorOutput, caught) }];
  });
}

function caughtBy(catcher: JsonObject, errorOutput: Possible, here: Here): Outcome {
  if (here.state.language === 'JSONata') {
    const output = catcher['Output'];
    return {
      output: output === undefined ? errorOutput : template(output, here),
      assigned: assignedBy(catcher, here),
    };
  }
  const put = placed(catcher, errorOutput, here);
  // Whether OutputPath counts for what a catcher passes on is not documented: it may.
  const filteredToo = here.state.json['OutputPath'] === undefined ? put : filtered('OutputPath', withInput(here, put));
  return { output: join([put, filteredToo]), assigned: assignedBy(catcher, withInput(here, errorOutput)) };
}

const NO_OBJECTS: readonly JsonObject[] = [];

function objectsIn(json: Json | undefined): readonly JsonObject[] {
  return isArray(json) ? json.filter(isObject) : NO_OBJECTS;
}
