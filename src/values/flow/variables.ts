import { includes } from '../domain/compare.ts';
import { unknownValue } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import { ABSENT, type Possible } from '../domain/possible.ts';
import { widen } from '../domain/widen.ts';

/**
 * The values of workflow variables at one point: name → what it can be. Setting one makes new Variables that share
 * everything else with the old, so thousands of states with thousands of variables cost little, and joining two looks
 * only at the differences.
 */
export interface Variables {
  readonly root: Tree | undefined;
  /** True if so much can have happened that any variable can be anything. */
  readonly any: boolean;
}

/** A tree indexed by the bits of a variable's number, with 32 branches at each of four levels. */
type Tree = Branch | Leaf;

interface Branch {
  readonly kind: 'branch';
  readonly slots: readonly (Tree | undefined)[];
}

interface Leaf {
  readonly kind: 'leaf';
  readonly value: Possible;
}

export const NO_VARIABLES: Variables = { root: undefined, any: false };
const ANY_VARIABLES: Variables = { root: undefined, any: true };

const BITS = 5;
const MASK = 31;
const TOP = 15;

/** Gives variables their numbers, in the order in which they are first asked for. */
export type Numbering = (name: string) => number;

export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  return (name) => {
    let number = numbers.get(name);
    if (number === undefined) numbers.set(name, (number = numbers.size));
    return number;
  };
}

/** What a variable can be; `absent` if nothing has set it. */
export function variableOf(variables: Variables, name: string, numberOf: Numbering): Possible {
  if (variables.any) return unknownValue(`$${name}`, { state: '', reason: 'set in a loop in too many ways to follow' });
  const number = numberOf(name);
  let tree = variables.root;
  for (let shift = TOP; tree?.kind === 'branch'; shift -= BITS) tree = tree.slots[(number >>> shift) & MASK];
  return tree?.value ?? ABSENT;
}

export function withVariables(
  variables: Variables,
  values: ReadonlyMap<string, Possible>,
  numberOf: Numbering,
): Variables {
  if (variables.any || values.size === 0) return variables;
  let { root } = variables;
  for (const [name, value] of values) root = put(root, numberOf(name), TOP, { kind: 'leaf', value });
  return { root, any: false };
}

function put(tree: Tree | undefined, number: number, shift: number, leaf: Leaf): Tree {
  if (shift < 0) return leaf;
  const slots = tree?.kind === 'branch' ? [...tree.slots] : [];
  const index = (number >>> shift) & MASK;
  slots[index] = put(slots[index], number, shift - BITS, leaf);
  return { kind: 'branch', slots };
}

/** Variables that can be as in either; the object `a` itself if `b` adds nothing. */
export function joinVariables(a: Variables, b: Variables): Variables {
  return merged(a, b, (left, right) => join([left, right]));
}

/** Like `next`, but wide enough that a loop soon finds nothing new. */
export function widenVariables(old: Variables, next: Variables): Variables {
  return merged(old, next, (left, right) => (includes(left, right) ? left : widen(left, right)));
}

/** Nothing is known of any variable any more: ends a loop that would go on for ever. */
export function anyVariables(): Variables {
  return ANY_VARIABLES;
}

type Merge = (a: Possible, b: Possible) => Possible;

function merged(a: Variables, b: Variables, merge: Merge): Variables {
  if (a.any || a === b) return a;
  if (b.any) return b;
  const root = mergedTree(a.root, b.root, merge);
  return root === a.root ? a : { root, any: false };
}

function mergedTree(a: Tree | undefined, b: Tree | undefined, merge: Merge): Tree | undefined {
  if (a === b) return a;
  if (a?.kind === 'leaf' || b?.kind === 'leaf') return mergedLeaf(a, b, merge);
  const slots = [...(a?.slots ?? [])];
  let changed = a === undefined;
  const length = Math.max(slots.length, b?.slots.length ?? 0);
  for (let index = 0; index < length; index++) {
    const slot = slots[index];
    const next = mergedTree(slot, b?.slots[index], merge);
    if (next !== slot) {
      slots[index] = next;
      changed = true;
    }
  }
  return changed || a === undefined ? { kind: 'branch', slots } : a;
}

function mergedLeaf(a: Tree | undefined, b: Tree | undefined, merge: Merge): Tree | undefined {
  const left = a?.kind === 'leaf' ? a.value : ABSENT;
  const value = merge(left, b?.kind === 'leaf' ? b.value : ABSENT);
  return a?.kind === 'leaf' && value === a.value ? a : { kind: 'leaf', value };
}
