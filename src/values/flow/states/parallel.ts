import { arrayOf } from '../../domain/construct.ts';
import type { Possible } from '../../domain/possible.ts';
import { type Entered, effectiveInput, type InnerInput, templateValue } from '../entered.ts';

/**
 * What each branch starts with.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export function branchInput(entered: Entered): InnerInput {
  const input = effectiveInput(entered);
  const { Arguments: jsonata, Parameters: jsonPath } = entered.state.json;
  const template = jsonata ?? jsonPath;
  if (template === undefined) return { input, item: undefined };
  return { input: templateValue(template, entered.scopeWith(input), entered), item: undefined };
}

/** The result of a Parallel; undefined if one of its branches never succeeds. */
export function parallelResult(outputs: readonly (Possible | undefined)[]): Possible | undefined {
  const ended = outputs.filter((output) => output !== undefined);
  return ended.length === outputs.length ? arrayOf(ended) : undefined;
}
