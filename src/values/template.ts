import { isArray, isObject, type Json, type JsonObject, own } from '../asl/json.ts';
import { ABSENT, unknown, type Value } from './value.ts';

/**
 * The value of a `Parameters` template (JSONPath): `"Name.$": "$.path"` gives the field Name a value that only a run
 * tells; everything else is as it stands.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
export function jsonPathTemplate(template: Json): Value {
  if (isArray(template)) return { kind: 'array', items: template.map(jsonPathTemplate) };
  if (!isObject(template)) return { kind: 'known', json: template };
  return {
    kind: 'object',
    field: (name) => {
      // The expression first: where a definition has both, which AWS refuses, the unknown value is the wider one.
      const expression = own(template, `${name}.$`);
      if (expression !== undefined) return unknown(expressionText(expression));
      const literal = own(template, name);
      return literal === undefined ? ABSENT : jsonPathTemplate(literal);
    },
    names: () => Object.keys(template).map((name) => name.replace(/\.\$$/, '')),
  };
}

/**
 * The value of an `Arguments` template (JSONata): a text `{% … %}`, at any depth, is an expression.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function jsonataTemplate(template: Json): Value {
  if (isArray(template)) return { kind: 'array', items: template.map(jsonataTemplate) };
  if (isObject(template)) return jsonataObject(template);
  if (typeof template === 'string' && isJsonata(template)) return unknown(template);
  return { kind: 'known', json: template };
}

function jsonataObject(template: JsonObject): Value {
  return {
    kind: 'object',
    field: (name) => {
      const value = own(template, name);
      return value === undefined ? ABSENT : jsonataTemplate(value);
    },
    names: () => Object.keys(template),
  };
}

function isJsonata(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}');
}

function expressionText(expression: Json): string {
  return typeof expression === 'string' ? expression : JSON.stringify(expression);
}
