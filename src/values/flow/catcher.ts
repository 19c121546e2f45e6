import type { JsonObject } from '../../asl/json.ts';
import { objectOf, unknownValue } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import type { Possible } from '../domain/possible.ts';
import { assignedBy } from './assign.ts';
import { type Ending, placed } from './ending.ts';
import { type Entered, filtered, templateValue } from './entered.ts';

/**
 * What a catcher passes on: the error, placed in the input by ResultPath (JSONPath), or the result of Output (JSONata).
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function caughtEnding(catcher: JsonObject, entered: Entered): Ending {
  const { state, input, scopeWith } = entered;
  const errorOutput = errorOf(state.path);
  if (state.language === 'JSONata') {
    const output = catcher['Output'];
    return {
      output: output === undefined ? errorOutput : templateValue(output, scopeWith(input, { errorOutput }), entered),
      assigned: assignedBy(catcher, input, entered, { errorOutput }),
    };
  }
  const put = placed(catcher, errorOutput, input);
  return {
    // Undocumented: whether OutputPath applies to what a catcher passes on. It may.
    output: join([put, filtered('OutputPath', put, entered)]),
    assigned: assignedBy(catcher, errorOutput, entered),
  };
}

function errorOf(state: string): Possible {
  const cause = { state, reason: 'the error that was caught' };
  const field = (name: string): [string, Possible] => [name, unknownValue(name, cause)];
  return objectOf(new Map([field('Error'), field('Cause')]), unknownValue('the error', cause));
}
