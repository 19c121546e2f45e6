import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import { arrayOf, known, objectOf, unknownValue } from '../domain/construct.ts';
import type { Possible } from '../domain/possible.ts';
import { type Evaluator, isJsonata, type StateScope } from './expression.ts';

/**
 * What a JSONPath template such as `Parameters` can be: `"Name.$": "$.path"` gives the field Name the value of an
 * expression; everything else is literal.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
export function jsonPathTemplate(template: Json, scope: StateScope, evaluator: Evaluator): Possible {
  if (!hasPath(template)) return known(template, scope.state);
  if (isArray(template)) return arrayOf(template.map((item) => jsonPathTemplate(item, scope, evaluator)));
  if (!isObject(template)) return known(template, scope.state);
  const fields = new Map<string, Possible>();
  for (const [name, value] of Object.entries(template)) {
    if (!name.endsWith('.$')) {
      if (!Object.hasOwn(template, `${name}.$`)) fields.set(name, jsonPathTemplate(value, scope, evaluator));
    } else fields.set(name.slice(0, -2), pathField(template, name, value, scope, evaluator));
  }
  return objectOf(fields);
}

function pathField(
  template: JsonObject,
  name: string,
  expression: Json,
  scope: StateScope,
  evaluator: Evaluator,
): Possible {
  // The field in both forms, which AWS refuses, or an expression that isn't a text.
  if (typeof expression !== 'string' || Object.hasOwn(template, name.slice(0, -2))) {
    return unknownValue(typeof expression === 'string' ? expression : JSON.stringify(expression));
  }
  return evaluator.path(expression, scope);
}

/**
 * What a JSONata template such as `Arguments` can be: a text `{% … %}` at any depth is an expression.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function jsonataTemplate(template: Json, scope: StateScope, evaluator: Evaluator): Possible {
  if (typeof template === 'string' && isJsonata(template)) return evaluator.jsonata(template, scope);
  if (!hasJsonata(template)) return known(template, scope.state);
  if (isArray(template)) return arrayOf(template.map((item) => jsonataTemplate(item, scope, evaluator)));
  if (!isObject(template)) return known(template, scope.state);
  const fields = Object.entries(template).map(([name, value]): [string, Possible] => [
    name,
    jsonataTemplate(value, scope, evaluator),
  ]);
  return objectOf(new Map(fields));
}

function hasPath(template: Json): boolean {
  if (isArray(template)) return template.some(hasPath);
  return isObject(template) && Object.entries(template).some(([name, value]) => name.endsWith('.$') || hasPath(value));
}

function hasJsonata(template: Json): boolean {
  if (typeof template === 'string') return isJsonata(template);
  if (isArray(template)) return template.some(hasJsonata);
  return isObject(template) && Object.values(template).some(hasJsonata);
}
