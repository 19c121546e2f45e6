/**
 * A map from names to values that never changes. Setting an entry makes a new map that shares most with the old: a chain
 * of thousands of states that each add a field to the same object would else keep as many copies of it.
 */
export interface PersistentMap<Value> extends Iterable<[string, Value]> {
  readonly size: number;
  readonly get: (name: string) => Value | undefined;
  readonly has: (name: string) => boolean;
  readonly keys: () => Iterable<string>;
  readonly values: () => Iterable<Value>;
}

/** Few entries, laid over many. */
interface Overlay<Value> extends PersistentMap<Value> {
  readonly base: PersistentMap<Value>;
  readonly top: ReadonlyMap<string, Value>;
}

/** So many entries are copied as they are. */
const SMALL = 32;
/** So many are laid over before all are copied once. */
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
