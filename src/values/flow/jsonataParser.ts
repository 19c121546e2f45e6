import { isArray, isObject, type Json } from '../../asl/json.ts';
import { type JsonataParser, loadJsonataParser, needsParser } from '../jsonata/syntax/parse.ts';
import { expressionIn, isJsonata } from './expression.ts';

/** The JSONata parser for a definition; undefined if no expression in it needs one. */
export async function jsonataParserFor(definition: Json): Promise<JsonataParser | undefined> {
  return hasExpression(definition) ? loadJsonataParser() : undefined;
}

/** Ignores the query language: an expression in a field of the wrong language is evaluated as well. */
function hasExpression(definition: Json): boolean {
  // An explicit stack: a definition that nests too deeply is refused later, with a message.
  const open: Json[] = [definition];
  for (let json = open.pop(); json !== undefined; json = open.pop()) {
    if (typeof json === 'string') {
      if (isJsonata(json) && needsParser(expressionIn(json))) return true;
    } else if (isArray(json)) for (const item of json) open.push(item);
    else if (isObject(json)) for (const field of Object.values(json)) open.push(field);
  }
  return false;
}
