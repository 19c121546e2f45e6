import type { MachineSettings } from '../calls/machine.ts';
import { own } from '../own.ts';
import type { WrittenSettings } from './machines.ts';
import type { Placeholders } from './placeholder.ts';

/** The settings of a template's state machine for the analysis, with the placeholders that stand for names. */
export function machineSettings(
  { name, type, logging, tracing, kmsKey }: WrittenSettings,
  placeholders: Placeholders = {},
): MachineSettings {
  // The template may give a key's ID or alias instead, from which no resource ARN can be made.
  const kmsKeyArn = kmsKey !== undefined && /^arn:|[Aa]rn\}$/.test(kmsKey) ? kmsKey : undefined;
  const names = Object.keys(placeholders).filter((text) => own(placeholders, text)?.kind === 'name');
  return {
    name,
    ...(names.length === 0 ? {} : { names }),
    ...(type === undefined ? {} : { type }),
    ...(logging ? { logging: true } : {}),
    ...(tracing ? { tracing: true } : {}),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
  };
}
