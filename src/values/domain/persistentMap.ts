/**
 * An immutable map from names to values. Setting an entry makes a new map that shares most of its data with the old:
 * otherwise a chain of thousands of states that each add a field to one object would keep thousands of copies.
 */
export interface PersistentMap<Value> extends Iterable<[string, Value]> {
  readonly size: number;
  readonly get: (name: string) => Value | undefined;
  readonly has: (name: string) => boolean;
  readonly keys: () => Iterable<string>;
  readonly values: () => Iterable<Value>;
}

/** A few entries on top of many. */
interface Overlay<Value> extends PersistentMap<Value> {
  readonly base: PersistentMap<Value>;
  readonly top: ReadonlyMap<string, Value>;
}

/** A map with at most this many entries is copied. */
const SMALL = 32;
/** How many entries are put on top before everything is copied once. */
const MOST_ON_TOP = 24;

export function withEntry<Value>(map: PersistentMap<Value>, name: string, value: Value): PersistentMap<Value> {
  if (map.size < SMALL) return new Map(map).set(name, value);
  if (!isOverlay(map)) return overlay(map, new Map([[name, value]]));
  const { base, top } = map;
  if (top.size >= MOST_ON_TOP) return new Map(map).set(name, value);
  return overlay(base, new Map(top).set(name, value));
}

function isOverlay<Value>(map: PersistentMap<Value>): map is Overlay<Value> {
  return 'top' in map;
}

function overlay<Value>(base: PersistentMap<Value>, top: ReadonlyMap<string, Value>): Overlay<Value> {
  let size = base.size;
  for (const name of top.keys()) if (!base.has(name)) size++;
  function* entries(): Generator<[string, Value]> {
    for (const [name, value] of base) yield [name, top.get(name) ?? value];
    for (const [name, value] of top) if (!base.has(name)) yield [name, value];
  }
  return {
    base,
    top,
    size,
    get: (name) => top.get(name) ?? base.get(name),
    has: (name) => top.has(name) || base.has(name),
    keys: () => [...base.keys(), ...[...top.keys()].filter((name) => !base.has(name))],
    values: () => [...entries()].map(([, value]) => value),
    [Symbol.iterator]: entries,
  };
}
