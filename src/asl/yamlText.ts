import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Tags, visit } from 'yaml';
import { DefinitionError } from './error.ts';
import type { Json } from './json.ts';
import { duplicateKey, MAX_DEPTH, tooDeep } from './limits.ts';

/** Parses YAML 1.2 to JSON values. Unknown tags, several documents and duplicate keys are errors. */
export function parseYaml(text: string): Json {
  return parseYamlDocument(text).json;
}

export interface YamlDocument {
  readonly json: Json;
  /** The line of a key or of a list's item; undefined if it doesn't exist. */
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

export interface YamlOptions {
  readonly customTags?: Tags;
  readonly merge?: boolean;
  readonly repeats?: boolean;
}

/**
 * Parses YAML that may have these tags; `merge` allows `<<`, `repeats` a duplicate key whose values have the same text.
 */
export function parseYamlDocument(
  text: string,
  { customTags = [], merge = false, repeats = false }: YamlOptions = {},
): YamlDocument {
  if (looksTooDeep(text)) throw tooDeep();
  try {
    return readYaml(text, { customTags, merge, repeats });
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

function readYaml(text: string, { customTags, merge, repeats }: Required<YamlOptions>): YamlDocument {
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false, customTags, merge };
  const document = parseDocument(text, options);
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem) {
    if (/call stack/.test(problem.message)) throw tooDeep();
    if (problem.code === 'MULTIPLE_DOCS') throw new DefinitionError({}, 'holds several YAML documents; keep one');
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new DefinitionError(
      {},
      `is not YAML: ${problem.message.replaceAll(/\s+/g, ' ')} (line ${line}, column ${col})`,
    );
  }
  checkYamlKeys(document, lineCounter, repeats);
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new DefinitionError({}, `is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  const lineOf = (path: readonly string[]) => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? undefined : lineCounter.linePos(offset).line;
  };
  return { json: toJson(json, 0), lineOf };
}

function offsetOf(root: Node | null, path: readonly string[]): number | undefined {
  let node: unknown = root;
  let offset: number | undefined;
  for (const token of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === token);
      if (!pair) return undefined;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      node = pair.value;
    } else if (isSeq<Node>(node)) {
      const item = node.items[Number(token)];
      offset = item?.range?.[0];
      node = item;
    } else return undefined;
  }
  return offset;
}

function checkYamlKeys(document: ReturnType<typeof parseDocument>, lineCounter: LineCounter, repeats: boolean): void {
  visit(document, {
    Map(_, map, ancestors) {
      const seen = new Map<string, unknown>();
      for (const { key, value } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name) && !(repeats && isSameScalar(seen.get(name), value))) {
          const { line, col } = lineCounter.linePos(key.range?.[0] ?? 0);
          throw duplicateKey(yamlPath(ancestors), name, `line ${line}, column ${col}`);
        }
        seen.set(name, value);
      }
    },
  });
}

function isSameScalar(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && a.value === b.value && a.tag === b.tag;
}

function yamlPath(ancestors: readonly unknown[]): readonly string[] {
  return ancestors.flatMap((node) =>
    typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key) ? [String(node.key.value)] : [],
  );
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
