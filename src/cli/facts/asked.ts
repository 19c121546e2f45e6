import type { Fit } from '../../analysis/fit.ts';
import { isConnectionSecret } from '../../facts/connectionSecret.ts';
import type { FactQuestion } from '../../facts/facts.ts';
import type { AskedFact } from '../../facts/print.ts';
import type { Grant } from '../../grants/grant.ts';
import { parseArn } from '../../iam/arn.ts';
import { KEY_USES } from '../../integrations/encryption.ts';

/** The questions of a fit with the states whose grants rest on the answers, by the states' names. */
export function askedBy({ questions, calls }: Fit): readonly AskedFact[] {
  const own = questions.filter(
    ({ resource, name, answer }) => name !== 'key' || answer !== undefined || !isConnectionSecret(resource, questions),
  );
  return own.map((question) => {
    // Which key an alias points to is asked for what the alias encrypts.
    const asking = [question, ...questions.filter(({ answer }) => answer?.value === question.resource)];
    const states = calls
      .filter(({ grants }) => grants.some((grant) => asking.some((each) => restsOn(grant, each))))
      .flatMap(({ call: { state } }) => (state === '' ? [] : [nameOf(state)]));
    return { ...question, states: [...new Set(states)] };
  });
}

/** Whether a grant is made of the answer, is for the resource itself, or uses the resource's key. */
function restsOn(grant: Grant, { resource, name, answer }: FactQuestion): boolean {
  return (
    grant.resources.some(
      ({ arn, origin }) =>
        arn === resource || (origin.kind === 'fact' && origin.fact === name && origin.of === answer?.resource),
    ) ||
    (name === 'key' && usesKeyOf(grant, resource))
  );
}

/** The key of an object is its bucket's, that of a rule its event bus's. */
function usesKeyOf({ actions, resources }: Grant, encrypted: string): boolean {
  const uses = actions.flatMap((action) => KEY_USES.get(action) ?? []);
  return uses.some((use) =>
    resources.some(({ arn }) => use.encrypted({ text: arn, arn: parseArn(arn) }) === encrypted),
  );
}

/** `/States/Each/ItemProcessor/States/Pay` → `Pay`. */
function nameOf(state: string): string {
  const [last = ''] = state.split('/').toReversed();
  return last.replaceAll('~1', '/').replaceAll('~0', '~');
}
