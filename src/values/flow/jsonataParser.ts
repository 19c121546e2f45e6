import { isArray, isObject, type Json } from '../../asl/json.ts';
import { type JsonataParser, loadJsonataParser, needsParser } from '../jsonata/syntax/parse.ts';
import { expressionIn, isJsonata } from './expression.ts';

/** The parser of JSONata for a definition; undefined where it has no expression that takes one. */
export async function jsonataParserFor(definition: Json): Promise<JsonataParser | undefined> {
  return hasExpression(definition) ? loadJsonataParser() : undefined;
}

/** Whatever the query language: an expression in a field of the wrong language is evaluated, too. */
function hasExpression(definition: Json): boolean {
  // A stack of its own: a definition that nests too deep is refused later, with a message.
  const open: Json[] = [definition];
  for (let json = open.pop(); json !== undefined; json = open.pop()) {
    if (typeof json === 'string') {
      if (isJsonata(json) && needsParser(expressionIn(json))) return true;
    } else if (isArray(json)) for (const item of json) open.push(item);
    else if (isObject(json)) for (const field of Object.values(json)) open.push(field);
  }
  return false;
}
