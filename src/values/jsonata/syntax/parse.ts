import jsonata from 'jsonata';
import { type Expression, pathForm, plainExpression } from './expression.ts';
import { expressionOf } from './tree.ts';

/** A parsed expression. */
export interface Jsonata {
  readonly source: string;
  readonly root: Expression;
}

/** `$states.input.a.b`, `$variable`: most expressions of a definition, and the package's parser takes its time. */
const SIMPLE = /^[ \t\n\r\v]*\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*[ \t\n\r\v]*$/;
/** Names that are not always names. */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/** The parsed expression; undefined where it does not parse. The text has no `{% %}`. */
export function parseJsonata(text: string): Jsonata | undefined {
  const simple = simplePath(text);
  if (simple) return { source: text.trim(), root: simple };
  try {
    const ast: unknown = jsonata(text).ast();
    return { source: text.trim(), root: expressionOf(ast) };
  } catch {
    // What the package throws is not always an Error, and nesting too deep for it is a RangeError: no expression either way.
    return undefined;
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
