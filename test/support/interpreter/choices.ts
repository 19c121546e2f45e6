import { fail, field, isArray, isObject, type Json, type JsonObject, textField } from './json.ts';
import { isPresent, select, type View } from './paths.ts';

/**
 * Whether a Choice Rule of a JSONPath state holds.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function holds(rule: Json, view: View): boolean {
  if (!isObject(rule)) throw new Error('a Choice Rule is an object');
  const { And, Or, Not, Variable } = rule;
  if (isArray(And)) return And.every((part) => holds(part, view));
  if (isArray(Or)) return Or.some((part) => holds(part, view));
  if (Not !== undefined) return !holds(Not, view);
  if (typeof Variable !== 'string') throw new Error('a Choice Rule needs a Variable');
  return compares(rule, Variable, view);
}

function compares(rule: JsonObject, variable: string, view: View): boolean {
  const test = Object.keys(rule).find((name) => /^(?:Is|String|Numeric|Boolean)/.test(name)) ?? '';
  if (test === 'IsPresent') return isPresent(variable, view) === field(rule, test);
  const value = select(variable, view);
  const kind = { IsString: 'string', IsNumeric: 'number', IsBoolean: 'boolean' }[test];
  if (kind !== undefined) return (typeof value === kind) === field(rule, test);
  if (test === 'IsNull') return (value === null) === field(rule, test);
  const path = test.endsWith('Path') ? textField(rule, test) : undefined;
  const other = path === undefined ? field(rule, test) : select(path, view);
  return other !== undefined && related(test.replace(/Path$/, ''), value, other);
}

function related(test: string, value: Json, other: Json): boolean {
  const [, type = '', relation = ''] = /^(String|Numeric|Boolean)(\w+)$/.exec(test) ?? [];
  if (typeof value !== { String: 'string', Numeric: 'number', Boolean: 'boolean' }[type]) return false;
  if (typeof value !== typeof other || value === null || other === null) return false;
  switch (relation) {
    case 'Equals':
      return value === other;
    case 'LessThan':
      return value < other;
    case 'LessThanEquals':
      return value <= other;
    case 'GreaterThan':
      return value > other;
    case 'GreaterThanEquals':
      return value >= other;
    case 'Matches':
      return wildcards(`${other}`).test(`${value}`);
    default:
      return fail('States.Runtime', `${test} is no comparison`);
  }
}

function wildcards(pattern: string): RegExp {
  const source = [...pattern.matchAll(/\\(.)|([\s\S])/g)].map(([, escaped, char = '']) =>
    escaped === undefined && char === '*' ? '.*' : (escaped ?? char).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('')}$`, 's');
}
