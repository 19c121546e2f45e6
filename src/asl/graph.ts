import { own } from '../own.ts';
import { isArray, isObject, type Json, type JsonObject, pointer } from './json.ts';

/** A state machine, a branch or an item processor as a graph. */
export interface Workflow {
  /** JSON Pointer of the first state. */
  readonly start: string;
  readonly states: readonly State[];
}

export interface State {
  /** JSON Pointer, such as `/States/Each/ItemProcessor/States/Pay`. */
  readonly path: string;
  readonly name: string;
  readonly type: string;
  readonly comment: string | undefined;
  /** A Task's. */
  readonly resource: string | undefined;
  /** A Map whose items run in child executions. */
  readonly distributed: boolean;
  /** True where the workflow can end here. */
  readonly ends: boolean;
  readonly edges: readonly Edge[];
  /** The branches of a Parallel, the item processor of a Map. */
  readonly inner: readonly Workflow[];
}

export interface Edge {
  readonly kind: 'next' | 'default' | 'choice' | 'catch';
  /** The name that the definition gives. */
  readonly target: string;
  /** Its JSON Pointer; undefined where there is no state of that name. */
  readonly to: string | undefined;
  /** When it is taken: a rule's condition, the errors that are caught; empty where there is nothing to say. */
  readonly when: string;
}

/**
 * Reads states, transitions and nesting. The definition's shape has been checked (src/asl/states.ts, which fit()
 * calls); what that leaves open, such as a Next without a state of that name, is read as it stands.
 */
export function workflowOf(definition: JsonObject): Workflow {
  return readWorkflow(definition, '');
}

function readWorkflow(machine: JsonObject, path: string): Workflow {
  const states = objectOf(machine['States']);
  const pathOf = (name: string) => (Object.hasOwn(states, name) ? pointer(path, 'States', name) : undefined);
  return {
    start: pointer(path, 'States', textOf(machine['StartAt']) ?? ''),
    states: Object.keys(states).map((name) =>
      readState(name, objectOf(own(states, name)), pointer(path, 'States', name), pathOf),
    ),
  };
}

type PathOf = (name: string) => string | undefined;

function readState(name: string, json: JsonObject, path: string, pathOf: PathOf): State {
  const type = textOf(json['Type']) ?? '';
  const processor =
    json['ItemProcessor'] === undefined && json['Iterator'] !== undefined ? 'Iterator' : 'ItemProcessor';
  const config = type === 'Map' ? objectOf(objectOf(json[processor])['ProcessorConfig']) : {};
  return {
    path,
    name,
    type,
    comment: textOf(json['Comment']),
    resource: type === 'Task' ? textOf(json['Resource']) : undefined,
    distributed: config['Mode'] === 'DISTRIBUTED',
    ends: json['End'] === true || type === 'Succeed',
    edges: edgesOf(json, type, pathOf),
    inner: innerOf(json, type, path, processor),
  };
}

function innerOf(json: JsonObject, type: string, path: string, processor: string): readonly Workflow[] {
  if (type === 'Parallel') {
    return listOf(json['Branches']).map((branch, index) => readWorkflow(branch, pointer(path, 'Branches', index)));
  }
  return type === 'Map' ? [readWorkflow(objectOf(own(json, processor)), pointer(path, processor))] : [];
}

function edgesOf(json: JsonObject, type: string, pathOf: PathOf): readonly Edge[] {
  const edge = (kind: Edge['kind'], target: Json | undefined, when: string): readonly Edge[] =>
    typeof target === 'string' ? [{ kind, target, to: pathOf(target), when }] : [];
  const rules = type === 'Choice' ? listOf(json['Choices']) : [];
  return [
    ...rules.flatMap((rule) => edge('choice', rule['Next'], conditionOf(rule))),
    ...(type === 'Choice' ? edge('default', json['Default'], '') : edge('next', json['Next'], '')),
    ...listOf(json['Catch']).flatMap((catcher) => edge('catch', catcher['Next'], errorsOf(catcher))),
  ];
}

function errorsOf(catcher: JsonObject): string {
  const errors = isArray(catcher['ErrorEquals']) ? catcher['ErrorEquals'] : [];
  return errors.map((error) => (error === 'States.ALL' ? 'any error' : String(error))).join(', ');
}

/** Comparison operators end in one of these: `NumericGreaterThanEquals`, `StringEqualsPath`. */
const COMPARISONS: readonly (readonly [end: string, sign: string])[] = [
  ['LessThanEquals', '≤'],
  ['GreaterThanEquals', '≥'],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['Equals', '='],
  ['Matches', 'matches'],
];

/**
 * A rule in words: `$.total > 100`.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
function conditionOf(rule: JsonObject): string {
  const condition = textOf(rule['Condition']);
  if (condition !== undefined) return condition.replace(/^\{%\s*/, '').replace(/\s*%\}$/, '');
  if (isArray(rule['And'])) return listOf(rule['And']).map(conditionOf).join(' and ');
  if (isArray(rule['Or'])) return listOf(rule['Or']).map(conditionOf).join(' or ');
  if (isObject(rule['Not'])) return `not (${conditionOf(rule['Not'])})`;
  const variable = textOf(rule['Variable']) ?? '';
  for (const [key, value] of Object.entries(rule)) {
    const test = /^Is([A-Z][a-z]+)$/.exec(key)?.[1];
    if (test !== undefined) return `${variable} is ${value === false ? 'not ' : ''}${test.toLowerCase()}`;
    const operator = key.replace(/Path$/, '');
    const sign = COMPARISONS.find(([end]) => operator.endsWith(end))?.[1];
    if (sign !== undefined) return `${variable} ${sign} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  }
  return variable;
}

function textOf(json: Json | undefined): string | undefined {
  return typeof json === 'string' ? json : undefined;
}

function objectOf(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

function listOf(json: Json | undefined): readonly JsonObject[] {
  return isArray(json) ? json.filter(isObject) : [];
}
