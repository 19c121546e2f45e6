import { listOf } from './construct.ts';
import { itemsIn } from './parts.ts';
import { ABSENT, type List, optionsOf, type Possible, type Single } from './possible.ts';
import { widenAll } from './widen.ts';

/**
 * Chooses one alternative for each variable part of a call's arguments. A table sees one assignment at a time, and the
 * call needs whatever it needs under any of them. So a table never has to handle alternatives, and two arguments that
 * come from one choice stay together.
 */
export interface Assignment {
  /** One of the alternatives; always the same one under one assignment. */
  readonly choose: (value: Possible) => Single;
  /** Whether a list of unknown length has an item: a table sees one item under one assignment, none under another. */
  readonly hasItems: (list: List) => boolean | undefined;
  /** What the key's value is under this assignment, made once: whoever reads it again sees the same choices. */
  readonly remember: (key: object, make: () => Possible) => Possible;
  /** True if the assignment keeps alternatives apart; otherwise it takes what they have in common. */
  readonly separates: boolean;
  /** Marks the assignment as impossible: no execution has it. */
  readonly ruleOut: () => void;
}

/** How many assignments of one call are tried one by one. */
const MAX_PER_CALL = 256;
/**
 * How many assignments of all calls together: a role could not hold a hundredth of the resources that they would name.
 */
const MAX_IN_ALL = 30_000;

/** How many assignments of each call are tried, given the number of calls. */
export function assignmentsPerCall(calls: number): number {
  return Math.min(MAX_PER_CALL, Math.ceil(MAX_IN_ALL / Math.max(1, calls)));
}

/** One part that the assignments vary, and which of its alternatives the current one chooses. */
interface Choice {
  readonly count: number;
  index: number;
}

/** The walk over a call's assignments. */
interface Walk {
  /** In the order in which the run encounters them. */
  readonly choices: Choice[];
  /** How many of them this run has encountered. */
  met: number;
  /** What this run has chosen; most calls have no alternatives. */
  chosen: Map<Possible, Single> | undefined;
  /** What has been made for this run. */
  made: Map<object, Possible> | undefined;
  isRuledOut: boolean;
}

/** The function's results under every assignment; only alternatives that it reads make assignments. */
export function eachAssignment<T>(run: (assignment: Assignment) => T, most: number): readonly T[] {
  return assignments(most)(run);
}

/** The same for one function after another: most have no alternatives, and need nothing of their own. */
export function assignments(most: number): <T>(run: (assignment: Assignment) => T) => readonly T[] {
  const walk: Walk = { choices: [], met: 0, chosen: undefined, made: undefined, isRuledOut: false };
  const assignment = separating(walk);
  return (run) => eachOf(run, walk, assignment, most);
}

function eachOf<T>(run: (assignment: Assignment) => T, walk: Walk, assignment: Assignment, most: number): readonly T[] {
  walk.choices.length = 0;
  let results: T[] | undefined;
  for (let count = 0; count < most; count++) {
    walk.met = 0;
    walk.chosen = undefined;
    walk.made = undefined;
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

/** Moves the last choice that has another option to it; later choices start again. */
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
    remember: (key, make) => {
      let made = walk.made?.get(key);
      if (made === undefined) {
        made = make();
        walk.made ??= new Map();
        walk.made.set(key, made);
      }
      return made;
    },
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
  // Remembered for this run only: the next run evaluates values again, to other objects.
  const option = options[choice.index] ?? ABSENT;
  walk.chosen ??= new Map();
  walk.chosen.set(value, option);
  return option;
}

/** One assignment for all alternatives, if there are too many to try each. */
const COMMON: Assignment = {
  choose: (value) => widenAll(optionsOf(value)),
  hasItems: () => undefined,
  remember: (_, make) => make(),
  ruleOut: () => {},
  separates: false,
};

/**
 * Everything that a value can be at once, as if it were given and each list had elements: what is absent or empty under
 * this assignment is so in every run.
 */
export const ANY_RUN: Assignment = { ...COMMON, choose: ofAnyRun, hasItems: () => true };

function ofAnyRun(value: Possible): Single {
  const present = optionsOf(value).filter(({ kind }) => kind !== 'absent');
  if (present.length < 2) return present[0] ?? ABSENT;
  // JSONata makes a list with one element that element.
  const hasList = present.some((option) => itemsIn(option) !== undefined);
  return widenAll(
    hasList ? present.map((option) => (itemsIn(option) === undefined ? listOf(option) : option)) : present,
  );
}
