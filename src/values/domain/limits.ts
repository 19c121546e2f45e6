import type { Cause } from './cause.ts';
import type { Possible, Single, Unknown } from './possible.ts';

/** So many alternatives are told apart; more become what they have in common. */
export const MAX_OPTIONS = 64;
/** A text longer than this is not followed: no name or ARN is so long. */
export const MAX_TEXT = 4096;
/** A value made of more parts than this is not followed; keeps every operation on it cheap. */
export const MAX_WEIGHT = 1000;
/** What all alternatives of a value may weigh together, each with this much for itself. */
const MAX_COST = 1200;
const PART_COST = 32;

/** Stands for a value beyond these limits. */
export const TOO_LARGE: Unknown = { kind: 'unknown', expression: 'a value too large to follow' };

/** Why a value with too many alternatives is not known. */
export const TOO_MANY_OPTIONS: Cause = { state: '', reason: `more than ${MAX_OPTIONS} alternatives`, widened: true };

/** How many values a value is made of. */
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

/** True where work with all these alternatives would not stay cheap. */
export function areTooMany(options: readonly Single[]): boolean {
  if (options.length > MAX_OPTIONS) return true;
  let cost = 0;
  for (const option of options) if ('weight' in option) cost += option.weight + PART_COST;
  return cost > MAX_COST;
}
