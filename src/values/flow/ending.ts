import type { JsonObject } from '../../asl/json.ts';
import { unknownValue } from '../domain/construct.ts';
import type { Possible } from '../domain/possible.ts';
import { putAt } from '../jsonpath/jsonPath.ts';
import { type Assigned, assignedBy } from './assign.ts';
import { type Entered, effectiveInput, filtered, templateValue } from './entered.ts';

/** What a state passes on and what it assigns. */
export interface Ending {
  readonly output: Possible;
  readonly assigned: Assigned;
}

/**
 * What a state ends with if no error is caught. `result` is what its API or its inner workflows return, which is
 * `$states.result`; undefined for a state that has neither.
 */
export function resultEnding(entered: Entered, result: Possible | undefined): Ending {
  if (entered.state.language === 'JSONata') return jsonataEnding(entered, result);
  if (result === undefined) return jsonPathEnding(entered, effectiveInput(entered));
  const selector = entered.state.json['ResultSelector'];
  if (selector === undefined) return jsonPathEnding(entered, result);
  return jsonPathEnding(entered, templateValue(selector, entered.scopeWith(result), entered), result);
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export function jsonataEnding(entered: Entered, result?: Possible): Ending {
  const { state, input, scopeWith } = entered;
  const returned = result === undefined ? undefined : { result };
  const template = state.json['Output'];
  return {
    output: template === undefined ? (result ?? input) : templateValue(template, scopeWith(input, returned), entered),
    assigned: assignedBy(state.json, input, entered, returned),
  };
}

/**
 * `selected` is what ResultPath places: the result after ResultSelector, or the effective input. In Assign, `$` is the
 * result itself; in a Choice or Wait, it is the effective input.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html and
 * https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html (assigning variables in JSONPath)
 */
export function jsonPathEnding(entered: Entered, selected: Possible, result = selected): Ending {
  const { json } = entered.state;
  return {
    output: filtered('OutputPath', placed(json, selected, entered.input), entered),
    assigned: assignedBy(json, result, entered),
  };
}

/**
 * The result, placed by ResultPath in 'the original state machine input': the input before InputPath.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-example.html
 */
export function placed(holder: JsonObject, result: Possible, input: Possible): Possible {
  const path = holder['ResultPath'];
  if (path === undefined || path === '$') return result;
  if (path === null) return input;
  return typeof path === 'string' ? putAt(input, path, result) : unknownValue(`ResultPath ${JSON.stringify(path)}`);
}
