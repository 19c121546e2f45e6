import { type Fit, type FitOptions, fit } from '../analysis/fit.ts';
import { fitLookingUp } from '../analysis/fitLookingUp.ts';
import type { JsonObject } from '../asl/json.ts';
import type { FactName, StatedFacts } from '../facts/fact.ts';
import type { Fact } from '../facts/facts.ts';
import type { LookUp } from '../facts/lookUp.ts';

/**
 * What a definition would need according to what AWS says now, which nobody has deployed. The answers of AWS count before
 * the recorded ones here, so that a queue with a new key shows.
 */
export async function fitAsLookedUp(
  definition: JsonObject,
  options: FitOptions,
  recorded: readonly StatedFacts[],
  lookUp: LookUp,
): Promise<Fit | undefined> {
  // Asks as if nothing were recorded: for what isn't, and to compare the rest.
  const live = await fitLookingUp(definition, { ...options, facts: [] }, lookUp);
  const found = live.questions.flatMap(({ answer, partial }) => [
    ...(answer === undefined ? [] : [answer]),
    ...partial,
  ]);
  if (found.length === 0) return undefined;
  const facts = [...recorded, ...found.map(statedBy)];
  const compared = await fit(definition, { ...options, facts });
  const disputed = compared.questions.flatMap(({ answer, contradicted }) =>
    answer !== undefined && answer.source !== 'aws' && contradicted.some(({ source }) => source === 'aws')
      ? [answer]
      : [],
  );
  if (disputed.length === 0) return compared;
  return fit(definition, { ...options, facts: facts.flatMap((stated) => without(stated, disputed)) });
}

function statedBy({ resource, name, value, source, place }: Fact): StatedFacts {
  return { resource, facts: { [name]: value }, source, place };
}

function without(stated: StatedFacts, disputed: readonly Fact[]): readonly StatedFacts[] {
  if (stated.source === 'aws') return [stated];
  const names = new Set<FactName>(
    disputed.flatMap(({ resource, name }) => (resource === stated.resource ? [name] : [])),
  );
  if (names.size === 0) return [stated];
  const facts = Object.fromEntries(
    Object.entries(stated.facts).filter(([name]) => ![...names].some((one) => one === name)),
  );
  return [{ ...stated, facts }];
}
