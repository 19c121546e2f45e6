import type { Possible } from '../domain/possible.ts';
import { caughtExits } from './catchers.ts';
import { type Exit, endingOf, exitsWith } from './ending.ts';
import type { Entered, InnerInput } from './entered.ts';
import { choiceExits } from './states/choice.ts';
import { itemInput, mapResult } from './states/map.ts';
import { branchInput, parallelResult } from './states/parallel.ts';
import { passEnding } from './states/pass.ts';
import { taskResult } from './states/task.ts';

/** What the workflows inside a Parallel or a Map start with. */
export function innerInput(entered: Entered): InnerInput {
  return entered.state.type === 'Map' ? itemInput(entered) : branchInput(entered);
}

/**
 * All the ways out of a state. `outputs` is what the workflows inside it end with, undefined for one that never ends
 * well.
 */
export function exitsOf(entered: Entered, outputs: readonly (Possible | undefined)[]): readonly Exit[] {
  const exits = ownExits(entered, outputs);
  const caught = caughtExits(entered);
  return caught.length === 0 ? exits : [...exits, ...caught];
}

function ownExits(entered: Entered, outputs: readonly (Possible | undefined)[]): readonly Exit[] {
  const { state } = entered;
  switch (state.type) {
    case 'Task':
      return exitsWith(state, endingOf(entered, taskResult(state)));
    case 'Parallel': {
      const result = parallelResult(outputs);
      return result === undefined ? [] : exitsWith(state, endingOf(entered, result));
    }
    case 'Map':
      return exitsWith(state, endingOf(entered, mapResult(state, outputs[0])));
    case 'Pass':
      return exitsWith(state, passEnding(entered));
    case 'Choice':
      return choiceExits(entered);
    case 'Wait':
    case 'Succeed':
      return exitsWith(state, endingOf(entered, undefined));
    case 'Fail':
      return [];
  }
}
