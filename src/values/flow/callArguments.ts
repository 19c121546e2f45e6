import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { State } from '../../asl/workflow.ts';
import { own } from '../../own.ts';
import type { Assignment } from '../domain/assignment.ts';
import { hasUnknown } from '../domain/constant.ts';
import { coversValue } from '../domain/covers.ts';
import { ABSENT, type Possible } from '../domain/possible.ts';
import type { UnknownValue, Value } from '../domain/value.ts';
import { viewOf } from '../domain/view.ts';
import { effectiveInput } from './entered.ts';
import { isJsonata, type StateScope } from './expression.ts';
import type { Flow } from './flow.ts';

/** What a state passes on, under one assignment. */
export type PassedValue = (assignment: Assignment) => Value;

/** Reads the fields in which one state passes values on. */
interface Reader {
  readonly state: State;
  readonly flow: Flow;
  /** What its expressions refer to. Made on first use: most calls are read without evaluating an expression. */
  scope: StateScope | undefined;
  /** What each expression can be under any assignment. Most readers read one or none. */
  evaluated: Map<string, Evaluated> | undefined;
}

/** One object for each expression of a reader. */
interface Evaluated {
  readonly all: Possible;
}

export function readerOf(state: State, flow: Flow): Reader {
  return { state, flow, scope: undefined, evaluated: undefined };
}

function scopeIn(reader: Reader): StateScope {
  reader.scope ??= reader.flow.scopeOf(reader.state);
  return reader.scope;
}

/**
 * What a state passes to the API that it calls: its `Parameters` (JSONPath) or `Arguments` (JSONata). Without either
 * the state's input is passed on as it is, and any field may be in it.
 *
 * The field decides, not the state's query language: AWS refuses a definition that mixes them, and ignoring the wrong
 * field would make the policy smaller.
 */
export function argumentsOf(holder: JsonObject, reader: Reader): PassedValue {
  const { Arguments: jsonata, Parameters: jsonPath } = holder;
  if (jsonata !== undefined) return (assignment) => jsonataView(jsonata, reader, assignment);
  const input = effective(reader);
  if (jsonPath !== undefined) return (assignment) => jsonPathView(jsonPath, input, assignment);
  const path = reader.state.json['InputPath'];
  const expression = typeof path === 'string' ? path : 'the state input';
  return (assignment) => viewOf(scopeIn(input).input, expression, input.state.path, assignment);
}

/** The role of a task's `Credentials`, in either query language. */
export function credentialsRole(holder: JsonObject, reader: Reader): PassedValue | undefined {
  const credentials = holder['Credentials'];
  if (credentials === undefined) return undefined;
  const input = effective(reader);
  return (assignment) => {
    const value = jsonataView(credentials, reader, assignment);
    if (value.kind !== 'object') return value;
    const role = value.field('RoleArn');
    if (role.kind !== 'absent') return role;
    const byPath = jsonPathView(credentials, input, assignment);
    return byPath.kind === 'object' ? byPath.field('RoleArn') : byPath;
  };
}

/** The same reader, for fields whose `$` is the input after InputPath. */
function effective(reader: Reader): Reader {
  const { state, flow } = reader;
  if (state.json['InputPath'] === undefined) return reader;
  const scope = scopeIn(reader);
  const scopeWith = (next: Possible): StateScope => ({ ...scope, input: next });
  const input = effectiveInput({ state, input: scope.input, scopeWith, evaluator: flow.evaluator });
  return input === scope.input ? reader : { ...reader, scope: { ...scope, input }, evaluated: undefined };
}

function jsonPathView(template: Json, reader: Reader, assignment: Assignment): Value {
  if (isArray(template))
    return { kind: 'array', items: template.map((item) => jsonPathView(item, reader, assignment)) };
  if (!isObject(template)) return { kind: 'known', json: template };
  // Only look up `name.$` if the template has such fields: tables ask for many names that aren't there.
  const hasPaths = hasPathNames(template);
  return {
    kind: 'object',
    field: (name) => {
      const literal = own(template, name);
      const expression = hasPaths ? own(template, `${name}.$`) : undefined;
      // The expression comes first: if a definition has both, which AWS refuses, the unknown value is the wider one.
      if (typeof expression === 'string' && literal === undefined)
        return expressionView(expression, 'path', reader, assignment);
      if (expression !== undefined) return unknownView(expression);
      return literal === undefined ? ABSENT : jsonPathView(literal, reader, assignment);
    },
    names: () => Object.keys(template).map((name) => (isPathName(name) ? name.slice(0, -2) : name)),
  };
}

function hasPathNames(template: JsonObject): boolean {
  return Object.keys(template).some(isPathName);
}

function isPathName(name: string): boolean {
  return name.endsWith('.$');
}

function unknownView(expression: Json): UnknownValue {
  return { kind: 'unknown', expression: typeof expression === 'string' ? expression : JSON.stringify(expression) };
}

function jsonataView(template: Json, reader: Reader, assignment: Assignment): Value {
  if (isArray(template)) return { kind: 'array', items: template.map((item) => jsonataView(item, reader, assignment)) };
  if (typeof template === 'string' && isJsonata(template))
    return expressionView(template, 'jsonata', reader, assignment);
  if (!isObject(template)) return { kind: 'known', json: template };
  return {
    kind: 'object',
    field: (name) => {
      const value = own(template, name);
      return value === undefined ? ABSENT : jsonataView(value, reader, assignment);
    },
    names: () => Object.keys(template),
  };
}

function expressionView(text: string, language: 'path' | 'jsonata', reader: Reader, assignment: Assignment): Value {
  const { state, flow } = reader;
  const scope = scopeIn(reader);
  const evaluate = flow.evaluator[language];
  let known = reader.evaluated?.get(text);
  if (known === undefined) {
    known = { all: evaluate(text, scope) };
    reader.evaluated ??= new Map();
    reader.evaluated.set(text, known);
  }
  const { all } = known;
  if (!assignment.separates || !hasAlternatives(all)) return viewOf(all, text, state.path, assignment);
  // Choose the alternatives of what the expression reads, so that two expressions that read the same value agree.
  const chosen = assignment.remember(known, () =>
    evaluate(text, {
      ...scope,
      input: assignment.choose(scope.input),
      variable: (name) => assignment.choose(scope.variable(name)),
    }),
  );
  // An expression that fails the state is unknown here, and isn't among its values in runs that go on.
  if (hasUnknown(chosen) && !coversValue(all, chosen)) assignment.ruleOut();
  return viewOf(chosen, text, state.path, assignment);
}

/** Whether one assignment can say more, even if there are too many alternatives for all of them together. */
function hasAlternatives(value: Possible): boolean {
  if (value.kind === 'unknown') return value.cause?.widened === true;
  if (value.kind === 'text')
    return value.parts.some((part) => typeof part !== 'string' && part.cause?.widened === true);
  return value.kind !== 'known';
}
