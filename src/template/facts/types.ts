import { own } from '../../own.ts';
import { MESSAGING } from './messaging.ts';
import { ROLES } from './roles.ts';
import type { FactRow } from './row.ts';
import { SERVICES } from './services.ts';
import { STORAGE } from './storage.ts';

const ROWS: Readonly<Record<string, FactRow>> = { ...MESSAGING, ...ROLES, ...SERVICES, ...STORAGE };

/** The row of a resource type; undefined if the template says no facts of it. */
export function factRow(type: string): FactRow | undefined {
  return own(ROWS, type);
}

/** The known types, for whoever checks the table. */
export const FACT_TYPES: readonly string[] = Object.keys(ROWS);
