import { isArray, isObject, type Json } from '../../asl/json.ts';
import type { JsonataEngine } from '../jsonata/engine.ts';
import { expressionIn, isJsonata } from './expression.ts';

/** The engine of JSONata for a definition; undefined where it has no expression: then nothing of JSONata is loaded. */
export async function jsonataFor(definition: Json): Promise<JsonataEngine | undefined> {
  const texts = expressionsIn(definition);
  if (texts.size === 0) return undefined;
  const { jsonataEngine } = await import('../jsonata/engine.ts');
  return jsonataEngine([...texts]);
}

/** Whatever the query language: an expression in a field of the wrong language is evaluated, too. */
function expressionsIn(definition: Json): ReadonlySet<string> {
  const found = new Set<string>();
  // A stack of its own: a definition that nests too deep is refused later, with a message.
  const open: Json[] = [definition];
  for (let json = open.pop(); json !== undefined; json = open.pop()) {
    if (typeof json === 'string') {
      if (isJsonata(json)) found.add(expressionIn(json));
    } else if (isArray(json)) for (const item of json) open.push(item);
    else if (isObject(json)) for (const field of Object.values(json)) open.push(field);
  }
  return found;
}
