import { intrinsic } from './intrinsics.ts';
import { fail, field, isArray, isObject, type Json, type JsonObject } from './json.ts';
import { place, select, type View } from './paths.ts';
import type { Random } from './random.ts';

/** InputPath and OutputPath: null stands for an empty object. */
export function filtered(path: Json | undefined, view: View): Json {
  if (path === undefined) return view.current;
  if (path === null) return {};
  return typeof path === 'string' ? select(path, view) : fail('States.Runtime', 'a path is a text');
}

export function withResult(input: Json, fields: JsonObject, result: Json): Json {
  const path = field(fields, 'ResultPath');
  if (path === undefined) return result;
  if (path === null) return input;
  return typeof path === 'string' ? place(input, path, result) : fail('States.Runtime', 'a path is a text');
}

/** A payload template: fields whose names end in `.$` hold paths and intrinsic functions. */
export function template(given: Json | undefined, view: View, random: Random): Json {
  if (isArray(given)) return given.map((item) => template(item, view, random));
  if (!isObject(given)) return given ?? {};
  const entries = Object.entries(given).map(([name, value]): [string, Json] => {
    if (!name.endsWith('.$')) return [name, template(value, view, random)];
    if (typeof value !== 'string') return fail('States.Runtime', `${name} is no text`);
    return [name.slice(0, -2), computed(value, view, random)];
  });
  return Object.fromEntries(entries);
}

export function computed(expression: string, view: View, random: Random): Json {
  return expression.startsWith('States.') ? intrinsic(expression, view, random) : select(expression, view);
}
