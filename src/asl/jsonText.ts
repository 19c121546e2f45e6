import { DefinitionError } from './error.ts';
import type { Json } from './json.ts';
import { duplicateKey, MAX_DEPTH, tooDeep } from './limits.ts';

/** Reads JSON as JSON.parse does, but refuses a key that stands twice in an object, and nesting without end. */
export function parseJson(text: string): Json {
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error);
    throw new DefinitionError({}, `is not JSON: ${message}`);
  }
  checkObjects(text);
  return json;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Past this many keys an object's keys are looked up in a set rather than one by one. */
const FEW_KEYS = 12;

/** Finds duplicate keys and excessive depth in a text that JSON.parse has accepted. */
function checkObjects(text: string): void {
  // One entry a level: the keys seen so far in an object, or the position in an array.
  const keys: (string[] | number)[] = [];
  const sets: (Set<string> | undefined)[] = [];
  let depth = 0;
  let expectKey = false;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE: {
        const end = closingQuote(text, i);
        const seen = keys[depth];
        if (expectKey && typeof seen === 'object') {
          const raw = text.slice(i + 1, end);
          const key = raw.includes('\\') ? String(JSON.parse(text.slice(i, end + 1))) : raw;
          if (hasKey(seen, key, sets, depth)) throw duplicateAt(text, i, key, keys, depth);
          seen.push(key);
          expectKey = false;
        }
        i = end;
        break;
      }
      case OPEN_OBJECT:
      case OPEN_ARRAY: {
        if (++depth > MAX_DEPTH) throw tooDeep();
        const isObjectStart = text.charCodeAt(i) === OPEN_OBJECT;
        keys[depth] = isObjectStart ? [] : 0;
        sets[depth] = undefined;
        expectKey = isObjectStart;
        break;
      }
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        depth--;
        expectKey = false;
        break;
      case COMMA: {
        const seen = keys[depth];
        if (typeof seen === 'number') keys[depth] = seen + 1;
        else expectKey = true;
        break;
      }
    }
  }
}

function closingQuote(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (text.charCodeAt(end - 1) === BACKSLASH) {
    let first = end - 1;
    while (text.charCodeAt(first - 1) === BACKSLASH) first--;
    // An even number of backslashes escape each other, and the quote closes the text.
    if ((end - first) % 2 === 0) break;
    end = text.indexOf('"', end + 1);
  }
  return end;
}

function hasKey(seen: readonly string[], key: string, sets: (Set<string> | undefined)[], depth: number): boolean {
  if (seen.length < FEW_KEYS) return seen.includes(key);
  const set = sets[depth] ?? new Set(seen);
  sets[depth] = set;
  const known = set.has(key);
  set.add(key);
  return known;
}

function duplicateAt(
  text: string,
  offset: number,
  key: string,
  levels: readonly (readonly string[] | number)[],
  depth: number,
): DefinitionError {
  const path = levels
    .slice(1, depth)
    .map((level) => (typeof level === 'number' ? String(level) : (level.at(-1) ?? '')));
  const before = text.slice(0, offset).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return duplicateKey(path, key, place);
}
