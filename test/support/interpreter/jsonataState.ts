import { resultOf } from './acting.ts';
import { fail, field, type Json, type JsonObject, textField } from './json.ts';
import { evaluate } from './jsonata.ts';
import { assign, type Entered, jsonataView, type Left, nextOf, rulesOf } from './state.ts';

export async function jsonataState(entered: Entered): Promise<Left> {
  const { state, input } = entered;
  const next = nextOf(state);
  const { Type } = state;
  if (Type !== 'Task' && Type !== 'Parallel' && Type !== 'Map')
    return { output: await leave(entered, state, input, {}), next };
  const given = field(state, 'Arguments');
  const effective = given === undefined ? input : await evaluate(given, jsonataView(entered, {}));
  const result = await resultOf(entered, effective);
  return { output: await leave(entered, state, result, { result }), next };
}

/** Output and Assign see the same values, and neither sees what the other makes. */
export async function leave(
  entered: Entered,
  fields: JsonObject,
  otherwise: Json,
  more: Readonly<Record<string, Json>>,
): Promise<Json> {
  const view = jsonataView(entered, more);
  const Output = field(fields, 'Output');
  const Assign = field(fields, 'Assign');
  const output = Output === undefined ? otherwise : await evaluate(Output, view);
  if (Assign !== undefined) assign(entered, await evaluate(Assign, view));
  return output;
}

export async function chooseByCondition(entered: Entered): Promise<Left> {
  const { state, input } = entered;
  for (const rule of rulesOf(state)) {
    const holding = await evaluate(field(rule, 'Condition') ?? null, jsonataView(entered, {}));
    if (typeof holding !== 'boolean') return fail('States.QueryEvaluationError', 'Condition is neither true nor false');
    if (holding) return { output: await leave(entered, rule, input, {}), next: textField(rule, 'Next') };
  }
  const next = textField(state, 'Default') ?? fail('States.NoChoiceMatched', entered.name);
  return { output: await leave(entered, state, input, {}), next };
}
