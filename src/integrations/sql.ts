/**
 * What a query of Athena may do, as far as its text certainly says. It reads little and gives up early: a statement that
 * it doesn't understand may do anything.
 *
 * Sources: https://docs.aws.amazon.com/athena/latest/ug/select.html and
 * https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html
 */

/** A single statement that only reads. */
export interface ReadingStatement {
  /** The databases that its names of tables have in front, in lower case. */
  readonly databases: readonly string[];
  /** True if it may ask for all databases. */
  readonly allDatabases: boolean;
}

/** Undefined if the text may be something else than one reading statement of the default catalog. */
export function readingStatement(text: string): ReadingStatement | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  while (tokens.at(-1)?.text === ';') tokens.pop();
  const first = tokens.find(({ text: token }) => token !== '(');
  if (first?.kind !== 'word' || !READS.has(first.text)) return undefined;
  if (tokens.some(({ kind, text: token }) => token === ';' || (kind === 'word' && WRITES.has(token)))) return undefined;
  const names = tableNames(tokens)?.map((parts) =>
    parts.length > 2 && parts[0] === DEFAULT_CATALOG ? parts.slice(1) : parts,
  );
  // A name of three parts has a catalog; table functions can call anything.
  if (names === undefined || names.some(({ length }) => length > 2)) return undefined;
  const databases = names.flatMap((parts) => (parts.length === 2 ? parts.slice(0, 1) : []));
  const allDatabases = ALL_DATABASES.has(first.text) || databases.includes(INFORMATION_SCHEMA);
  return { databases: [...new Set(databases)].toSorted(), allDatabases };
}

/** Statements that name databases in other ways than tables. */
const ALL_DATABASES = new Set(['show', 'describe', 'desc']);
const DEFAULT_CATALOG = 'awsdatacatalog';
/** Tells of all databases. */
export const INFORMATION_SCHEMA = 'information_schema';
const READS = new Set(['select', 'with', 'values', 'show', 'describe', 'desc', 'explain']);

/** Words that start a statement which writes, or that call what the text doesn't show. */
const WRITES = new Set([
  'alter',
  'call',
  'create',
  'deallocate',
  'delete',
  'drop',
  'execute',
  'external',
  'insert',
  'merge',
  'msck',
  'optimize',
  'prepare',
  'truncate',
  'unload',
  'update',
  'vacuum',
]);

interface Token {
  /** A quoted name is no keyword. Other signs stand for themselves. */
  readonly kind: 'word' | 'quoted' | 'literal' | 'sign';
  readonly text: string;
}

const SPACE = /\s+|--[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\//y;
const WORD = /[A-Za-z_][A-Za-z0-9_$@]*/y;
const NUMBER = /[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?/y;
const STRING = /'(?:[^']|'')*'/y;
const QUOTED = /"((?:[^"]|"")*)"|`((?:[^`]|``)*)`/y;

/** Undefined for signs that SQL has not, for a comment without an end, and for a placeholder, which can be anything. */
function tokensOf(text: string): Token[] | undefined {
  // A comment may end at a carriage return.
  if (text.includes('${') || (text.includes('--') && /\r(?!\n)/.test(text))) return undefined;
  const tokens: Token[] = [];
  let at = 0;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    if (next(SPACE)) continue;
    const word = next(WORD);
    if (word) {
      tokens.push({ kind: 'word', text: word[0].toLowerCase() });
      continue;
    }
    const quoted = next(QUOTED);
    if (quoted) {
      tokens.push({ kind: 'quoted', text: (quoted[1] ?? quoted[2] ?? '').toLowerCase() });
      continue;
    }
    if (next(STRING) ?? next(NUMBER)) {
      tokens.push({ kind: 'literal', text: '' });
      continue;
    }
    const sign = text.charAt(at);
    if (!/[-+*/%<>=!|(),.;:?[\]]/.test(sign) || text.startsWith('/*', at)) return undefined;
    tokens.push({ kind: 'sign', text: sign });
    at++;
  }
  return tokens;
}

/** Words behind which a table's name comes. `FROM` is one in expressions too, which only adds a name. */
const BEFORE_TABLES = new Set(['from', 'join', 'table']);
/**
 * Words that end a list of tables, none of which can be a name. What comes behind others that do, such as LIMIT, has no
 * commas, or names without a database.
 */
const AFTER_TABLES = new Set([
  'except',
  'group',
  'having',
  'intersect',
  'order',
  'select',
  'union',
  'values',
  'where',
  'with',
]);

/** In front of what makes rows of the query's own values. */
const MAKES_ROWS = new Set(['lateral', 'unnest']);

/** The names where tables are named, in their parts. Undefined if a function makes a table. */
function tableNames(tokens: readonly Token[]): readonly (readonly string[])[] | undefined {
  const names: (readonly string[])[] = [];
  /** For each open parenthesis: whether it is within a list of tables, where a comma comes before a table. */
  const lists: boolean[] = [false];
  let expected = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.text === '(' && token.kind === 'sign') {
      lists.push(expected);
    } else if (token.text === ')' && token.kind === 'sign') {
      lists.pop();
      if (lists.length === 0) return undefined;
      expected = false;
    } else if (token.text === ',' && token.kind === 'sign') {
      expected = lists.at(-1) === true;
    } else if (token.kind === 'word' && BEFORE_TABLES.has(token.text)) {
      expected = true;
      lists[lists.length - 1] = true;
    } else if (token.kind === 'word' && AFTER_TABLES.has(token.text)) {
      expected = false;
      lists[lists.length - 1] = false;
    } else if (expected && (token.kind === 'word' || token.kind === 'quoted')) {
      const parts = [token.text];
      while (tokens[index + 1]?.text === '.') {
        const part = tokens[index + 2];
        if (part?.kind !== 'word' && part?.kind !== 'quoted') return undefined;
        parts.push(part.text);
        index += 2;
      }
      const isWord = token.kind === 'word' && parts.length === 1;
      const isFunction = tokens[index + 1]?.text === '(';
      if (isFunction && !(isWord && MAKES_ROWS.has(token.text))) return undefined;
      if (isWord && (MAKES_ROWS.has(token.text) || token.text === 'only')) continue;
      names.push(parts);
      expected = false;
    }
  }
  return names;
}
