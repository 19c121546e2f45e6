import type { Json } from '../../../asl/json.ts';

/** Longer texts are not made. */
export const MAX_ASCII_TEXT = 4096;
/** Engines agree on these characters: their case, their length, how they are encoded. */
export const ASCII = /^[\x20-\x7e\t\n\r]*$/;

export function isCount(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isInteger(json);
}
