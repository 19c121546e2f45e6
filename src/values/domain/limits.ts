import type { Cause } from './cause.ts';
import type { Possible, Single, Unknown } from './possible.ts';

/** How many alternatives are kept apart; more become what they have in common. */
export const MAX_OPTIONS = 64;
/** A longer text isn't followed: no name or ARN is so long. */
export const MAX_TEXT = 4096;
/** A value with more parts isn't followed, which keeps every operation on values cheap. */
export const MAX_WEIGHT = 1000;
/** The most that the alternatives of a value may cost together: what each weighs, plus PART_COST. */
const MAX_COST = 1200;
const PART_COST = 32;

/** Stands for a value beyond these limits. */
export const TOO_LARGE: Unknown = { kind: 'unknown', expression: 'a value too large to follow' };

/** Why a value with too many alternatives is unknown. */
export const TOO_MANY_OPTIONS: Cause = { state: '', reason: `more than ${MAX_OPTIONS} alternatives`, widened: true };

/** How many values this value is made of. */
export function weightOf(value: Possible): number {
  switch (value.kind) {
    case 'object':
    case 'array':
    case 'list':
      return value.weight;
    case 'either': {
      let weight = 1;
      for (const option of value.options) weight += weightOf(option);
      return weight;
    }
    default:
      return 1;
  }
}

/** True if there are too many alternatives to work with cheaply. */
export function areTooMany(options: readonly Single[]): boolean {
  if (options.length > MAX_OPTIONS) return true;
  let cost = 0;
  for (const option of options) if ('weight' in option) cost += option.weight + PART_COST;
  return cost > MAX_COST;
}
