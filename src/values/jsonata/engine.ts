import type { Possible } from '../domain/possible.ts';
import { evaluateJsonata, type JsonataScope } from './evaluate.ts';
import {
  type Jsonata,
  type JsonataParser,
  loadJsonataParser,
  needsParser,
  parseJsonata,
  syntaxError,
} from './syntax/parse.ts';

/** Evaluates JSONata. The analysis is handed one if the definition has expressions; other definitions don't load it. */
export interface JsonataEngine {
  /** The parsed expression; undefined if it doesn't parse. The text has no `{% %}`. */
  readonly parse: (text: string) => Jsonata | undefined;
  /** What is wrong with an expression that certainly doesn't parse, in the parser's words. */
  readonly problem: (text: string) => string | undefined;
  /** Everything that an expression can evaluate to, over all executions. */
  readonly evaluate: (expression: Jsonata, scope: JsonataScope) => Possible;
}

/** An engine for these expressions, with the package's parser if one of them needs it. */
export async function jsonataEngine(texts: readonly string[]): Promise<JsonataEngine> {
  return engineWith(texts.some(needsParser) ? await loadJsonataParser() : undefined);
}

/** The same with a parser that is loaded already; without one, for expressions that don't need it. */
export function engineWith(parser: JsonataParser | undefined): JsonataEngine {
  const parsed = new Map<string, Jsonata | undefined>();
  const parse = (text: string): Jsonata | undefined => {
    if (!parsed.has(text)) parsed.set(text, parseJsonata(text, parser));
    return parsed.get(text);
  };
  const problem = (text: string) => (parse(text) === undefined ? syntaxError(text, parser) : undefined);
  return { parse, problem, evaluate: evaluateJsonata };
}
