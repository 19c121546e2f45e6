import { isArray, isObject, type Json } from '../../asl/json.ts';
import type { JsonataEngine } from '../jsonata/engine.ts';
import { expressionIn, isJsonata } from './expression.ts';

/** The JSONata engine for a definition; undefined, and nothing loaded, if it has no expressions. */
export async function jsonataFor(definition: Json): Promise<JsonataEngine | undefined> {
  const texts = expressionsIn(definition);
  if (texts.size === 0) return undefined;
  const { jsonataEngine } = await import('../jsonata/engine.ts');
  return jsonataEngine([...texts]);
}

/** Ignores the query language: an expression in a field of the wrong language is evaluated as well. */
function expressionsIn(definition: Json): ReadonlySet<string> {
  const found = new Set<string>();
  // An explicit stack: a definition that nests too deeply is refused later, with a message.
  const open: Json[] = [definition];
  for (let json = open.pop(); json !== undefined; json = open.pop()) {
    if (typeof json === 'string') {
      if (isJsonata(json)) found.add(expressionIn(json));
    } else if (isArray(json)) for (const item of json) open.push(item);
    else if (isObject(json)) for (const field of Object.values(json)) open.push(field);
  }
  return found;
}
