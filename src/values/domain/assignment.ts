import { ABSENT, type List, optionsOf, type Possible, type Single } from './possible.ts';
import { widenAll } from './widen.ts';

/**
 * Chooses one alternative for each variable part of a call's arguments. A table looks at one assignment at a time, and
 * what a call needs is what it needs under all of them: so a table never meets an alternative, and two arguments that
 * come from one choice stay together.
 */
export interface Assignment {
  /** One of the alternatives; the same one whenever this assignment is asked again. */
  readonly choose: (value: Possible) => Single;
  /** Whether a list of unknown length has items: each of them is met under some assignment, as the only one. */
  readonly hasItems: (list: List) => boolean | undefined;
  /** True where the assignment keeps alternatives apart; else it takes what they have in common. */
  readonly separates: boolean;
  /** Says that no execution chooses so. */
  readonly ruleOut: () => void;
}

/** So many assignments of one call are looked at one by one, … */
const MAX_PER_CALL = 256;
/** … and so many of all calls together: a role cannot hold a hundredth of the resources that they would name. */
const MAX_IN_ALL = 30_000;

/** How many assignments of each call are looked at, where there are so many calls. */
export function assignmentsPerCall(calls: number): number {
  return Math.min(MAX_PER_CALL, Math.ceil(MAX_IN_ALL / Math.max(1, calls)));
}

/** One part that the assignments vary, and which of its alternatives the present one chooses. */
interface Choice {
  readonly count: number;
  index: number;
}

/** The walk over a call's assignments. */
interface Walk {
  /** In the order in which the run meets them. */
  readonly choices: Choice[];
  /** How many of them this run has met. */
  met: number;
  /** What this run has chosen; most calls have no alternatives. */
  chosen: Map<Possible, Single> | undefined;
  isRuledOut: boolean;
}

/** What a function gives under every assignment; only the alternatives that it looks at make assignments. */
export function eachAssignment<T>(run: (assignment: Assignment) => T, most: number): readonly T[] {
  return assignments(most)(run);
}

/** The same for one function after another: most have no alternatives, and need nothing of their own. */
export function assignments(most: number): <T>(run: (assignment: Assignment) => T) => readonly T[] {
  const walk: Walk = { choices: [], met: 0, chosen: undefined, isRuledOut: false };
  const assignment = separating(walk);
  return (run) => eachOf(run, walk, assignment, most);
}

function eachOf<T>(run: (assignment: Assignment) => T, walk: Walk, assignment: Assignment, most: number): readonly T[] {
  walk.choices.length = 0;
  let results: T[] | undefined;
  for (let count = 0; count < most; count++) {
    walk.met = 0;
    walk.chosen = undefined;
    walk.isRuledOut = false;
    const result = run(assignment);
    if (!walk.isRuledOut) {
      if (results === undefined) results = [result];
      else results.push(result);
    }
    if (!advance(walk.choices)) return results ?? [run(COMMON)];
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

function separating(walk: Walk): Assignment {
  return {
    choose: (value) => (value.kind === 'either' ? pick(walk, value, value.options) : value),
    hasItems: (list) => pick(walk, list, [list, ABSENT]) === list,
    ruleOut: () => {
      walk.isRuledOut = true;
    },
    separates: true,
  };
}

function pick(walk: Walk, value: Possible, options: readonly Single[]): Single {
  const before = walk.chosen?.get(value);
  if (before !== undefined) return before;
  let choice = walk.choices[walk.met];
  if (choice === undefined) walk.choices.push((choice = { count: options.length, index: 0 }));
  walk.met++;
  // Those of this run: a value that is evaluated anew is another object.
  const option = options[choice.index] ?? ABSENT;
  walk.chosen ??= new Map();
  walk.chosen.set(value, option);
  return option;
}

/** The assignment of all: for arguments with too many alternatives to look at each. */
const COMMON: Assignment = {
  choose: (value) => widenAll(optionsOf(value)),
  hasItems: () => undefined,
  ruleOut: () => {},
  separates: false,
};
