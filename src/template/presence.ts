import type { JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';
import { joinPolicies, type ReadPolicies, unread } from '../policy/document.ts';
import type { Resolver } from './intrinsics.ts';

export interface PresenceContext {
  readonly resolver: Resolver;
  /** The condition under which the role exists. */
  readonly condition?: string;
}

/** The policies of a resource that may depend on a condition. */
export function policiesIfPresent(
  id: string,
  resource: JsonObject,
  context: PresenceContext,
  read: () => ReadPolicies,
): ReadPolicies {
  const condition = own(resource, 'Condition');
  switch (typeof condition === 'string' ? context.resolver.condition(condition) : true) {
    case true:
      return read();
    case false:
      return joinPolicies();
    case undefined:
      return condition === context.condition
        ? read()
        : unread(id, `exists only where the condition ${String(condition)} holds, known only at deployment`);
  }
}
