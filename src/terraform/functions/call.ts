import { notKnown } from '../evaluate/operators.ts';
import { type Scope, spend } from '../evaluate/scope.ts';
import type { Expression } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { DYNAMIC, type Type } from '../values/type.ts';
import {
  bool,
  isOpen,
  isSequence,
  openIn,
  orderedItems,
  refused,
  sizeOf,
  unknown,
  type Value,
} from '../values/value.ts';
import { COLLECTIONS } from './collections.ts';
import type { Evaluate, TerraformFunction } from './define.ts';
import { ENCODINGS } from './encodings.ts';
import { FILES } from './files.ts';
import { FORMATS } from './formats.ts';
import { LISTS } from './lists.ts';
import { NETWORKS } from './networks.ts';
import { NUMBERS } from './numbers.ts';
import { SETS } from './sets.ts';
import { STRINGS } from './strings.ts';
import { renderFile, renderText } from './templates.ts';

const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(
  [COLLECTIONS, ENCODINGS, FILES, FORMATS, LISTS, NETWORKS, NUMBERS, SETS, STRINGS].flatMap((functions) =>
    Object.entries(functions),
  ),
);

type CallExpression = Extract<Expression, { readonly kind: 'call' }>;

export function callFunction(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  const name = call.name.replace(/^core::/, '');
  if (name === 'try') return tryInOrder(call, scope, evaluate);
  if (name === 'can') return can(call, scope, evaluate);
  const args = argumentsOf(call, scope, evaluate);
  if (!Array.isArray(args)) return args;
  const failed = args.find((arg) => arg.kind === 'unknown' && arg.refused);
  if (failed) return failed;
  spend(
    scope.world,
    args.reduce((sum, arg) => sum + sizeOf(arg), 0),
  );
  if (name === 'templatefile') return renderFile(call, args, scope, evaluate);
  if (name === 'templatestring') return renderText(call, args, scope, evaluate);
  const definition = FUNCTIONS.get(name);
  if (!definition) return unknown(call, `the function ${JSON.stringify(name)} is not evaluated`);
  return run(definition, call, args, scope);
}

function argumentsOf(call: CallExpression, scope: Scope, evaluate: Evaluate): Value | Value[] {
  const args = call.args.map((arg) => evaluate(arg, scope));
  const last = args.at(-1);
  if (!call.spread || !last) return args;
  if (isOpen(last)) return last.kind === 'unknown' ? last : notKnown(call, [last], DYNAMIC);
  if (!isSequence(last)) return refused(call, 'what stands before "..." is no list');
  const items = orderedItems(last);
  return items ? [...args.slice(0, -1), ...items] : unknown(call, 'the order of the set is known only to Terraform');
}

function run(definition: TerraformFunction, call: CallExpression, given: readonly Value[], scope: Scope): Value {
  const { params, rest, optional = 0, result = DYNAMIC } = definition;
  const isFew = given.length < params.length - optional;
  if (isFew || (given.length > params.length && !rest)) return refused(call, `it has ${given.length} arguments`);
  const args = given.map((arg, index) => convert(arg, params[index] ?? rest ?? DYNAMIC, call));
  const failed = args.find((arg) => arg.kind === 'unknown' && arg.refused);
  if (failed) return failed;
  if (!definition.nullable && args.some(({ kind }) => kind === 'null')) return refused(call, 'an argument is null');
  const stopping = args.filter((arg) => isStopping(definition, arg));
  if (stopping.length > 0) return notKnown(call, stopping, result);
  return typed(definition.run(args, { place: call.place, text: call.text, world: scope.world }), result);
}

/** True for an argument that the function cannot take, since it isn't known. */
function isStopping({ open }: TerraformFunction, arg: Value): boolean {
  if (open === 'all') return false;
  return open === 'inside' ? isOpen(arg) : openIn(arg) !== undefined;
}

function typed(value: Value, type: Type): Value {
  return value.kind === 'unknown' && value.type.kind === 'dynamic' ? { ...value, type } : value;
}

/** The first argument that Terraform wouldn't refuse. */
function tryInOrder(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  let last: Value = refused(call, 'it has no arguments');
  for (const arg of call.args) {
    last = evaluate(arg, scope);
    if (last.kind !== 'unknown' || !last.refused) return last;
  }
  return last;
}

function can(call: CallExpression, scope: Scope, evaluate: Evaluate): Value {
  const [arg] = call.args;
  if (!arg || call.args.length > 1) return refused(call, 'it has one argument');
  const value = evaluate(arg, scope);
  const open = openIn(value);
  if (open?.kind === 'unknown') return open.refused ? bool(false) : { ...open, type: { kind: 'bool' } };
  return bool(true);
}
