import { own } from '../../own.ts';
import { MESSAGING_FACTS } from './messaging.ts';
import { ROLE_FACTS } from './roles.ts';
import type { FactRow } from './row.ts';
import { SERVICE_FACTS } from './services.ts';
import { STORAGE_FACTS } from './storage.ts';

const ROWS: Readonly<Record<string, FactRow>> = {
  ...MESSAGING_FACTS,
  ...ROLE_FACTS,
  ...SERVICE_FACTS,
  ...STORAGE_FACTS,
};

/** The row of a resource type; undefined if the template says no facts of it. */
export function factRow(type: string): FactRow | undefined {
  return own(ROWS, type);
}

/** The known types, for whoever checks the table. */
export const FACT_TYPES: readonly string[] = Object.keys(ROWS);
