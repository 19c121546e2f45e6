import type { Json } from '../../asl/json.ts';
import type { State } from '../../asl/workflow.ts';
import { known, unknownValue } from '../domain/construct.ts';
import type { Possible } from '../domain/possible.ts';
import type { Evaluator, StateScope } from './expression.ts';
import { jsonataTemplate, jsonPathTemplate } from './template.ts';

/** A state as it is entered: what its expressions can refer to, and their evaluator. */
export interface Entered {
  readonly state: State;
  /** Before InputPath. */
  readonly input: Possible;
  /** What expressions can refer to, with this as their `$`. Made only if there is an expression. */
  readonly scopeWith: (input: Possible, returned?: Returned) => StateScope;
  readonly evaluator: Evaluator;
}

/** What a state's API or its inner workflows have returned. */
export type Returned = Pick<StateScope, 'result' | 'errorOutput'>;

/** What a state passes to its inner workflows. */
export interface InnerInput {
  readonly input: Possible;
  /** One item of a Map. */
  readonly item: Possible | undefined;
}

/** A template in the state's query language. */
export function templateValue(template: Json, scope: StateScope, { state, evaluator }: Entered): Possible {
  return state.language === 'JSONata'
    ? jsonataTemplate(template, scope, evaluator)
    : jsonPathTemplate(template, scope, evaluator);
}

/**
 * A state's input after InputPath: `$` in most of its fields.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
export function effectiveInput(entered: Entered): Possible {
  return entered.state.language === 'JSONata' ? entered.input : filtered('InputPath', entered.input, entered);
}

/** What a path such as InputPath or OutputPath lets through of `input`. */
export function filtered(
  field: 'InputPath' | 'OutputPath' | 'ItemsPath',
  input: Possible,
  { state, scopeWith, evaluator }: Entered,
): Possible {
  const path = state.json[field];
  if (path === undefined) return input;
  if (path === null) return known({}, state.path);
  return typeof path === 'string'
    ? evaluator.path(path, scopeWith(input))
    : unknownValue(`${field} ${JSON.stringify(path)}`);
}
