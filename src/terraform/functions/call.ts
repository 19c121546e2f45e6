import { notKnown } from '../evaluate/operators.ts';
import { type Scope, spendSteps } from '../evaluate/scope.ts';
import type { HclExpression } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { BOOL, DYNAMIC, type Type } from '../values/type.ts';
import {
  because,
  bool,
  type HclValue,
  isOpenValue,
  isSequence,
  type Open,
  openIn,
  opensIn,
  orderedItems,
  refused,
  refusedIn,
  unknown,
  valueCount,
} from '../values/value.ts';
import { COLLECTIONS } from './collections.ts';
import type { Evaluate, TerraformFunction } from './define.ts';
import { ENCODINGS } from './encodings.ts';
import { FILES } from './files.ts';
import { FILESET } from './fileset.ts';
import { FORMATS } from './formats.ts';
import { LISTS } from './lists.ts';
import { NETWORKS } from './networks.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { SETS } from './sets.ts';
import { STRINGS } from './strings.ts';
import { renderFile, renderText } from './templates.ts';

const FUNCTIONS: ReadonlyMap<string, TerraformFunction> = new Map(
  [COLLECTIONS, ENCODINGS, FILES, FILESET, FORMATS, LISTS, NETWORKS, NUMBER_FUNCTIONS, SETS, STRINGS].flatMap(
    (functions) => Object.entries(functions),
  ),
);

type CallExpression = Extract<HclExpression, { readonly kind: 'call' }>;

export function callFunction(call: CallExpression, scope: Scope, evaluate: Evaluate): HclValue {
  const name = call.name.replace(/^core::/, '');
  if (name === 'try') return tryInOrder(call, scope, evaluate);
  if (name === 'can') return can(call, scope, evaluate);
  const args = argumentsOf(call, scope, evaluate);
  if (!Array.isArray(args)) return args;
  const failed = refusedIn(args);
  if (failed) return { ...failed, type: DYNAMIC };
  spendSteps(
    scope.context,
    args.reduce((sum, arg) => sum + valueCount(arg), 0),
  );
  if (name === 'templatefile') return renderFile(call, args, scope, evaluate);
  if (name === 'templatestring') return renderText(call, args, scope, evaluate);
  const definition = FUNCTIONS.get(name);
  if (!definition) return unknown(call, `the function ${JSON.stringify(name)} is not evaluated`);
  return run(definition, call, args, scope);
}

function argumentsOf(call: CallExpression, scope: Scope, evaluate: Evaluate): HclValue | HclValue[] {
  const args = call.args.map((arg) => evaluate(arg, scope));
  const last = args.at(-1);
  if (!call.spread || !last) return args;
  if (isOpenValue(last)) return notKnown(call, [last], DYNAMIC);
  if (!isSequence(last)) return refused(call, 'what stands before "..." is no list');
  const items = orderedItems(last);
  return items ? [...args.slice(0, -1), ...items] : unknown(call, 'the order of the set is known only to Terraform');
}

function run(
  definition: TerraformFunction,
  call: CallExpression,
  callArguments: readonly HclValue[],
  scope: Scope,
): HclValue {
  const { params, rest, optional = 0, result = DYNAMIC } = definition;
  const isFew = callArguments.length < params.length - optional;
  if (isFew || (callArguments.length > params.length && !rest))
    return refused(call, `it has ${callArguments.length} arguments`);
  const args = callArguments.map((arg, index) => convert(arg, params[index] ?? rest ?? DYNAMIC, call));
  const failed = refusedIn(args);
  if (failed) return { ...failed, type: DYNAMIC };
  if (!definition.nullable && args.some(({ kind }) => kind === 'null')) return refused(call, 'an argument is null');
  const stopping = args.filter((arg) => isStopping(definition, arg));
  if (stopping.length > 0) return notKnown(call, stopping, result);
  return typed(definition.run(args, { place: call.place, text: call.text, context: scope.context }), result);
}

/** True for an argument that the function cannot take, since it isn't known. */
function isStopping({ open }: TerraformFunction, arg: HclValue): boolean {
  if (open === 'all') return false;
  return open === 'inside' ? isOpenValue(arg) : openIn(arg) !== undefined;
}

function typed(value: HclValue, type: Type): HclValue {
  return value.kind === 'unknown' && value.type.kind === 'dynamic' ? { ...value, type } : value;
}

/** The first argument that Terraform wouldn't refuse. */
function tryInOrder(call: CallExpression, scope: Scope, evaluate: Evaluate): HclValue {
  let last: HclValue = refused(call, 'it has no arguments');
  for (const arg of call.args) {
    last = evaluate(arg, scope);
    const doubt = doubtIn(last);
    if (doubt && !(last.kind === 'unknown' && last.refused)) return because(doubt, call, 'it may be wrong');
    if (last.kind !== 'unknown' || !last.refused) return last;
  }
  return last;
}

function can(call: CallExpression, scope: Scope, evaluate: Evaluate): HclValue {
  const [arg] = call.args;
  if (!arg || call.args.length > 1) return refused(call, 'it has one argument');
  const value = evaluate(arg, scope);
  if (value.kind === 'unknown' && value.refused) return bool(false);
  const doubt = doubtIn(value);
  return doubt ? { ...doubt, type: BOOL } : bool(true);
}

/** What keeps from knowing whether Terraform refuses the value: anything but a variable that has no value here. */
function doubtIn(value: HclValue): Open | undefined {
  return opensIn(value).find((open) => open.kind === 'unknown' && !/^var\.[\w-]+$/.test(open.expression));
}
