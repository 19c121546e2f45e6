import type { Expression } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { DYNAMIC, type Type } from '../values/type.ts';
import { isMapping, isSequence, list, map, object, set, tuple, typeOf, type Value } from '../values/value.ts';

/**
 * What a variable's `type` says: a type, and what stands where an optional attribute is missing.
 *
 * Source: https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export type Constraint =
  | { readonly kind: 'string' | 'number' | 'bool' | 'dynamic' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: Constraint }
  | { readonly kind: 'tuple'; readonly elements: readonly Constraint[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, Optional> };

interface Optional {
  readonly constraint: Constraint;
  readonly isOptional: boolean;
  readonly fallback?: Expression;
}

/** The constraint that a `type` is written as; anything where it isn't one. */
export function constraintOf(expression: Expression | undefined): Constraint {
  if (expression?.kind === 'variable' || expression?.kind === 'literal') {
    const name = expression.kind === 'variable' ? expression.name : expression.value;
    if (name === 'string' || name === 'number' || name === 'bool') return { kind: name };
    if (name === 'list' || name === 'map' || name === 'set') return { kind: name, element: { kind: 'dynamic' } };
  }
  if (expression?.kind !== 'call') return { kind: 'dynamic' };
  const [argument] = expression.args;
  const { name } = expression;
  if (name === 'list' || name === 'set' || name === 'map') return { kind: name, element: constraintOf(argument) };
  if (name === 'tuple' && argument?.kind === 'tuple') {
    return { kind: 'tuple', elements: argument.items.map(constraintOf) };
  }
  if (name !== 'object' || argument?.kind !== 'object') return { kind: 'dynamic' };
  const attributes = argument.items.flatMap(({ key, value }) =>
    key.kind === 'literal' && typeof key.value === 'string' ? [[key.value, optionalOf(value)] as const] : [],
  );
  return { kind: 'object', attributes: new Map(attributes) };
}

function optionalOf(expression: Expression): Optional {
  if (expression.kind !== 'call' || expression.name !== 'optional') {
    return { constraint: constraintOf(expression), isOptional: false };
  }
  const [type, fallback] = expression.args;
  return { constraint: constraintOf(type), isOptional: true, ...(fallback && { fallback }) };
}

/** The type without what is optional. */
export function typeOfConstraint(constraint: Constraint): Type {
  switch (constraint.kind) {
    case 'dynamic':
      return DYNAMIC;
    case 'list':
    case 'set':
    case 'map':
      return { kind: constraint.kind, element: typeOfConstraint(constraint.element) };
    case 'tuple':
      return { kind: 'tuple', elements: constraint.elements.map(typeOfConstraint) };
    case 'object': {
      const types = [...constraint.attributes].map(
        ([name, { constraint: one }]) => [name, typeOfConstraint(one)] as const,
      );
      return { kind: 'object', attributes: new Map(types) };
    }
    default:
      return constraint;
  }
}

/** The value as a variable has it: with what is optional, and of the variable's type. */
export function constrained(
  value: Value,
  constraint: Constraint,
  source: Expression,
  evaluate: (fallback: Expression) => Value,
): Value {
  return convert(completed(value, constraint, evaluate), typeOfConstraint(constraint), source);
}

function completed(value: Value, constraint: Constraint, evaluate: (fallback: Expression) => Value): Value {
  if (constraint.kind === 'object' && isMapping(value)) {
    const entries = [...constraint.attributes].flatMap(([name, { constraint: inner, isOptional, fallback }]) => {
      const given = value.entries.get(name);
      if (given && !(given.kind === 'null' && fallback)) return [[name, completed(given, inner, evaluate)] as const];
      if (!isOptional) return [];
      const missing: Value = { kind: 'null', type: typeOfConstraint(inner) };
      return [[name, fallback ? completed(evaluate(fallback), inner, evaluate) : missing] as const];
    });
    return object(entries);
  }
  if ('element' in constraint) return completedItems(value, constraint.element, evaluate);
  if (constraint.kind === 'tuple' && value.kind === 'tuple') {
    return tuple(
      value.items.map((item, index) => completed(item, constraint.elements[index] ?? { kind: 'dynamic' }, evaluate)),
    );
  }
  return value;
}

function completedItems(value: Value, element: Constraint, evaluate: (fallback: Expression) => Value): Value {
  if (element.kind !== 'object' && !('element' in element) && element.kind !== 'tuple') return value;
  if (isMapping(value)) {
    const entries = [...value.entries].map(([name, item]) => [name, completed(item, element, evaluate)] as const);
    if (value.kind === 'object') return object(entries);
    return map(entries[0] ? typeOf(entries[0][1]) : value.element, entries);
  }
  if (!isSequence(value)) return value;
  const items = value.items.map((item) => completed(item, element, evaluate));
  if (value.kind === 'tuple') return tuple(items);
  const type = items[0] ? typeOf(items[0]) : value.element;
  return value.kind === 'set' ? set(type, items) : list(type, items);
}
