import type { State } from '../../../asl/workflow.ts';
import { unknownValue } from '../../domain/construct.ts';
import type { Unknown } from '../../domain/possible.ts';

/** No definition says what an API returns. */
export function taskResult({ path }: State): Unknown {
  return unknownValue('the result', { state: path, reason: 'the result of the task' });
}
