import { known } from '../../domain/construct.ts';
import { type Ending, jsonataEnding, jsonPathEnding } from '../ending.ts';
import { type Entered, effectiveInput, templateValue } from '../entered.ts';

/**
 * A Pass ends with its Result or, in JSONPath, its Parameters; with neither, its input.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html
 */
export function passEnding(entered: Entered): Ending {
  const { state } = entered;
  if (state.language === 'JSONata') return jsonataEnding(entered);
  const { Result: literal, Parameters: parameters } = state.json;
  if (literal !== undefined) return jsonPathEnding(entered, known(literal, state.path));
  const input = effectiveInput(entered);
  if (parameters === undefined) return jsonPathEnding(entered, input);
  return jsonPathEnding(entered, templateValue(parameters, entered.scopeWith(input), entered));
}
