import { DefinitionError } from './error.ts';
import type { Json } from './json.ts';
import { type DuplicateKey, duplicateKey, MAX_DEPTH, tooDeep } from './limits.ts';

/** Parses JSON as JSON.parse does, but refuses duplicate keys in an object and excessive nesting. */
export function parseJson(text: string): Json {
  const { json, duplicates } = parseJsonDocument(text);
  const [first] = duplicates;
  if (first) throw duplicateKey(first);
  return json;
}

/** The same, where of a key that stands twice the last one counts, as in JSON.parse. */
export function parseJsonDocument(text: string): {
  readonly json: Json;
  readonly duplicates: readonly DuplicateKey[];
} {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    throw new DefinitionError({}, `is not JSON: ${message}`);
  }
  return { json, duplicates: checkObjects(text) };
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Beyond this number, an object's keys are looked up in a set rather than one by one. */
const FEW_KEYS = 12;

/** The progress of the check through the text. */
interface Levels {
  /** The keys seen so far in all open objects, the innermost last; those past `top` belong to closed objects. */
  readonly keys: string[];
  /** Where each of them starts. */
  readonly offsets: number[];
  top: number;
  /** One entry per level: where an object's keys start, or -1 less the position in an array. */
  readonly starts: number[];
  /** The keys of a level with many. */
  readonly sets: (Set<string> | undefined)[];
  depth: number;
}

/** Finds duplicate keys, and refuses excessive depth, in a text that JSON.parse has accepted. */
function checkObjects(text: string): readonly DuplicateKey[] {
  const duplicates: DuplicateKey[] = [];
  const levels: Levels = { keys: [], offsets: [], top: 0, starts: [], sets: [], depth: 0 };
  const { starts } = levels;
  let expectKey = false;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE: {
        const end = closingQuote(text, i);
        if (expectKey) {
          const raw = text.slice(i + 1, end);
          const key = raw.includes('\\') ? String(JSON.parse(text.slice(i, end + 1))) : raw;
          if (hasKey(levels, key)) duplicates.push(duplicateAt(text, i, key, levels));
          levels.offsets[levels.top] = i;
          levels.keys[levels.top++] = key;
          expectKey = false;
        }
        i = end;
        break;
      }
      case OPEN_OBJECT:
        open(levels, levels.top);
        expectKey = true;
        break;
      case OPEN_ARRAY:
        open(levels, -1);
        expectKey = false;
        break;
      case CLOSE_OBJECT:
        levels.top = starts[levels.depth--] ?? 0;
        expectKey = false;
        break;
      case CLOSE_ARRAY:
        levels.depth--;
        expectKey = false;
        break;
      case COMMA: {
        const start = starts[levels.depth] ?? 0;
        if (start < 0) starts[levels.depth] = start - 1;
        else expectKey = true;
        break;
      }
    }
  }
  return duplicates;
}

function open(levels: Levels, start: number): void {
  if (++levels.depth > MAX_DEPTH) throw tooDeep();
  levels.starts[levels.depth] = start;
  levels.sets[levels.depth] = undefined;
}

function closingQuote(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (text.charCodeAt(end - 1) === BACKSLASH) {
    let first = end - 1;
    while (text.charCodeAt(first - 1) === BACKSLASH) first--;
    // An even number of backslashes escape each other, so the quote closes the text.
    if ((end - first) % 2 === 0) break;
    end = text.indexOf('"', end + 1);
  }
  return end;
}

function hasKey({ keys, top, starts, sets, depth }: Levels, key: string): boolean {
  const start = starts[depth] ?? 0;
  if (top - start < FEW_KEYS) {
    for (let index = start; index < top; index++) if (keys[index] === key) return true;
    return false;
  }
  const set = sets[depth] ?? new Set(keys.slice(start, top));
  sets[depth] = set;
  const known = set.has(key);
  set.add(key);
  return known;
}

function duplicateAt(
  text: string,
  offset: number,
  key: string,
  { keys, offsets, starts, depth, top }: Levels,
): DuplicateKey {
  const path: string[] = [];
  let inner = starts[depth] ?? 0;
  // The last one before this: of three, the second is the third's first.
  const before = keys.lastIndexOf(key, top - 1);
  for (let level = depth - 1; level > 0; level--) {
    const start = starts[level] ?? 0;
    // The last key of an object comes before those of the object inside it.
    path.unshift(start < 0 ? String(-1 - start) : (keys[inner - 1] ?? ''));
    if (start >= 0) inner = start;
  }
  const lines = text.slice(0, offset).split('\n');
  const firstLine = text.slice(0, offsets[before]).split('\n').length;
  return { path, key, firstLine, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
