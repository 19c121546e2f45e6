import type { StatedFacts } from '../facts/fact.ts';
import type { FactQuestion } from '../facts/facts.ts';
import type { LookUp, UnreadFact } from '../facts/lookUp.ts';

/** Makes the look-up of one check, whose requests end with the signal. */
export type LookUpUntil = (signal: AbortSignal) => LookUp;

/** The look-ups of one check: its state machines often share resources, and their needs are read more than once. */
export interface CheckLookUp {
  /**
   * Returns all that was found so far. Rejects only where the signal ends the check. Undefined when the check has
   * no time left for it.
   */
  readonly lookUp: () => LookUp | undefined;
  readonly unread: () => readonly UnreadFact[];
}

/**
 * How long a check goes on to compare, in milliseconds. Each definition is fitted several times for it, and a role may
 * have hundreds, whose needs come first.
 */
const MOST_TIME = 60_000;

/** Asks each question once, and one list after the other. A list that fails is unread. */
export function checkLookUp(lookUpUntil: LookUpUntil, signal: AbortSignal, now: () => number): CheckLookUp {
  const end = now() + MOST_TIME;
  const lookUp = lookUpUntil(signal);
  const asked = new Set<string>();
  const stated: StatedFacts[] = [];
  const unread: UnreadFact[] = [];
  const ask = async (questions: readonly FactQuestion[]) => {
    const open = questions.filter((question) => !asked.has(idOf(question)));
    for (const question of open) asked.add(idOf(question));
    if (open.length === 0) return;
    try {
      const found = await lookUp(open);
      stated.push(...found.stated);
      unread.push(...found.unread);
    } catch (error) {
      signal.throwIfAborted();
      const why = error instanceof Error ? error.message : String(error);
      unread.push(...open.map(({ resource, name }) => ({ resource, name, why })));
    }
  };
  let last: Promise<void> = Promise.resolve();
  const all: LookUp = async (questions) => {
    await (last = last.then(() => ask(questions)));
    return { stated, unread };
  };
  return {
    lookUp: () => (now() < end ? all : undefined),
    unread: () => unread,
  };
}

function idOf({ resource, name }: FactQuestion): string {
  return `${name} ${resource}`;
}
