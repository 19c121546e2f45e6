import { unknownValue } from '../domain/construct.ts';
import type { Possible, Unknown } from '../domain/possible.ts';
import { type Node, plainNode } from './ast.ts';
import { isBuiltin } from './builtins.ts';
import { applyTo, callNode, partialNode } from './call.ts';
import { arrayConstructor, groupBy, objectConstructor } from './construct.ts';
import { type Lambda, lookup, type Run, type Scope, spend, type Thunk } from './function.ts';
import { binary } from './operators.ts';
import type { Jsonata } from './parse.ts';
import { evaluatePath } from './path.ts';
import { filterAll } from './predicate.ts';
import { print } from './print.ts';
import { descendants, lookupName, wildcard } from './select.ts';
import { truthOf } from './truth.ts';
import {
  ABSENT,
  choose,
  constantValue,
  FAILS,
  fromPossible,
  gaveUp,
  type Item,
  isAbsent,
  isUnsettled,
  type Sequence,
  sequenceOf,
  toPossible,
  unite,
  type Value,
} from './value.ts';

/** What an expression can refer to. */
export interface JsonataScope {
  /** `$states`: input, result, errorOutput and context are its fields. */
  readonly states: Possible;
  /** A workflow variable; `absent` where nothing assigned it. */
  readonly variable: (name: string) => Possible;
}

/** An expression that takes more steps is not followed. */
const MAX_STEPS = 20_000;
const MAX_DEPTH = 250;

/**
 * Everything that an expression can give, over all executions.
 *
 * An error at run time makes the state fail, so an alternative that always fails is no value; where all do, it is
 * unknown what the author meant.
 */
export function evaluateJsonata(expression: Jsonata, scope: JsonataScope): Possible {
  const { source, root } = expression;
  const context = gaveUp('what a name without a variable refers to');
  const run: Run = {
    source,
    variable: (name) => fromPossible(name === 'states' ? scope.states : scope.variable(name)),
    root: context,
    steps: MAX_STEPS,
    depth: 0,
    stopped: undefined,
  };
  const value = evaluate(root, { run, context, frame: { values: new Map(), parent: undefined } });
  if (run.stopped !== undefined) return unknownValue(source, { state: '', reason: run.stopped });
  if (value.length === 0) return unknownValue(source, { state: '', reason: 'an expression that always fails' });
  const result = toPossible(value);
  return result.kind === 'unknown' ? named(result, source) : result;
}

/** An unknown value named after the part of the expression that gives it. */
export function named(unknown: Unknown, expression: string): Unknown {
  if (unknown.expression === expression) return unknown;
  return unknownValue(expression, unknown.cause ?? { state: '', reason: unknown.expression });
}

export function nameUnknown(value: Value, node: Node, run: Run): Value {
  const [only] = value;
  return only?.kind === 'unknown' ? [named(only, print(node, run.source))] : value;
}

export function evaluate(node: Node, scope: Scope): Value {
  const { run } = scope;
  if (!spend(run, 1)) return [gaveUp(run.stopped ?? '')];
  if (run.depth >= MAX_DEPTH) run.stopped ??= 'an expression that nests so deep is not evaluated';
  run.depth++;
  let value = evaluateForm(node, scope);
  value = filterAll(node.predicates, value, scope);
  if (node.group && node.kind !== 'path') value = groupBy(node.group, value, scope);
  run.depth--;
  if (value.length > 1) spend(run, value.length);
  return unwrap(value, node.keepArray);
}

/** The result of a path becomes its item where it has only one. */
export function unwrap(value: Value, keepArray: boolean): Value {
  if (!value.some((item) => item.kind === 'sequence' && item.form !== 'plain')) return value;
  return choose(value.flatMap((item) => (item.kind === 'sequence' ? unwrapOne(item, keepArray) : [item])));
}

function unwrapOne(item: Sequence, keepArray: boolean): readonly Item[] {
  const { parts, form } = item;
  if (form === 'plain') return [item];
  const [first] = parts;
  const keeps = keepArray || form === 'kept';
  if (parts.every((part) => !part.many)) {
    if (!first) return ABSENT;
    if (parts.length === 1 && !keeps) return first.value;
    return keeps && form === 'sequence' ? [sequenceOf(parts, 'kept', item.constructed)] : [item];
  }
  if (form === 'open' && !keepArray) return [item];
  const certain = parts.filter((part) => !part.many);
  const open: readonly Item[] = [sequenceOf(parts, 'open', item.constructed)];
  if (certain.length > 1) return open;
  const single = keeps ? [] : (certain.length === 1 ? certain : parts).flatMap((part) => part.value);
  return certain.length === 1 ? [...single, ...open] : [...ABSENT, ...single, ...open];
}

function evaluateForm(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case 'literal':
      return literal(node.value, scope.run);
    case 'name':
      if (isUnsettled(node.name)) return [gaveUp('a field whose name is a placeholder')];
      return lookupName(scope.context, node.name, scope.run);
    case 'wildcard':
      return wildcard(scope.context);
    case 'descendants':
      return descendants(scope.context, scope.run);
    case 'variable':
      return variable(node.name, scope);
    case 'path':
      return evaluatePath(node, scope);
    case 'binary':
      return binary(node, scope);
    case 'negate':
      return binary({ operator: '-', left: ZERO, right: node.operand }, scope);
    case 'array':
      return arrayConstructor(node.items, node.constructs, scope);
    case 'object':
      return objectConstructor(node.pairs, scope);
    case 'condition':
      return condition(node, scope);
    case 'block':
      return block(node.statements, scope);
    case 'bind': {
      const value = evaluate(node.value, scope);
      scope.frame.values.set(node.name, value);
      return value;
    }
    case 'call':
      return callNode(node, scope);
    case 'partial':
      return partialNode(node, scope);
    case 'lambda':
      return [lambda(node, scope)];
    case 'thunk':
      return [thunk(node, scope)];
    case 'apply':
      return applyTo(node, scope);
    case 'regex':
      return [{ kind: 'function', of: 'matcher', source: node.source, flags: node.flags }];
    case 'sort':
      return [gaveUp('an order that is not part of a path is not evaluated')];
    case 'unsupported':
      return [gaveUp(node.reason)];
  }
}

const ZERO: Node = plainNode({ kind: 'literal', value: 0 });

/** What looks like a placeholder only once its escapes are read is none. */
function literal(value: string | number | boolean | null, run: Run): Value {
  const isNone = typeof value === 'string' && isUnsettled(value) && !isUnsettled(run.source);
  return isNone ? [gaveUp('a text that looks like a placeholder')] : constantValue(value);
}

function variable(name: string, scope: Scope): Value {
  const { run, context, frame } = scope;
  if (name === '') return [context];
  if (name === '$') return [run.root];
  const value = lookup(run, frame, name) ?? ABSENT;
  if (!value.some(isAbsent) || !isBuiltin(name)) return value;
  return choose([...value.filter((item) => !isAbsent(item)), { kind: 'function', of: 'builtin', name }]);
}

function condition(node: Node & { readonly kind: 'condition' }, scope: Scope): Value {
  const truths = new Set(evaluate(node.condition, scope).map(truthOf));
  const values: Value[] = [];
  if (truths.has(true) || truths.has(undefined)) values.push(evaluate(node.met, scope));
  if (truths.has(false) || truths.has(undefined)) {
    values.push(node.otherwise ? evaluate(node.otherwise, scope) : ABSENT);
  }
  return unite(values);
}

function block(statements: readonly Node[], scope: Scope): Value {
  const inner: Scope = { ...scope, frame: { values: new Map(), parent: scope.frame } };
  let value: Value = ABSENT;
  for (const statement of statements) {
    value = evaluate(statement, inner);
    if (value.length === 0) return FAILS;
  }
  return value;
}

function lambda(node: Node & { readonly kind: 'lambda' }, scope: Scope): Lambda {
  const { parameters, body, signed } = node;
  return { kind: 'function', of: 'lambda', parameters, body, signed, scope };
}

function thunk(node: Node & { readonly kind: 'thunk' }, scope: Scope): Thunk {
  const { procedure, args } = node;
  return { kind: 'function', of: 'thunk', procedure, args, scope };
}
