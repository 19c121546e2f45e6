/** A small seeded generator of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to 1, never 1. */
  readonly next: () => number;
  /** From 0 up to the limit, never the limit. */
  readonly int: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** mulberry32, in the public domain: 32 bits of state are plenty for tests. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const [item] = list.slice(int(list.length));
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { next, int, chance: (probability) => next() < probability, pick };
}

/** A seed out of others, so that each state draws its own numbers whatever its neighbours draw. */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join('\n')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
