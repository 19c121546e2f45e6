/** schemas/extra-actions.schema.json; `npm run generated` writes it. */
import { extraActionsSchema } from '../src/sdk/extraSchema.ts';

export function extraActionsSchemaText(): string {
  return `${JSON.stringify(extraActionsSchema(), null, 2)}\n`;
}
