import { resultOf } from './acting.ts';
import { holds } from './choices.ts';
import { fail, field, textField } from './json.ts';
import { filtered, template, withResult } from './pathFields.ts';
import { assign, type Entered, type Left, nextOf, rulesOf, viewOf } from './state.ts';

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html */
export async function pathState(entered: Entered): Promise<Left> {
  const { state, run, input } = entered;
  const { random } = run;
  const selected = filtered(field(state, 'InputPath'), viewOf(entered, input));
  const { Type } = state;
  const Parameters = Type === 'Map' ? undefined : field(state, 'Parameters');
  const effective = Parameters === undefined ? selected : template(Parameters, viewOf(entered, selected), random);
  const acts = Type === 'Task' || Type === 'Parallel' || Type === 'Map';
  const raw = acts
    ? await resultOf(entered, effective)
    : ((Type === 'Pass' ? field(state, 'Result') : undefined) ?? effective);
  const view = viewOf(entered, raw);
  const Selector = acts ? field(state, 'ResultSelector') : undefined;
  const result = Selector === undefined ? raw : template(Selector, view, random);
  const combined = Type === 'Wait' || Type === 'Succeed' ? selected : withResult(input, state, result);
  const assigned = template(field(state, 'Assign'), view, random);
  const output = filtered(field(state, 'OutputPath'), viewOf(entered, combined));
  assign(entered, assigned);
  return { output, next: nextOf(state) };
}

export async function chooseByPath(entered: Entered): Promise<Left> {
  const { state, run, input } = entered;
  const effective = filtered(field(state, 'InputPath'), viewOf(entered, input));
  const view = viewOf(entered, effective);
  const rule = rulesOf(state).find((one) => holds(one, view));
  const next = textField(rule ?? {}, 'Next') ?? textField(state, 'Default');
  if (next === undefined) return fail('States.NoChoiceMatched', entered.name);
  const assigned = template(field(rule ?? state, 'Assign'), view, run.random);
  const output = filtered(field(state, 'OutputPath'), view);
  assign(entered, assigned);
  return { output, next };
}
