import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { State } from '../../asl/workflow.ts';
import { own } from '../../own.ts';
import type { World } from '../domain/assignment.ts';
import { covers, hasUnknown } from '../domain/covers.ts';
import { fieldOf, type Possible, type Single } from '../domain/possible.ts';
import { ABSENT, type Resolved, type Unknown, type Value } from '../domain/value.ts';
import { effectiveInput } from './entered.ts';
import { type Evaluator, isJsonata, type Scope } from './expression.ts';
import type { Flow } from './flow.ts';

/** What a state passes on, as it is in one world. */
export type Given = (world: World) => Value;

/** Reads the fields of one state in which it passes something on. */
interface Reader {
  readonly state: State;
  readonly scope: Scope;
  readonly evaluator: Evaluator;
  /** What each expression can be, over all worlds. */
  readonly evaluated: Map<string, Possible>;
}

export function readerOf(state: State, { scopeOf, evaluator }: Flow): Reader {
  return { state, scope: scopeOf(state), evaluator, evaluated: new Map() };
}

/**
 * What a state passes to the API that it calls: its `Parameters` (JSONPath) or `Arguments` (JSONata). Without either
 * the state's input is passed on as it is, and any field may be in it.
 *
 * The field decides and not the state's query language: AWS refuses a definition that mixes them, and reading the
 * wrong one as nothing would make the policy smaller.
 */
export function argumentsOf(holder: JsonObject, reader: Reader): Given {
  const { Arguments: jsonata, Parameters: jsonPath } = holder;
  if (jsonata !== undefined) return (world) => jsonataView(jsonata, reader, world);
  const input = effective(reader);
  if (jsonPath !== undefined) return (world) => jsonPathView(jsonPath, input, world);
  const path = reader.state.json['InputPath'];
  const expression = typeof path === 'string' ? path : 'the state input';
  return (world) => possibleView(input.scope.input, expression, input, world);
}

/** The role of a task's `Credentials`, in either query language. */
export function credentialsRole(holder: JsonObject, reader: Reader): Given | undefined {
  const credentials = holder['Credentials'];
  if (credentials === undefined) return undefined;
  const input = effective(reader);
  return (world) => {
    const value = jsonataView(credentials, reader, world);
    if (value.kind !== 'object') return value;
    const role = value.field('RoleArn');
    if (role.kind !== 'absent') return role;
    const byPath = jsonPathView(credentials, input, world);
    return byPath.kind === 'object' ? byPath.field('RoleArn') : byPath;
  };
}

/** The same reader, for fields whose `$` is the input after InputPath. */
function effective(reader: Reader): Reader {
  const { state, scope, evaluator } = reader;
  if (state.json['InputPath'] === undefined) return reader;
  const scopeWith = (given: Possible): Scope => ({ ...scope, input: given });
  const input = effectiveInput({ state, input: scope.input, scopeWith, evaluator });
  return input === scope.input ? reader : { ...reader, scope: { ...reader.scope, input }, evaluated: new Map() };
}

function jsonPathView(template: Json, reader: Reader, world: World): Value {
  if (isArray(template)) return { kind: 'array', items: template.map((item) => jsonPathView(item, reader, world)) };
  if (!isObject(template)) return { kind: 'known', json: template };
  return {
    kind: 'object',
    field: (name) => {
      // The expression first: where a definition has both, which AWS refuses, the unknown value is the wider one.
      const expression = own(template, `${name}.$`);
      const literal = own(template, name);
      if (typeof expression === 'string' && literal === undefined)
        return expressionView(expression, 'path', reader, world);
      if (expression !== undefined) return unknownView(expression);
      return literal === undefined ? ABSENT : jsonPathView(literal, reader, world);
    },
    names: () => Object.keys(template).map((name) => name.replace(/\.\$$/, '')),
  };
}

function unknownView(expression: Json): Unknown {
  return { kind: 'unknown', expression: typeof expression === 'string' ? expression : JSON.stringify(expression) };
}

function jsonataView(template: Json, reader: Reader, world: World): Value {
  if (isArray(template)) return { kind: 'array', items: template.map((item) => jsonataView(item, reader, world)) };
  if (typeof template === 'string' && isJsonata(template)) return expressionView(template, 'jsonata', reader, world);
  if (!isObject(template)) return { kind: 'known', json: template };
  return {
    kind: 'object',
    field: (name) => {
      const value = own(template, name);
      return value === undefined ? ABSENT : jsonataView(value, reader, world);
    },
    names: () => Object.keys(template),
  };
}

function expressionView(text: string, language: 'path' | 'jsonata', reader: Reader, world: World): Value {
  const { scope, evaluated } = reader;
  const evaluate = reader.evaluator[language];
  let all = evaluated.get(text);
  if (all === undefined) evaluated.set(text, (all = evaluate(text, scope)));
  if (!world.separates || !hasAlternatives(all)) return possibleView(all, text, reader, world);
  // With the alternatives of what it reads chosen, so that two expressions that read the same stay together.
  const inWorld = evaluate(text, {
    ...scope,
    input: world.choose(scope.input),
    variable: (name) => world.choose(scope.variable(name)),
  });
  // What fails the state in this world is unknown, and none of what it can be in those that go on.
  if (hasUnknown(inWorld) && !covers(all, inWorld)) world.ruleOut();
  return possibleView(inWorld, text, reader, world);
}

/** True where one world can tell more: also of what has too many alternatives for all worlds together. */
function hasAlternatives(value: Possible): boolean {
  if (value.kind === 'unknown') return value.cause?.widened === true;
  if (value.kind === 'text')
    return value.parts.some((part) => typeof part !== 'string' && part.cause?.widened === true);
  return value.kind !== 'known';
}

function possibleView(value: Possible, expression: string, reader: Reader, world: World): Value {
  return singleView(world.choose(value), expression, reader.state.path, world);
}

function singleView(value: Single, expression: string, state: string, world: World): Value {
  const inner = (part: Possible): Value => {
    const view = singleView(world.choose(part), expression, state, world);
    return view.kind === 'unknown' ? { ...view, maybeAbsent: true } : view;
  };
  switch (value.kind) {
    case 'known':
      return knownView(value.json, { expression, setBy: value.setBy ?? state });
    case 'text':
      return { kind: 'unknown', expression, parts: value.parts };
    case 'object':
      return {
        kind: 'object',
        field: (name) => inner(fieldOf(value, name)),
        names: () =>
          [...value.fields].filter(([, field]) => world.choose(field).kind !== 'absent').map(([name]) => name),
        ...(value.rest.kind === 'unknown' ? { others: causedBy(value.rest, expression) } : {}),
      };
    case 'array':
      return { kind: 'array', items: value.items.map(inner).filter((item) => item.kind !== 'absent') };
    case 'list': {
      const hasItems = world.hasItems(value);
      if (hasItems === undefined) return { kind: 'unknown', expression };
      return { kind: 'array', items: hasItems ? [inner(value.item)] : [] };
    }
    case 'absent':
      return ABSENT;
    case 'unknown':
      return causedBy(value, expression);
  }
}

function causedBy(value: Unknown, expression: string): Unknown {
  const isItself = value.expression === expression || expression === `{% ${value.expression.trim()} %}`;
  if (isItself && value.cause === undefined) return { kind: 'unknown', expression };
  const cause = value.cause ?? { state: '', reason: value.expression };
  return { kind: 'unknown', expression, cause };
}

function knownView(json: Json, resolved: Resolved): Value {
  if (isArray(json)) return { kind: 'array', items: json.map((item) => knownView(item, resolved)) };
  if (!isObject(json)) return { kind: 'known', json, resolved };
  return {
    kind: 'object',
    field: (name) => {
      const value = own(json, name);
      return value === undefined ? ABSENT : knownView(value, resolved);
    },
    names: () => Object.keys(json),
  };
}
