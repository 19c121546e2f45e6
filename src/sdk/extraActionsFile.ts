import { type Format, parseAny } from '../asl/parse.ts';
import { type ExtraActions, extraActionsFrom } from './extraActions.ts';

/**
 * Reads a file of extra actions, JSON or YAML: docs/extra-actions.md. Throws DefinitionError for what isn't such a file; its
 * message is one line that names the operation, and says what to do.
 */
export function parseExtraActions(text: string, { format = 'auto' }: { readonly format?: Format } = {}): ExtraActions {
  return extraActionsFrom(parseAny(text, format, 'give operations and the actions that they need') ?? {});
}
