import type { Transition } from '../../asl/workflow.ts';
import type { Possible } from '../domain/possible.ts';
import { caughtEnding } from './catcher.ts';
import { type Ending, resultEnding } from './ending.ts';
import type { Entered, InnerInput } from './entered.ts';
import { ruleEnding } from './states/choice.ts';
import { itemInput, mapResult } from './states/map.ts';
import { branchInput, parallelResult } from './states/parallel.ts';
import { passEnding } from './states/pass.ts';
import { taskResult } from './states/task.ts';

/** A workflow inside a state; its output is undefined if it never succeeds. */
interface Inner {
  readonly output: Possible | undefined;
}

/** What the workflows inside a Parallel or a Map start with. */
export function innerInput(entered: Entered): InnerInput {
  return entered.state.type === 'Map' ? itemInput(entered) : branchInput(entered);
}

/** What a state ends with unless a rule or a catcher applies; undefined if it never succeeds. */
export function ownEnding(entered: Entered, inner: readonly Inner[]): Ending | undefined {
  const { state } = entered;
  switch (state.type) {
    case 'Task':
      return resultEnding(entered, taskResult(state));
    case 'Parallel': {
      const result = parallelResult(inner.map(({ output }) => output));
      return result === undefined ? undefined : resultEnding(entered, result);
    }
    case 'Map':
      return resultEnding(entered, mapResult(state, inner[0]?.output));
    case 'Pass':
      return passEnding(entered);
    case 'Choice':
    case 'Wait':
    case 'Succeed':
      return resultEnding(entered, undefined);
    case 'Fail':
      return undefined;
  }
}

/** What a state ends with by one of its transitions. `own` is the result of ownEnding. */
export function endingBy(transition: Transition, own: Ending | undefined, entered: Entered): Ending | undefined {
  switch (transition.kind) {
    case 'next':
    case 'default':
      return own;
    case 'choice':
      return own && ruleEnding(transition.json, own, entered);
    case 'catch':
      return caughtEnding(transition.json, entered);
  }
}
