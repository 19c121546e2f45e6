import { unknownValue } from '../domain/construct.ts';
import type { Possible } from '../domain/possible.ts';
import { applyTo, callExpression, lambdaValue, partialFunction, thunk } from './call.ts';
import { arrayConstructor, groupBy, objectConstructor } from './construct.ts';
import { isBuiltin } from './functions/callBuiltin.ts';
import { named } from './naming.ts';
import { binary } from './operators.ts';
import { evaluatePathForm } from './path.ts';
import { filterAll } from './predicate.ts';
import { type Environment, type Evaluation, evaluate, lookup, spend } from './scope.ts';
import { descendants, lookupName, wildcard } from './select.ts';
import { type Expression, plainExpression } from './syntax/expression.ts';
import type { Jsonata } from './syntax/parse.ts';
import { unwrap } from './unwrap.ts';
import { choose, fromPossible, isAbsent, unite } from './value/alternatives.ts';
import { toPossible } from './value/convert.ts';
import { isUnsettled } from './value/objects.ts';
import { itemTruth } from './value/truth.ts';
import { type Alternatives, constantValue, FAILS, gaveUp, NO_VALUE } from './value/value.ts';

/** What an expression can refer to. */
export interface JsonataScope {
  /** `$states`: input, result, errorOutput and context are its fields. */
  readonly states: Possible;
  /** A workflow variable; `absent` if nothing assigned it. */
  readonly variable: (name: string) => Possible;
}

/** An expression that takes more steps isn't followed. */
const MAX_STEPS = 20_000;
const MAX_DEPTH = 250;

/**
 * Everything that an expression can give, over all executions.
 *
 * An error at run time makes the state fail, so an alternative that always fails is no value. If all alternatives fail,
 * the result is unknown: the author must have meant something else.
 */
export function evaluateJsonata(expression: Jsonata, scope: JsonataScope): Possible {
  const { source, root } = expression;
  const context = gaveUp('what a name without a variable refers to');
  const evaluation: Evaluation = {
    source,
    variable: (name) => fromPossible(name === 'states' ? scope.states : scope.variable(name)),
    evaluate: evaluateExpression,
    root: context,
    steps: MAX_STEPS,
    depth: 0,
    stopped: undefined,
  };
  const value = evaluateExpression(root, { evaluation, context, frame: { values: new Map(), parent: undefined } });
  if (evaluation.stopped !== undefined) return unknownValue(source, { state: '', reason: evaluation.stopped });
  if (value.length === 0) return unknownValue(source, { state: '', reason: 'an expression that always fails' });
  const result = toPossible(value);
  return result.kind === 'unknown' ? named(result, source) : result;
}

function evaluateExpression(node: Expression, scope: Environment): Alternatives {
  const { evaluation } = scope;
  if (!spend(evaluation, 1)) return [gaveUp(evaluation.stopped ?? '')];
  if (evaluation.depth >= MAX_DEPTH) evaluation.stopped ??= 'an expression that nests so deep is not evaluated';
  evaluation.depth++;
  let value = evaluateByKind(node, scope);
  value = filterAll(node.predicates, value, scope);
  if (node.group && node.kind !== 'path') value = groupBy(node.group, value, scope);
  evaluation.depth--;
  if (value.length > 1) spend(evaluation, value.length);
  return unwrap(value, node.keepArray);
}

function evaluateByKind(node: Expression, scope: Environment): Alternatives {
  switch (node.kind) {
    case 'literal':
      return literal(node.value, scope.evaluation);
    case 'name':
      if (isUnsettled(node.name)) return [gaveUp('a field whose name is a placeholder')];
      return lookupName(scope.context, node.name, scope.evaluation);
    case 'wildcard':
      return wildcard(scope.context);
    case 'descendants':
      return descendants(scope.context, scope.evaluation);
    case 'variable':
      return variable(node.name, scope);
    case 'path':
      return evaluatePathForm(node, scope);
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
      return callExpression(node, scope);
    case 'partial':
      return partialFunction(node, scope);
    case 'lambda':
      return [lambdaValue(node, scope)];
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

const ZERO: Expression = plainExpression({ kind: 'literal', value: 0 });

/** A text that looks like a placeholder only once its escapes are resolved is none. */
function literal(value: string | number | boolean | null, evaluation: Evaluation): Alternatives {
  const isNone = typeof value === 'string' && isUnsettled(value) && !isUnsettled(evaluation.source);
  return isNone ? [gaveUp('a text that looks like a placeholder')] : constantValue(value);
}

function variable(name: string, scope: Environment): Alternatives {
  const { evaluation, context } = scope;
  if (name === '') return [context];
  if (name === '$') return [evaluation.root];
  const value = lookup(scope, name);
  if (!value.some(isAbsent) || !isBuiltin(name)) return value;
  return choose([...value.filter((item) => !isAbsent(item)), { kind: 'function', of: 'builtin', name }]);
}

function condition(node: Expression & { readonly kind: 'condition' }, scope: Environment): Alternatives {
  const truths = new Set(evaluate(node.condition, scope).map(itemTruth));
  const values: Alternatives[] = [];
  if (truths.has(true) || truths.has(undefined)) values.push(evaluate(node.met, scope));
  if (truths.has(false) || truths.has(undefined)) {
    values.push(node.otherwise ? evaluate(node.otherwise, scope) : NO_VALUE);
  }
  return unite(values);
}

function block(statements: readonly Expression[], scope: Environment): Alternatives {
  const inner: Environment = { ...scope, frame: { values: new Map(), parent: scope.frame } };
  let value: Alternatives = NO_VALUE;
  for (const statement of statements) {
    value = evaluate(statement, inner);
    if (value.length === 0) return FAILS;
  }
  return value;
}
