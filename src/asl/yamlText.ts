import { isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { DefinitionError } from './error.ts';
import type { Json } from './json.ts';
import { duplicateKey, MAX_DEPTH, tooDeep } from './limits.ts';

/** Reads YAML 1.2 into what JSON can say. Unknown tags, several documents and keys that stand twice are errors. */
export function parseYaml(text: string): Json {
  if (looksTooDeep(text)) throw tooDeep();
  try {
    return readYaml(text);
  } catch (error) {
    // The YAML parser recurses: nesting that ends its stack is far past our own limit.
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/**
 * The YAML parser recurses, and needs seconds to fail on a megabyte of brackets. Brackets in texts and comments are
 * counted as well, which does no harm: hundreds of them would have to stay open.
 */
function looksTooDeep(text: string): boolean {
  let open = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > MAX_DEPTH) return true;
  }
  return new RegExp(`(?:- ){${MAX_DEPTH}}`).test(text);
}

function readYaml(text: string): Json {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false });
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
  checkYamlKeys(document, lineCounter);
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: 1000 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new DefinitionError({}, `is not YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  return toJson(json, 0);
}

function checkYamlKeys(document: ReturnType<typeof parseDocument>, lineCounter: LineCounter): void {
  visit(document, {
    Map(_, map, ancestors) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          const { line, col } = lineCounter.linePos(key.range?.[0] ?? 0);
          throw duplicateKey(yamlPath(ancestors), name, `line ${line}, column ${col}`);
        }
        seen.add(name);
      }
    },
  });
}

function yamlPath(ancestors: readonly unknown[]): readonly string[] {
  return ancestors.flatMap((node) =>
    typeof node === 'object' && node !== null && 'key' in node && isScalar(node.key) ? [String(node.key.value)] : [],
  );
}

/** What YAML can say and JSON cannot (dates, NaN, big integers) has no place in a definition. */
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
