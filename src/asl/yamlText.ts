import {
  type DocumentOptions,
  type ErrorCode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type ParseOptions,
  parseDocument,
  Scalar,
  type SchemaOptions,
  type Tags,
  visit,
} from 'yaml';
import { own } from '../own.ts';
import { DefinitionError } from './error.ts';
import type { Json } from './json.ts';
import { type DuplicateKey, duplicateKey, MAX_DEPTH, tooDeep } from './limits.ts';
import type { LineOf } from './lines.ts';
import { indented } from './yamlIndent.ts';
import { yamlLines } from './yamlLines.ts';
import { YAML_1_1 } from './yamlScalars.ts';

/** Parses YAML 1.2 to JSON values. Unknown tags, several documents and duplicate keys are errors. */
export function parseYaml(text: string): Json {
  return parseYamlDocument(text).json;
}

export interface YamlDocument {
  readonly json: Json;
  /** The line of a key or of a list's item; undefined if it doesn't exist. */
  readonly lineOf: LineOf;
  /** The line of the first line of a text that is written as a block (`|`). */
  readonly blockLineOf: LineOf;
  /** The keys that stand twice in an object; the last one counts. Empty unless `duplicates` allows them. */
  readonly duplicates: readonly DuplicateKey[];
}

export interface YamlOptions {
  readonly customTags?: Tags;
  /** YAML 1.1 has other plain scalars: `No` is false, `0777` is octal. */
  readonly version?: '1.1' | '1.2';
  /** How many of the texts under a key are names, which are never read as numbers or booleans. */
  readonly namesUnder?: Readonly<Record<string, number>>;
  /** Whether a key that stands twice is an error, or the last one counts. */
  readonly duplicates?: 'refused' | 'last';
}

/** Parses YAML that may have these tags. */
export function parseYamlDocument(text: string, options: YamlOptions = {}): YamlDocument {
  if (looksTooDeep(text)) throw tooDeep();
  try {
    return readYaml(text, options);
  } catch (error) {
    // The YAML parser recurses: nesting that overflows its stack is far beyond our own limit.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/**
 * The YAML parser recurses and needs seconds to fail on a megabyte of brackets. Brackets in texts and comments count as
 * well, which does no harm: hundreds of them would have to stay open.
 */
function looksTooDeep(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_DEPTH) return true;
  }
  return new RegExp(`(?:- ){${MAX_DEPTH}}`).test(text);
}

function readYaml(text: string, options: YamlOptions): YamlDocument {
  const { customTags = [], version, namesUnder = {}, duplicates = 'refused' } = options;
  const { document, lineCounter } = parsedYaml(text, {
    customTags: version === '1.1' ? [...YAML_1_1, ...customTags] : customTags,
    ...(version === '1.1' ? { schema: 'failsafe' } : {}),
  });
  const repeated = duplicateYamlKeys(document, lineCounter);
  const [first] = repeated;
  if (duplicates === 'refused' && first) throw duplicateKey(first);
  visit(document, { Pair: (_, { key, value }) => keepNames(value, own(namesUnder, textOf(key)) ?? 0) });
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new DefinitionError({}, `is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { json: toJson(json, 0), ...yamlLines(document, lineCounter), duplicates: repeated };
}

/** Names stay texts where YAML 1.1 alone reads something else, such as `No`; a tag says what its text is. */
function keepNames(value: unknown, count: number): void {
  for (const name of isSeq(value) ? value.items.slice(0, count) : [value]) {
    if (count === 0 || !isScalar(name) || name.type !== Scalar.PLAIN || name.tag !== undefined) continue;
    if (name.source !== undefined && !IN_ANY_VERSION.test(name.source)) name.value = name.source;
  }
}

const IN_ANY_VERSION = /^(?:true|false|null|-?(?:0|[1-9]\d*))$/;

function textOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

type ParsedYaml = ReturnType<typeof parseDocument>;

function parsedYaml(text: string, options: ParseOptions & DocumentOptions & SchemaOptions) {
  const first = parseOnce(withLineFeeds(text), options);
  if (first.problem === undefined) return first;
  const again = INDENT_CODES.includes(first.problem.code) ? parseOnce(indented(withLineFeeds(text)), options) : first;
  const { problem, lineCounter } = again.problem === undefined ? again : first;
  if (problem === undefined) return again;
  if (/call stack/.test(problem.message)) throw tooDeep();
  if (problem.code === 'MULTIPLE_DOCS') throw new DefinitionError({}, 'holds several YAML documents; keep one');
  const { line, col } = lineCounter.linePos(problem.pos[0]);
  throw new DefinitionError(
    {},
    `is not YAML: ${problem.message.replaceAll(/\s+/g, ' ')} (line ${line}, column ${col})`,
  );
}

/** A carriage return alone ends a line as well. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/** What the parser says of a line that is too little indented. */
const INDENT_CODES: readonly ErrorCode[] = ['BAD_INDENT', 'MISSING_CHAR', 'TAB_AS_INDENT', 'UNEXPECTED_TOKEN'];

/** Warnings that are about what YAML is read to; the others are about its style. */
const WARNINGS: readonly ErrorCode[] = ['BAD_COLLECTION_TYPE', 'TAG_RESOLVE_FAILED'];

/** `"text"#comment`, which YAML 1.1 and PyYAML read. */
const TOLERATED = 'Comments must be separated';

function parseOnce(text: string, options: ParseOptions & DocumentOptions & SchemaOptions) {
  const lineCounter = new LineCounter();
  const shared = { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false, merge: true };
  const document = parseDocument(text, { ...shared, ...options });
  const problem =
    document.errors.find(({ message }) => !message.startsWith(TOLERATED)) ??
    document.warnings.find(({ code }) => WARNINGS.includes(code));
  return { document, lineCounter, problem };
}

function duplicateYamlKeys(document: ParsedYaml, lineCounter: LineCounter): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const placeOf = (key: Scalar) => lineCounter.linePos(key.range?.[0] ?? 0);
  visit(document, {
    Map(_, map, ancestors) {
      const seen = new Map<string, Scalar>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const before = seen.get(name);
        seen.set(name, key);
        // Several `<<` are merged one after the other.
        if (before === undefined || name === '<<') continue;
        const { line, col } = placeOf(key);
        found.push({
          path: yamlPath([...ancestors, map]),
          key: name,
          firstLine: placeOf(before).line,
          line,
          column: col,
        });
      }
    },
  });
  return found;
}

function yamlPath(ancestors: readonly unknown[]): readonly string[] {
  return ancestors.flatMap((node, level) => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : [];
    // The list's item is the next of the ancestors.
    const index = isSeq(node) ? node.items.indexOf(ancestors[level + 1]) : -1;
    return index < 0 ? [] : [String(index)];
  });
}

/** Values that YAML has and JSON doesn't (dates, NaN, big integers) have no place in a definition. */
function toJson(value: unknown, depth: number): Json {
  if (depth > MAX_DEPTH) throw tooDeep();
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, depth + 1));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, depth + 1)]));
  }
  throw new DefinitionError({}, `holds a YAML value that JSON has not: ${String(value)}; write it as a quoted text`);
}
