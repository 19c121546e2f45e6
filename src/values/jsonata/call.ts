import { known } from '../domain/construct.ts';
import type { CallSite } from './functions/builtin.ts';
import { arityOfBuiltin, callBuiltin } from './functions/callBuiltin.ts';
import { type Environment, type Evaluation, evaluate, spend } from './scope.ts';
import type { Expression } from './syntax/expression.ts';
import { unwrap } from './unwrap.ts';
import { choose, unite } from './value/alternatives.ts';
import {
  type Alternatives,
  FAILS,
  type FunctionValue,
  gaveUp,
  type Item,
  type Lambda,
  NO_VALUE,
  type Thunk,
} from './value/value.ts';

interface Call {
  readonly procedure: Expression;
  readonly args: readonly Expression[];
}

export function callExpression(node: Call, scope: Environment): Alternatives {
  return callWith(node, [], scope);
}

function callWith(node: Call, first: readonly Alternatives[], scope: Environment): Alternatives {
  const func = evaluate(node.procedure, scope);
  const args = [...first, ...node.args.map((arg) => evaluate(arg, scope))];
  return call(func, args, scope.context, scope.evaluation);
}

/** `a ~> f(b)` and `a ~> f`; with two functions, their composition. */
export function applyTo(node: Expression & { readonly kind: 'apply' }, scope: Environment): Alternatives {
  const left = evaluate(node.left, scope);
  const { right } = node;
  if (right.kind === 'call' && right.predicates.length === 0 && !right.group) return callWith(right, [left], scope);
  if (right.kind === 'call') return [gaveUp('~> to a call with a predicate is not evaluated')];
  const func = evaluate(right, scope);
  return unite(
    left.map((item): Alternatives => {
      if (item.kind !== 'function') return call(func, [[item]], NULL, scope.evaluation);
      return func.flatMap((second): Alternatives => {
        if (second.kind === 'unknown') return [second];
        return second.kind === 'function' ? [{ kind: 'function', of: 'chain', first: item, second }] : FAILS;
      });
    }),
  );
}

/** A function that another function calls has no context. */
const NULL: Item = known(null);

export function partialFunction(node: Expression & { readonly kind: 'partial' }, scope: Environment): Alternatives {
  const args = node.args.map((arg) => arg && evaluate(arg, scope));
  if (args.some((arg) => arg?.length === 0)) return FAILS;
  return evaluate(node.procedure, scope).flatMap((func): Alternatives => {
    if (func.kind === 'unknown') return [func];
    return func.kind === 'function' ? [{ kind: 'function', of: 'partial', func, args }] : FAILS;
  });
}

/** A function that the expression defines, with the variables in scope there. */
export function lambdaValue(node: Expression & { readonly kind: 'lambda' }, scope: Environment): Lambda {
  const { parameters, body, signed } = node;
  const apply = (args: readonly Alternatives[]): Alternatives => {
    if (signed) return [gaveUp('the signature of a function is not evaluated')];
    const values = new Map(parameters.map((name, index): [string, Alternatives] => [name, args[index] ?? NO_VALUE]));
    return evaluate(body, { ...scope, frame: { values, parent: scope.frame } });
  };
  return { kind: 'function', of: 'lambda', arity: parameters.length, apply };
}

/** The results of a call. A call that ends in another call has that one's results. */
function call(func: Alternatives, args: readonly Alternatives[], context: Item, evaluation: Evaluation): Alternatives {
  if (args.some((arg) => arg.length === 0)) return FAILS;
  let value = unite(func.map((item) => callOnce(item, args, context, evaluation)));
  while (value.some(isThunk)) {
    if (!spend(evaluation, 1)) return [gaveUp('')];
    value = choose(value.flatMap((item) => (isThunk(item) ? item.resume() : [item])));
  }
  return value;
}

function isThunk(item: Item): item is Thunk {
  return item.kind === 'function' && item.of === 'thunk';
}

/** A call at the end of a function. */
export function thunk({ procedure, args }: Call, scope: Environment): Thunk {
  return { kind: 'function', of: 'thunk', resume: () => callLater(procedure, args, scope) };
}

function callLater(procedure: Expression, args: readonly Expression[], scope: Environment): Alternatives {
  const func = evaluate(procedure, scope);
  const values = args.map((arg) => evaluate(arg, scope));
  if (values.some((value) => value.length === 0)) return FAILS;
  const context = gaveUp('the context of a call at the end of a function');
  return unite(func.map((item) => callOnce(item, values, context, scope.evaluation)));
}

function callOnce(func: Item, args: readonly Alternatives[], context: Item, evaluation: Evaluation): Alternatives {
  if (!spend(evaluation, 1)) return [gaveUp('')];
  if (func.kind === 'unknown') return [func];
  if (func.kind !== 'function') return FAILS;
  switch (func.of) {
    case 'builtin':
      return callBuiltin(func.name, args, siteOf(context, evaluation));
    case 'lambda':
      return func.apply(args);
    case 'partial': {
      const missing = args[Symbol.iterator]();
      const all = func.args.map((arg) => arg ?? missing.next().value ?? NO_VALUE);
      if (func.func.of !== 'builtin') return callOnce(func.func, all, NULL, evaluation);
      return callBuiltin(func.func.name, all, { ...siteOf(NULL, evaluation), unchecked: true });
    }
    case 'chain': {
      const first = unwrap(call([func.first], args.slice(0, 1), NULL, evaluation), false);
      return call([func.second], [first], NULL, evaluation);
    }
    case 'thunk':
      return func.resume();
    case 'matcher':
      return [gaveUp('a regular expression called as a function')];
  }
}

function siteOf(context: Item, evaluation: Evaluation): CallSite {
  return { evaluation, context, arityOf, call: (func, args) => call([func], args, NULL, evaluation) };
}

/** How many arguments a function takes; undefined if that isn't certain. */
function arityOf(func: FunctionValue): number | undefined {
  switch (func.of) {
    case 'builtin':
      return arityOfBuiltin(func.name);
    case 'lambda':
      return func.arity;
    case 'partial':
      return func.args.filter((arg) => arg === undefined).length;
    case 'chain':
      return 1;
    default:
      return undefined;
  }
}
