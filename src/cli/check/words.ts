import type { Conditions } from '../../grants/grant.ts';
import type { PlacedStatement } from '../../policy/policySet.ts';

/** Phrases that several of a check's sentences share. */

export function conditionText(conditions: Conditions | undefined): string {
  return Object.entries(conditions ?? {})
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => `${key} ${operator} ${values.join(' or ')}`),
    )
    .join(' and ');
}

/** Where a statement stands: `OrdersRole.Policies.0, line 12`. */
export function placeText({ source, line, file }: Pick<PlacedStatement, 'file' | 'source' | 'line'>): string {
  if (line === undefined) return source;
  return file === undefined ? `${source} (line ${line})` : `${source} (${file}:${line})`;
}
