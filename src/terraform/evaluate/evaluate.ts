import { callFunction } from '../functions/call.ts';
import type { HclExpression, SourceText, TemplatePart } from '../hcl/syntax.ts';
import { commonType, convert, unified } from '../values/convert.ts';
import { parseNumeral } from '../values/number.ts';
import { BOOL, DYNAMIC, type Type } from '../values/type.ts';
import {
  because,
  type HclValue,
  isOpenValue,
  isSequence,
  keyOf,
  list,
  NULL_VALUE,
  number,
  object,
  openIn,
  orderedItems,
  refused,
  refusedIn,
  string,
  text,
  tuple,
  typeOf,
  unknown,
  valueCount,
} from '../values/value.ts';
import { indexOf, memberOf } from './access.ts';
import { evaluateFor, pairsOf } from './for.ts';
import { binaryOperation, unaryOperation } from './operators.ts';
import { deeper, type Scope, spendSteps, withNames } from './scope.ts';
import { asPart } from './template.ts';

type Kind<K extends HclExpression['kind']> = Extract<HclExpression, { readonly kind: K }>;

/** What an expression gives. Throws EvaluationLimit where that takes too much. */
export function evaluateExpression(expression: HclExpression, scope: Scope): HclValue {
  const value = deeper(scope.context, () => evaluated(expression, scope));
  // What is only looked up is not made anew.
  const isMade = expression.kind !== 'variable' && expression.kind !== 'attribute' && expression.kind !== 'index';
  spendSteps(scope.context, isMade ? 1 + valueCount(value) : 1);
  return value;
}

function evaluated(expression: HclExpression, scope: Scope): HclValue {
  switch (expression.kind) {
    case 'literal':
      if (expression.value === null) return NULL_VALUE;
      return typeof expression.value === 'string'
        ? string(expression.value)
        : { kind: 'bool', value: expression.value };
    case 'number': {
      const value = parseNumeral(expression.digits);
      return value ? number(value) : unknown(expression, 'the number is too long');
    }
    case 'template':
      return template(expression, scope);
    case 'tuple': {
      const items = expression.items.map((item) => evaluateExpression(item, scope));
      const failed = refusedIn(items);
      return failed ? { ...failed, type: { kind: 'tuple', elements: items.map(typeOf) } } : tuple(items);
    }
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
      return callFunction(expression, scope, evaluateExpression);
    case 'for':
      return evaluateFor(expression, scope, evaluateExpression);
    case 'unary':
      return unaryOperation(expression, evaluateExpression(expression.of, scope));
    case 'binary':
      return binaryOperation(expression, evaluateExpression(expression.left, scope), () =>
        evaluateExpression(expression.right, scope),
      );
    case 'conditional':
      return conditional(expression, scope);
    case 'invalid':
      return unknown(expression, expression.why);
  }
}

function objectOf(expression: Kind<'object'>, scope: Scope): HclValue {
  const entries: [string, HclValue][] = [];
  for (const { key, value } of expression.items) {
    const name = convert(evaluateExpression(key, scope), { kind: 'string' }, key);
    if (name.kind === 'null') return refused(key, 'the key is null');
    if (name.kind === 'unknown') return { ...name, type: DYNAMIC };
    if (name.kind !== 'string') return unknown(key, 'the key is known only after apply');
    entries.push([name.value, evaluateExpression(value, scope)]);
  }
  const failed = refusedIn(entries.map(([, item]) => item));
  if (!failed) return object(entries);
  return {
    ...failed,
    type: { kind: 'object', attributes: new Map(entries.map(([name, item]) => [name, typeOf(item)])) },
  };
}

/** `var.x`, `local.y.z`, `aws_sqs_queue.q["eu"].arn`: what the module has under the first names, and then its parts. */
function access(expression: Kind<'variable' | 'attribute' | 'index'>, scope: Scope): HclValue {
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
  const of = evaluateExpression(expression.of, scope);
  if (expression.kind === 'attribute') return memberOf(of, expression.name, expression, scope.context);
  return indexOf(of, evaluateExpression(expression.key, scope), expression, scope.context);
}

/** `['local', 'y', 'z']`; undefined where anything but names stands there. */
function namesOf(expression: HclExpression): readonly string[] | undefined {
  const names: string[] = [];
  let at = expression;
  while (at.kind === 'attribute') {
    names.push(at.name);
    at = at.of;
  }
  return at.kind === 'variable' ? [at.name, ...names.reverse()] : undefined;
}

/** Source: https://developer.hashicorp.com/terraform/language/expressions/splat */
function splat(expression: Kind<'splat'>, scope: Scope): HclValue {
  const of = evaluateExpression(expression.of, scope);
  if (of.kind === 'null') return tuple([]);
  const each = (item: HclValue) => evaluateExpression(expression.each, { ...scope, item });
  if (isOpenValue(of)) {
    const isInstance = of.kind === 'reference' && of.path.length === 0 && !scope.context.openInstances(of.address);
    if (isInstance) return tuple([each(of)]);
    return because(of, expression, 'its items are known only after apply');
  }
  if (!isSequence(of)) {
    const only = each(of);
    return only.kind === 'unknown' && only.refused ? { ...only, type: tupleOf(1) } : tuple([only]);
  }
  const items = orderedItems(of);
  if (!items) return unknown(expression, 'the order of the set is known only to Terraform');
  if (items.length === 0 && 'element' in of && of.element.kind !== 'dynamic') {
    // Also of an empty list Terraform finds out whether its items have the attribute.
    const tried = each(unknown(expression.of, 'the list is empty', of.element));
    if (tried.kind === 'unknown' && tried.refused) return { ...tried, type: { kind: 'list', element: DYNAMIC } };
  }
  const results = items.map(each);
  const failed = refusedIn(results);
  if (failed)
    return { ...failed, type: of.kind === 'tuple' ? tupleOf(results.length) : { kind: 'list', element: DYNAMIC } };
  if (of.kind === 'tuple') return tuple(results);
  const types: readonly Type[] = results.map(typeOf);
  return list(types[0] ?? { kind: 'dynamic' }, results);
}

function tupleOf(length: number): Type {
  return { kind: 'tuple', elements: Array.from({ length }, () => DYNAMIC) };
}

/** Source: https://developer.hashicorp.com/terraform/language/expressions/conditionals */
function conditional(expression: Kind<'conditional'>, scope: Scope): HclValue {
  const condition = convert(evaluateExpression(expression.condition, scope), BOOL, expression.condition);
  const whenTrue = evaluateExpression(expression.whenTrue, scope);
  const whenFalse = evaluateExpression(expression.whenFalse, scope);
  if (condition.kind === 'null') return refused(expression.condition, 'the condition is null');
  if (condition.kind !== 'bool') return undecided(expression, condition, whenTrue, whenFalse);
  const [chosen, other] = condition.value ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  if (other.kind === 'null' && other.type.kind === 'null') return chosen;
  if (other.kind === 'unknown' && other.refused && other.type.kind === 'dynamic') return chosen;
  const both = unified([chosen, other], expression);
  // The other one must have a type in common, and is not converted to it.
  const failed = both && refusedIn(both.slice(0, 1));
  return failed ?? both?.[0] ?? refused(expression, 'its two results have no common type');
}

function undecided(
  expression: Kind<'conditional'>,
  condition: HclValue,
  whenTrue: HclValue,
  whenFalse: HclValue,
): HclValue {
  if (condition.kind === 'unknown' && condition.refused)
    return { ...condition, type: commonType([whenTrue, whenFalse]) ?? DYNAMIC };
  const both = unified([whenTrue, whenFalse], expression);
  if (both?.[0] && both[1] && keyOf(both[0]) === keyOf(both[1])) return both[0];
  const open = openIn(condition);
  const type = both?.[0] && typeOf(both[0]).kind === 'string' ? typeOf(both[0]) : undefined;
  if (open?.kind === 'unknown') return { ...open, type: type ?? DYNAMIC };
  return unknown(expression, 'its condition is known only after apply', type);
}

function template(expression: Kind<'template'>, scope: Scope): HclValue {
  const [only, ...others] = expression.parts;
  // A template of one interpolation is its value, of whatever type.
  if (only?.kind === 'interpolation' && others.length === 0) return evaluateExpression(only.expression, scope);
  return templateText(expression, expression.parts, scope);
}

function templateText(source: SourceText, parts: readonly TemplatePart[], scope: Scope): HclValue {
  const values: HclValue[] = [];
  for (const part of parts) {
    const value = partOf(source, part, scope);
    if (value.kind === 'unknown' && value.refused) return { ...value, type: { kind: 'string' } };
    values.push(value);
  }
  return text(values);
}

function partOf(source: SourceText, part: TemplatePart, scope: Scope): HclValue {
  spendSteps(scope.context, 1);
  switch (part.kind) {
    case 'text':
      return string(part.value);
    case 'interpolation':
      return asPart(evaluateExpression(part.expression, scope), part.expression);
    case 'if': {
      const condition = convert(evaluateExpression(part.condition, scope), BOOL, part.condition);
      if (condition.kind === 'null') return refused(part.condition, 'the condition is null');
      if (condition.kind === 'bool')
        return templateText(source, condition.value ? part.whenTrue : part.whenFalse, scope);
      const [whenTrue, whenFalse] = [
        templateText(source, part.whenTrue, scope),
        templateText(source, part.whenFalse, scope),
      ];
      if (keyOf(whenTrue) === keyOf(whenFalse)) return whenTrue;
      return because(condition, part.condition, 'it is known only after apply');
    }
    case 'for': {
      const collection = evaluateExpression(part.collection, scope);
      const pairs = pairsOf(collection, part.collection, scope);
      if (!Array.isArray(pairs)) return pairs;
      const bodies = pairs.map(([key, value]) => {
        const names: [string, HclValue][] = [[part.valueName, value]];
        if (part.keyName !== undefined) names.push([part.keyName, key]);
        return templateText(source, part.body, withNames(scope, names));
      });
      return refusedIn(bodies) ?? text(bodies);
    }
  }
}
