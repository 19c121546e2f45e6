import { type Expression, pathForm, plainExpression } from './expression.ts';
import { expressionOf } from './tree.ts';

/** A parsed expression. */
export interface Jsonata {
  readonly source: string;
  readonly root: Expression;
}

/** `$states.input.a.b` or `$variable`, as most expressions are: parsed without the package, which is slow. */
const SIMPLE = /^[ \t\n\r\v]*\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*[ \t\n\r\v]*$/;
/** Keywords, which are names only in some places. */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** The package's parser: returns an expression's syntax tree. Throws, not always an Error, if it doesn't parse. */
export type JsonataParser = (text: string) => unknown;

/** Loads the package, which takes about 10 ms. `needsParser` says whether an expression needs it. */
export async function loadJsonataParser(): Promise<JsonataParser> {
  const { default: jsonata } = await import('jsonata');
  return (text) => jsonata(text).ast();
}

/** Whether an expression needs the package's parser. */
export function needsParser(text: string): boolean {
  return simplePath(text) === undefined;
}

const NOT_LOADED: Expression = plainExpression({ kind: 'unsupported', reason: "JSONata's parser is not loaded" });

/**
 * The parsed expression; undefined if it doesn't parse. The text has no `{% %}`. Without a parser, any but the simplest
 * expressions are unknown.
 */
export function parseJsonata(text: string, parser: JsonataParser | undefined): Jsonata | undefined {
  const source = text.trim();
  const simple = simplePath(text);
  if (simple) return { source, root: simple };
  if (!parser) return { source, root: NOT_LOADED };
  try {
    return { source, root: expressionOf(parser(text)) };
  } catch {
    // Nesting too deep for the package throws a RangeError: no expression either.
    return undefined;
  }
}

/**
 * The parser's message about an expression that isn't JSONata; undefined if it is, if a placeholder in it will be
 * another text before it is evaluated, or if the parser gave up for another reason, such as too deep nesting.
 */
export function syntaxError(text: string, parser: JsonataParser | undefined): string | undefined {
  if (parser === undefined || text.includes('${')) return undefined;
  try {
    parser(text);
    return undefined;
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return undefined;
    return typeof error.message === 'string' ? error.message.replaceAll(/\s+/g, ' ') : String(error.code);
  }
}

function simplePath(text: string): Expression | undefined {
  if (!SIMPLE.test(text)) return undefined;
  const [variable = '', ...names] = text.trim().slice(1).split('.');
  if (names.some((name) => WORDS.has(name))) return undefined;
  const first = plainExpression({ kind: 'variable', name: variable });
  if (names.length === 0) return first;
  const steps = [first, ...names.map((name) => plainExpression({ kind: 'name', name }))];
  return plainExpression(pathForm(steps));
}
