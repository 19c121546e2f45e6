import type { ReadPolicies } from '../policy/document.ts';
import { excessOver } from '../policy/excess.ts';
import { policySet } from '../policy/policySet.ts';
import type { Need } from './needs.ts';

/** What a policy allows although nothing needs it; actions and resources are empty for what could not be read. */
export interface PolicyExcess {
  readonly policy: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What a policy's documents allow beyond the needs. */
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
