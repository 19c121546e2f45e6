import { callFunction } from '../functions/call.ts';
import type { Expression, Source, TemplatePart } from '../hcl/syntax.ts';
import { convert, unified } from '../values/convert.ts';
import { parseNumeral } from '../values/number.ts';
import { BOOL, type Type } from '../values/type.ts';
import {
  isOpen,
  isSequence,
  keyOf,
  list,
  NOTHING,
  number,
  object,
  openIn,
  orderedItems,
  refused,
  sizeOf,
  string,
  text,
  tuple,
  typeOf,
  unknown,
  type Value,
} from '../values/value.ts';
import { attributeOf, indexOf } from './access.ts';
import { evaluateFor, pairsOf } from './for.ts';
import { binary, unary } from './operators.ts';
import { deeper, type Scope, spend, withVariables } from './scope.ts';
import { asPart } from './template.ts';

type Kind<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;

/** What an expression gives. Throws EvaluationLimit where that takes too much. */
export function evaluate(expression: Expression, scope: Scope): Value {
  const value = deeper(scope.world, () => evaluated(expression, scope));
  // What is only looked up is not made anew.
  const isMade = expression.kind !== 'variable' && expression.kind !== 'attribute' && expression.kind !== 'index';
  spend(scope.world, isMade ? 1 + sizeOf(value) : 1);
  return value;
}

function evaluated(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      if (expression.value === null) return NOTHING;
      return typeof expression.value === 'string'
        ? string(expression.value)
        : { kind: 'bool', value: expression.value };
    case 'number': {
      const value = parseNumeral(expression.digits);
      return value ? number(value) : unknown(expression, 'the number is too long');
    }
    case 'template':
      return template(expression, scope);
    case 'tuple':
      return tuple(expression.items.map((item) => evaluate(item, scope)));
    case 'object':
      return objectOf(expression, scope);
    case 'variable':
    case 'attribute':
    case 'index':
      return access(expression, scope);
    case 'splat':
      return splat(expression, scope);
    case 'item':
      return scope.item ?? unknown(expression, 'it stands in no splat');
    case 'call':
      return callFunction(expression, scope, evaluate);
    case 'for':
      return evaluateFor(expression, scope, evaluate);
    case 'unary':
      return unary(expression, evaluate(expression.of, scope));
    case 'binary':
      return binary(expression, evaluate(expression.left, scope), () => evaluate(expression.right, scope));
    case 'conditional':
      return conditional(expression, scope);
    case 'invalid':
      return unknown(expression, expression.why);
  }
}

function objectOf(expression: Kind<'object'>, scope: Scope): Value {
  const entries: [string, Value][] = [];
  for (const { key, value } of expression.items) {
    const name = convert(evaluate(key, scope), { kind: 'string' }, key);
    if (name.kind === 'null') return refused(key, 'the key is null');
    if (name.kind === 'unknown') return name;
    if (name.kind !== 'string') return unknown(key, 'the key is known only after apply');
    entries.push([name.value, evaluate(value, scope)]);
  }
  return object(entries);
}

/** `var.x`, `local.y.z`, `aws_sqs_queue.q["eu"].arn`: what the module has under the first names, and then its parts. */
function access(expression: Kind<'variable' | 'attribute' | 'index'>, scope: Scope): Value {
  const names = namesOf(expression);
  const [root] = names ?? [];
  const local = root === undefined ? undefined : scope.variables.get(root);
  if (names && local === undefined) {
    const found = scope.find(names, expression);
    if (found && found.used === names.length) return found.value;
    if (!found && expression.kind === 'variable') {
      return refused(expression, `there is no variable ${JSON.stringify(expression.name)}`);
    }
    if (!found && names.length > 0)
      return unknown(expression, `nothing is known of ${JSON.stringify(names.join('.'))}`);
  }
  if (expression.kind === 'variable') return local ?? refused(expression, `there is no variable ${expression.name}`);
  const of = evaluate(expression.of, scope);
  if (expression.kind === 'attribute') return attributeOf(of, expression.name, expression, scope.world);
  return indexOf(of, evaluate(expression.key, scope), expression, scope.world);
}

/** `['local', 'y', 'z']`; undefined where anything but names stands there. */
function namesOf(expression: Expression): readonly string[] | undefined {
  const names: string[] = [];
  let at = expression;
  while (at.kind === 'attribute') {
    names.push(at.name);
    at = at.of;
  }
  return at.kind === 'variable' ? [at.name, ...names.reverse()] : undefined;
}

/** Source: https://developer.hashicorp.com/terraform/language/expressions/splat */
function splat(expression: Kind<'splat'>, scope: Scope): Value {
  const of = evaluate(expression.of, scope);
  if (of.kind === 'null') return tuple([]);
  const each = (item: Value) => evaluate(expression.each, { ...scope, item });
  if (isOpen(of)) {
    const isInstance = of.kind === 'reference' && of.path.length === 0 && !scope.world.openInstances(of.address);
    if (isInstance) return tuple([each(of)]);
    return of.kind === 'unknown' ? of : unknown(expression, 'its items are known only after apply');
  }
  if (!isSequence(of)) return tuple([each(of)]);
  const items = orderedItems(of);
  if (!items) return unknown(expression, 'the order of the set is known only to Terraform');
  const results = items.map(each);
  const failed = results.find((item) => item.kind === 'unknown' && item.refused);
  if (failed) return failed;
  if (of.kind === 'tuple') return tuple(results);
  const types: readonly Type[] = results.map(typeOf);
  return list(types[0] ?? { kind: 'dynamic' }, results);
}

/** Source: https://developer.hashicorp.com/terraform/language/expressions/conditionals */
function conditional(expression: Kind<'conditional'>, scope: Scope): Value {
  const condition = convert(evaluate(expression.condition, scope), BOOL, expression.condition);
  const whenTrue = evaluate(expression.whenTrue, scope);
  const whenFalse = evaluate(expression.whenFalse, scope);
  if (condition.kind === 'null') return refused(expression.condition, 'the condition is null');
  if (condition.kind !== 'bool') return undecided(expression, condition, whenTrue, whenFalse);
  const [chosen, other] = condition.value ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  if (other.kind === 'null' && other.type.kind === 'null') return chosen;
  if (other.kind === 'unknown' && other.refused) return chosen;
  const both = unified([chosen, other], expression);
  return both?.[0] ?? refused(expression, 'its two results have no common type');
}

function undecided(expression: Kind<'conditional'>, condition: Value, whenTrue: Value, whenFalse: Value): Value {
  if (condition.kind === 'unknown' && condition.refused) return condition;
  const both = unified([whenTrue, whenFalse], expression);
  if (both?.[0] && both[1] && keyOf(both[0]) === keyOf(both[1])) return both[0];
  const open = openIn(condition);
  const type = both?.[0] && typeOf(both[0]).kind === 'string' ? typeOf(both[0]) : undefined;
  if (open?.kind === 'unknown') return { ...open, ...(type && { type }) };
  return unknown(expression, 'its condition is known only after apply', type);
}

function template(expression: Kind<'template'>, scope: Scope): Value {
  const [only, ...others] = expression.parts;
  // A template of one interpolation is its value, of whatever type.
  if (only?.kind === 'interpolation' && others.length === 0) return evaluate(only.expression, scope);
  return templateText(expression, expression.parts, scope);
}

function templateText(source: Source, parts: readonly TemplatePart[], scope: Scope): Value {
  const values: Value[] = [];
  for (const part of parts) {
    const value = partOf(source, part, scope);
    if (value.kind === 'unknown' && value.refused) return value;
    values.push(value);
  }
  return text(values);
}

function partOf(source: Source, part: TemplatePart, scope: Scope): Value {
  spend(scope.world, 1);
  switch (part.kind) {
    case 'text':
      return string(part.value);
    case 'interpolation':
      return asPart(evaluate(part.expression, scope), part.expression);
    case 'if': {
      const condition = convert(evaluate(part.condition, scope), BOOL, part.condition);
      if (condition.kind === 'null') return refused(part.condition, 'the condition is null');
      if (condition.kind === 'bool')
        return templateText(source, condition.value ? part.whenTrue : part.whenFalse, scope);
      const [whenTrue, whenFalse] = [
        templateText(source, part.whenTrue, scope),
        templateText(source, part.whenFalse, scope),
      ];
      if (keyOf(whenTrue) === keyOf(whenFalse)) return whenTrue;
      return condition.kind === 'unknown' ? condition : unknown(part.condition, 'it is known only after apply');
    }
    case 'for': {
      const collection = evaluate(part.collection, scope);
      const pairs = pairsOf(collection, part.collection, scope);
      if (!Array.isArray(pairs)) return pairs;
      const bodies = pairs.map(([key, value]) => {
        const names: [string, Value][] = [[part.valueName, value]];
        if (part.keyName !== undefined) names.push([part.keyName, key]);
        return templateText(source, part.body, withVariables(scope, names));
      });
      return bodies.find((body) => body.kind === 'unknown' && body.refused) ?? text(bodies);
    }
  }
}
