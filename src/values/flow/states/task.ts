import type { State } from '../../../asl/workflow.ts';
import { type Unknown, unknownValue } from '../../domain/possible.ts';

/** What an API returns, no definition says. */
export function taskResult({ path }: State): Unknown {
  return unknownValue('the result', { state: path, reason: 'the result of the task' });
}
