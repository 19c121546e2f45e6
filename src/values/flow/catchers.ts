import type { JsonObject } from '../../asl/json.ts';
import { join, objectOf, type Possible, unknownValue } from '../domain/possible.ts';
import { assignedBy } from './assign.ts';
import { type Ending, type Exit, placed } from './ending.ts';
import { type Entered, filtered, templateValue, withInput } from './entered.ts';

/**
 * Where a failure is caught, the output is the error, put into the input by ResultPath (JSONPath) or made by Output.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function caughtExits(entered: Entered): readonly Exit[] {
  const { state } = entered;
  const exits: Exit[] = [];
  let error: Possible | undefined;
  for (const { kind, to, json } of state.transitions) {
    if (kind !== 'catch' || to === undefined) continue;
    error ??= errorOf(state.path);
    exits.push({ to, ...caughtBy(json, error, entered) });
  }
  return exits;
}

function errorOf(state: string): Possible {
  const cause = { state, reason: 'the error that was caught' };
  const field = (name: string): [string, Possible] => [name, unknownValue(name, cause)];
  return objectOf(new Map([field('Error'), field('Cause')]), unknownValue('the error', cause));
}

function caughtBy(catcher: JsonObject, error: Possible, entered: Entered): Ending {
  const { state, scope } = entered;
  if (state.language === 'JSONata') {
    const catching = { ...scope, errorOutput: error };
    const output = catcher['Output'];
    return {
      output: output === undefined ? error : templateValue(output, catching, entered),
      assigned: assignedBy(catcher, catching, entered),
    };
  }
  const put = placed(catcher, error, scope.input);
  return {
    // Whether OutputPath counts for what a catcher passes on is not documented: it may.
    output: join([put, filtered('OutputPath', put, entered)]),
    assigned: assignedBy(catcher, withInput(scope, error), entered),
  };
}
