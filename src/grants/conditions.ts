import { hasWildcard } from '../iam/pattern.ts';
import type { Conditions } from './grant.ts';

/** Holds of requests whose context key has one of these values. Values with wildcards need another operator. */
export function matching(key: string, patterns: readonly string[]): Conditions {
  return { [operatorFor(patterns)]: { [key]: patterns } };
}

/** The operator for these values. */
export function operatorFor(patterns: readonly string[]): 'StringEquals' | 'StringLike' {
  return patterns.some(hasWildcard) ? 'StringLike' : 'StringEquals';
}
