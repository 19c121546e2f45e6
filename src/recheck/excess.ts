import type { ReadPolicies } from '../policy/document.ts';
import { excessOver } from '../policy/excess.ts';
import { policySet } from '../policy/policySet.ts';
import type { Need } from './needs.ts';

/** What a policy allows and nothing needs; without actions what could not be read. */
export interface PolicyExcess {
  readonly policy: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What the documents of a policy allow and none of the needs asks for. */
export function excessIn(policy: string, documents: ReadPolicies, needs: readonly Need[]): readonly PolicyExcess[] {
  const excess = excessOver(
    policySet(documents),
    needs.map(({ grant }) => grant),
  );
  return [
    ...excess.map(({ action, resources }) => ({ policy, actions: [action], resources })),
    ...documents.notEvaluated
      .filter(({ mayAllow }) => mayAllow !== 'nothing')
      .map(() => ({ policy, actions: [], resources: [] })),
  ];
}
