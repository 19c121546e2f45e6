/**
 * The fields of an object. Setting one makes new fields that share most with the old: a chain of thousands of states
 * that each add a field to the same object would else keep as many copies of it.
 */
export interface Fields<Value> extends Iterable<[string, Value]> {
  readonly size: number;
  readonly get: (name: string) => Value | undefined;
  readonly has: (name: string) => boolean;
  readonly keys: () => Iterable<string>;
  readonly values: () => Iterable<Value>;
}

/** Few fields, laid over many. */
interface Overlay<Value> extends Fields<Value> {
  readonly base: Fields<Value>;
  readonly top: ReadonlyMap<string, Value>;
}

/** So many fields are copied as they are. */
const SMALL = 32;
/** So many are laid over before all are copied once. */
const MOST_ON_TOP = 24;

export function withEntry<Value>(fields: Fields<Value>, name: string, value: Value): Fields<Value> {
  if (fields.size < SMALL) return new Map(fields).set(name, value);
  if (!isOverlay(fields)) return overlay(fields, new Map([[name, value]]));
  const { base, top } = fields;
  if (top.size >= MOST_ON_TOP) return new Map(fields).set(name, value);
  return overlay(base, new Map(top).set(name, value));
}

function isOverlay<Value>(fields: Fields<Value>): fields is Overlay<Value> {
  return 'top' in fields;
}

function overlay<Value>(base: Fields<Value>, top: ReadonlyMap<string, Value>): Overlay<Value> {
  const added = [...top.keys()].filter((name) => !base.has(name));
  function* entries(): Generator<[string, Value]> {
    for (const [name, value] of base) yield [name, top.get(name) ?? value];
    for (const [name, value] of top) if (!base.has(name)) yield [name, value];
  }
  return {
    base,
    top,
    size: base.size + added.length,
    get: (name) => top.get(name) ?? base.get(name),
    has: (name) => top.has(name) || base.has(name),
    keys: () => [...base.keys(), ...added],
    values: () => [...entries()].map(([, value]) => value),
    [Symbol.iterator]: entries,
  };
}
