import { type List, NOTHING, optionsOf, type Possible, type Single, widenAll } from './possible.ts';

/**
 * One way in which the alternatives that a call's arguments have can fall together. The tables of the integrations
 * look at one at a time, and what a call needs is what it needs in all of them: so a table never meets an alternative,
 * and two arguments that come from one choice stay together.
 */
export interface World {
  /** One of the alternatives; the same one whenever this world is asked again. */
  readonly choose: (value: Possible) => Single;
  /** Whether a list of unknown length has items: each of them is met in some world, as the only one. */
  readonly hasItems: (list: List) => boolean | undefined;
  /** True where the world keeps alternatives apart; else it takes what they have in common. */
  readonly separates: boolean;
  /** Says that no execution has its alternatives fall together in this way. */
  readonly ruleOut: () => void;
}

/** So many worlds of one call are looked at one by one, … */
const MAX_WORLDS = 256;
/** … and so many of all calls together: a role cannot hold a hundredth of the resources that they would name. */
const MAX_IN_ALL = 30_000;

/** How many worlds of each call are looked at, where there are so many calls. */
export function worldsFor(calls: number): number {
  return Math.min(MAX_WORLDS, Math.ceil(MAX_IN_ALL / Math.max(1, calls)));
}

interface Choice {
  readonly count: number;
  index: number;
}

/** What a function gives in every world; only the alternatives that it looks at make worlds. */
export function eachWorld<T>(run: (world: World) => T, most: number): readonly T[] {
  const results: T[] = [];
  const choices: Choice[] = [];
  for (let count = 0; count < most; count++) {
    let isRuledOut = false;
    const result = run(separating(choices, () => (isRuledOut = true)));
    if (!isRuledOut) results.push(result);
    if (!advance(choices)) return results.length > 0 ? results : [run(COMMON)];
  }
  return [run(COMMON)];
}

/** The last choice that has another option takes it; those after it are made anew. */
function advance(choices: Choice[]): boolean {
  for (let last = choices.at(-1); last !== undefined; last = choices.at(-1)) {
    last.index++;
    if (last.index < last.count) return true;
    choices.pop();
  }
  return false;
}

function separating(choices: Choice[], ruleOut: () => void): World {
  // Most calls have no alternatives.
  let made: Map<Possible, Single> | undefined;
  let next = 0;
  const pick = (value: Possible, options: readonly Single[]): Single => {
    made ??= new Map();
    const before = made.get(value);
    if (before !== undefined) return before;
    let choice = choices[next];
    if (choice === undefined) choices.push((choice = { count: options.length, index: 0 }));
    next++;
    // Those of this run: a value that is evaluated anew is another object.
    const option = options[choice.index] ?? NOTHING;
    made.set(value, option);
    return option;
  };
  return {
    choose: (value) => (value.kind === 'either' ? pick(value, value.options) : value),
    hasItems: (list) => pick(list, [list, NOTHING]) === list,
    ruleOut,
    separates: true,
  };
}

/** The world of all: for arguments with too many alternatives to look at each. */
const COMMON: World = {
  choose: (value) => widenAll(optionsOf(value)),
  hasItems: () => undefined,
  ruleOut: () => {},
  separates: false,
};
