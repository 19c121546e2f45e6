import type { JsonObject } from '../../asl/json.ts';
import type { State } from '../../asl/workflow.ts';
import { type Possible, unknownValue } from '../domain/possible.ts';
import { putAt } from '../jsonpath/jsonPath.ts';
import { type Assigned, assignedBy } from './assign.ts';
import { type Entered, effectiveInput, filtered, templateValue, withInput } from './entered.ts';

/** What a state passes on and what it assigns. */
export interface Ending {
  readonly output: Possible;
  readonly assigned: Assigned;
}

/** Where a state goes, with what. */
export interface Exit extends Ending {
  /** The next state; undefined where the workflow ends. */
  readonly to: State | undefined;
}

/** The ways that a state takes by itself, each with the same data. */
export function exitsWith({ transitions, ends }: State, { output, assigned }: Ending): readonly Exit[] {
  const exits: Exit[] = [];
  for (const { kind, to } of transitions) {
    if (to !== undefined && (kind === 'next' || kind === 'default')) exits.push({ to, output, assigned });
  }
  if (ends) exits.push({ to: undefined, output, assigned });
  return exits;
}

/**
 * What a state ends with, where no error is caught. `result` is what its API or the workflows inside it return:
 * `$states.result`; undefined for a state that has neither.
 */
export function endingOf(entered: Entered, result: Possible | undefined): Ending {
  if (entered.state.language === 'JSONata') return jsonataEnding(entered, result);
  if (result === undefined) return jsonPathEnding(entered, effectiveInput(entered));
  const selector = entered.state.json['ResultSelector'];
  if (selector === undefined) return jsonPathEnding(entered, result);
  return jsonPathEnding(entered, templateValue(selector, withInput(entered.scope, result), entered), result);
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export function jsonataEnding(entered: Entered, result?: Possible): Ending {
  const { json } = entered.state;
  const scope = result === undefined ? entered.scope : { ...entered.scope, result };
  const template = json['Output'];
  return {
    output: template === undefined ? (result ?? scope.input) : templateValue(template, scope, entered),
    assigned: assignedBy(json, scope, entered),
  };
}

/**
 * `selected` is what ResultPath places: the result after ResultSelector, or the effective input. `$` in Assign is the
 * result itself, in a Choice and a Wait the effective input.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html and
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html (assigning variables in JSONPath)
 */
export function jsonPathEnding(entered: Entered, selected: Possible, result = selected): Ending {
  const { json } = entered.state;
  const { scope } = entered;
  return {
    output: filtered('OutputPath', placed(json, selected, scope.input), entered),
    assigned: assignedBy(json, withInput(scope, result), entered),
  };
}

/**
 * The result put by ResultPath into 'the original state machine input': the one before InputPath.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-example.html
 */
export function placed(holder: JsonObject, result: Possible, input: Possible): Possible {
  const path = holder['ResultPath'];
  if (path === undefined || path === '$') return result;
  if (path === null) return input;
  return typeof path === 'string' ? putAt(input, path, result) : unknownValue(`ResultPath ${JSON.stringify(path)}`);
}
