import type { Fit } from '../../analysis/fit.ts';
import type { FactQuestion } from '../../facts/facts.ts';
import type { AskedFact } from '../../facts/print.ts';
import type { Grant } from '../../grants/grant.ts';
import { covers } from '../../iam/pattern.ts';

/** The questions of a fit with the states whose grants rest on the answers, by the states' names. */
export function askedBy({ questions, calls }: Fit): readonly AskedFact[] {
  return questions.map((question) => {
    // Which key an alias points to is asked for what the alias encrypts.
    const asking = [question, ...questions.filter(({ answer }) => answer?.value === question.resource)];
    const states = calls
      .filter(({ grants }) => grants.some((grant) => asking.some((each) => restsOn(grant, each))))
      .flatMap(({ call: { state } }) => (state === '' ? [] : [nameOf(state)]));
    return { ...question, states: [...new Set(states)] };
  });
}

/** Whether a grant is made of the answer, or is for the resource itself or what stands in it. */
function restsOn({ resources }: Grant, { resource, name, answer }: FactQuestion): boolean {
  return resources.some(
    ({ arn, origin }) =>
      arn === resource ||
      covers(`${resource}/*`, arn) ||
      (origin.kind === 'fact' && origin.fact === name && origin.of === answer?.resource),
  );
}

/** `/States/Each/ItemProcessor/States/Pay` → `Pay`. */
function nameOf(state: string): string {
  const [last = ''] = state.split('/').toReversed();
  return last.replaceAll('~1', '/').replaceAll('~0', '~');
}
