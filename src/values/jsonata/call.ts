import { known } from '../domain/construct.ts';
import type { Node } from './ast.ts';
import { arityOfBuiltin, callBuiltin, type Site } from './builtins.ts';
import { evaluate, unwrap } from './evaluate.ts';
import { type Func, type Run, type Scope, spend, type Thunk } from './function.ts';
import { ABSENT, choose, FAILS, gaveUp, type Item, unite, type Value } from './value.ts';

interface Call {
  readonly procedure: Node;
  readonly args: readonly Node[];
}

export function callNode(node: Call, scope: Scope): Value {
  return callWith(node, [], scope);
}

function callWith(node: Call, first: readonly Value[], scope: Scope): Value {
  const func = evaluate(node.procedure, scope);
  const args = [...first, ...node.args.map((arg) => evaluate(arg, scope))];
  return call(func, args, scope.context, scope.run);
}

/** `a ~> f(b)` and `a ~> f`; of two functions, one after the other. */
export function applyTo(node: Node & { readonly kind: 'apply' }, scope: Scope): Value {
  const left = evaluate(node.left, scope);
  const { right } = node;
  if (right.kind === 'call' && right.predicates.length === 0 && !right.group) return callWith(right, [left], scope);
  if (right.kind === 'call') return [gaveUp('~> to a call with a predicate is not evaluated')];
  const func = evaluate(right, scope);
  return unite(
    left.map((item): Value => {
      if (item.kind !== 'function') return call(func, [[item]], NULL, scope.run);
      return func.flatMap((second): Value => {
        if (second.kind === 'unknown') return [second];
        return second.kind === 'function' ? [{ kind: 'function', of: 'chain', first: item, second }] : FAILS;
      });
    }),
  );
}

/** A function called by another has no context of its own. */
const NULL: Item = known(null);

export function partialNode(node: Node & { readonly kind: 'partial' }, scope: Scope): Value {
  const args = node.args.map((arg) => arg && evaluate(arg, scope));
  if (args.some((arg) => arg?.length === 0)) return FAILS;
  return evaluate(node.procedure, scope).flatMap((func): Value => {
    if (func.kind === 'unknown') return [func];
    return func.kind === 'function' ? [{ kind: 'function', of: 'partial', func, args }] : FAILS;
  });
}

/** The results of a call; those of one that ends in another call are that one's. */
function call(func: Value, args: readonly Value[], context: Item, run: Run): Value {
  if (args.some((arg) => arg.length === 0)) return FAILS;
  let value = unite(func.map((item) => callOnce(item, args, context, run)));
  while (value.some(isThunk)) {
    if (!spend(run, 1)) return [gaveUp('')];
    value = choose(value.flatMap((item) => (isThunk(item) ? callThunk(item) : [item])));
  }
  return value;
}

function isThunk(item: Item): item is Thunk {
  return item.kind === 'function' && item.of === 'thunk';
}

function callThunk(thunk: Thunk): Value {
  const { procedure, args, scope } = thunk;
  const func = evaluate(procedure, scope);
  const values = args.map((arg) => evaluate(arg, scope));
  if (values.some((value) => value.length === 0)) return FAILS;
  const context = gaveUp('the context of a call at the end of a function');
  return unite(func.map((item) => callOnce(item, values, context, scope.run)));
}

function callOnce(func: Item, args: readonly Value[], context: Item, run: Run): Value {
  if (!spend(run, 1)) return [gaveUp('')];
  if (func.kind === 'unknown') return [func];
  if (func.kind !== 'function') return FAILS;
  switch (func.of) {
    case 'builtin':
      return callBuiltin(func.name, args, siteOf(context, run));
    case 'lambda': {
      if (func.signed) return [gaveUp('the signature of a function is not evaluated')];
      const values = new Map(func.parameters.map((name, index): [string, Value] => [name, args[index] ?? ABSENT]));
      return evaluate(func.body, { run, context: func.scope.context, frame: { values, parent: func.scope.frame } });
    }
    case 'partial': {
      const given = args[Symbol.iterator]();
      const all = func.args.map((arg) => arg ?? given.next().value ?? ABSENT);
      if (func.func.of !== 'builtin') return callOnce(func.func, all, NULL, run);
      return callBuiltin(func.func.name, all, { ...siteOf(NULL, run), unchecked: true });
    }
    case 'chain': {
      const first = unwrap(call([func.first], args.slice(0, 1), NULL, run), false);
      return call([func.second], [first], NULL, run);
    }
    case 'thunk':
      return callThunk(func);
    case 'matcher':
      return [gaveUp('a regular expression called as a function')];
  }
}

function siteOf(context: Item, run: Run): Site {
  return { run, context, arityOf, call: (func, args) => call([func], args, NULL, run) };
}

/** How many arguments a function takes; undefined where that is not certain. */
function arityOf(func: Func): number | undefined {
  switch (func.of) {
    case 'builtin':
      return arityOfBuiltin(func.name);
    case 'lambda':
      return func.parameters.length;
    case 'partial':
      return func.args.filter((arg) => arg === undefined).length;
    case 'chain':
      return 1;
    default:
      return undefined;
  }
}
