import type { ExtraActions } from '../../sdk/extraActions.ts';
import { parseExtraActions } from '../../sdk/extraActionsFile.ts';
import { Failure } from '../failure.ts';
import { sourceOf } from './inputFile.ts';
import { displayName, formatOf, located, readText } from './read.ts';

/** What the command line's files say that operations need. Throws Failure where two of them say it of one operation. */
export function extraActionsOn(command: string, files: readonly string[]): ExtraActions {
  const places = new Map<string, string>();
  let all: ExtraActions = {};
  for (const file of files) {
    const actions = actionsIn(file);
    for (const operation of Object.keys(actions)) {
      const other = places.get(operation);
      if (other !== undefined) {
        throw new Failure(
          `${command}: ${operation} is in ${displayName(other)} and in ${displayName(file)}; keep one, with all that it needs`,
        );
      }
      places.set(operation, file);
    }
    all = { ...all, ...actions };
  }
  return all;
}

function actionsIn(file: string): ExtraActions {
  try {
    const text = file.startsWith('git:') ? sourceOf(file).text() : readText(file, 'a file of extra actions');
    return parseExtraActions(text, { format: formatOf(file) });
  } catch (error) {
    throw located(error, file);
  }
}
