import { hasWildcard } from '../iam/pattern.ts';
import type { Resource } from './grant.ts';

/** How tight permissions are, tightest first. */
export const TIGHTNESS = ['none', 'exact', 'pattern', 'limit', 'open', 'error'] as const;

/**
 * - `none`: nothing is needed;
 * - `exact`: every resource is named;
 * - `pattern`: a part of a name is open, the rest is fixed;
 * - `limit`: a wildcard that no definition could narrow;
 * - `open`: a wildcard, since the resource is known only at run time;
 * - `error`: the policy would be incomplete or unsafe.
 */
export type Tightness = (typeof TIGHTNESS)[number];

export function resourceTightness({ arn, origin }: Resource): Tightness {
  switch (origin.kind) {
    case 'unknown':
    case 'missing':
    case 'unnamedMachine':
      return 'open';
    case 'wildcard':
      return 'limit';
    case 'fixed':
      return hasWildcard(arn) ? 'limit' : 'exact';
    case 'pattern':
      return 'pattern';
    // What AWS numbers (executions, revisions) stays open even if its owner is named.
    case 'literal':
    case 'resolved':
    case 'assumedName':
    case 'fact':
      return hasWildcard(arn) ? 'pattern' : 'exact';
  }
}

export function widest(all: readonly Tightness[]): Tightness {
  return all.reduce<Tightness>((a, b) => (TIGHTNESS.indexOf(a) >= TIGHTNESS.indexOf(b) ? a : b), 'none');
}

export function isWildcard(tightness: Tightness): boolean {
  return tightness === 'limit' || tightness === 'open';
}
