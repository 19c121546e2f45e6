import type { Possible } from '../domain/possible.ts';
import { evaluateJsonata, type JsonataScope } from './evaluate.ts';
import { type Jsonata, loadJsonataParser, needsParser, parseJsonata } from './syntax/parse.ts';

/** What evaluates JSONata: handed to the analysis where a definition has expressions, so that others need not load it. */
export interface JsonataEngine {
  /** The parsed expression; undefined where it does not parse. The text has no `{% %}`. */
  readonly parse: (text: string) => Jsonata | undefined;
  /** Everything that an expression can give, over all executions. */
  readonly evaluate: (expression: Jsonata, scope: JsonataScope) => Possible;
}

/** An engine for these expressions, with the package's parser where one of them takes it. */
export async function jsonataEngine(texts: readonly string[]): Promise<JsonataEngine> {
  const parser = texts.some(needsParser) ? await loadJsonataParser() : undefined;
  return { parse: (text) => parseJsonata(text, parser), evaluate: evaluateJsonata };
}
