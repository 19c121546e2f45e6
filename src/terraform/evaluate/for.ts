import type { Expression, ForExpression, Source } from '../hcl/syntax.ts';
import { convert, describe } from '../values/convert.ts';
import { integer } from '../values/number.ts';
import { BOOL, STRING } from '../values/type.ts';
import {
  isMapping,
  isOpen,
  isSequence,
  number,
  object,
  openIn,
  orderedItems,
  refused,
  string,
  tuple,
  unknown,
  type Value,
} from '../values/value.ts';
import { type Scope, withVariables } from './scope.ts';

type Pairs = readonly (readonly [Value, Value])[];

/** The keys and values of a collection; a value that says why where they aren't known. */
export function pairsOf(collection: Value, source: Source, scope: Scope): Value | (readonly [Value, Value])[] {
  if (collection.kind === 'unknown') return collection;
  if (isOpen(collection)) {
    const open = scope.world.openInstances(collection.address);
    return open ?? unknown(source, 'its items are known only after apply');
  }
  if (isMapping(collection)) return [...collection.entries].map(([name, value]) => [string(name), value] as const);
  if (!isSequence(collection)) return refused(source, `${describe(collection)} has no items`);
  const items = orderedItems(collection);
  if (!items) return unknown(source, 'the order of the set is known only to Terraform');
  if (collection.kind === 'set') return items.map((item) => [item, item] as const);
  return items.map((item, index) => [number(integer(index)), item] as const);
}

/** Source: https://developer.hashicorp.com/terraform/language/expressions/for */
export function evaluateFor(
  expression: Source & ForExpression,
  scope: Scope,
  evaluate: (expression: Expression, scope: Scope) => Value,
): Value {
  const collection = evaluate(expression.collection, scope);
  const pairs = pairsOf(collection, expression.collection, scope);
  if (!Array.isArray(pairs)) return pairs;
  const kept = selected(expression, pairs, scope, evaluate);
  if (!Array.isArray(kept)) return kept;
  const { key } = expression;
  if (!key) return tuple(kept.map((inner) => evaluate(expression.value, inner)));
  const entries = new Map<string, Value[]>();
  for (const inner of kept) {
    const name = convert(evaluate(key, inner), STRING, key);
    if (name.kind === 'null') return refused(key, 'the key is null');
    if (name.kind === 'unknown') return name;
    if (name.kind !== 'string') return unknown(key, 'the key is known only after apply');
    const values = entries.get(name.value);
    if (values && !expression.grouped) return refused(key, `the key ${JSON.stringify(name.value)} stands twice`);
    const value = evaluate(expression.value, inner);
    if (values) values.push(value);
    else entries.set(name.value, [value]);
  }
  return object(
    [...entries].map(
      ([name, values]) => [name, expression.grouped ? tuple(values) : (values[0] ?? tuple([]))] as const,
    ),
  );
}

/** The scopes of the items for which the condition holds; a value where that isn't known. */
function selected(
  expression: Source & ForExpression,
  pairs: Pairs,
  scope: Scope,
  evaluate: (expression: Expression, scope: Scope) => Value,
): Value | Scope[] {
  const { condition, keyName, valueName } = expression;
  const kept: Scope[] = [];
  for (const [key, value] of pairs) {
    const names: [string, Value][] = [[valueName, value]];
    if (keyName !== undefined) names.push([keyName, key]);
    const inner = withVariables(scope, names);
    if (condition) {
      const holds = convert(evaluate(condition, inner), BOOL, condition);
      if (holds.kind === 'null') return refused(condition, 'the condition is null');
      if (holds.kind === 'unknown') return holds;
      if (openIn(holds)) return unknown(condition, 'the condition is known only after apply');
      if (holds.kind === 'bool' && !holds.value) continue;
    }
    kept.push(inner);
  }
  return kept;
}
