import type { Json } from '../../../asl/json.ts';

/** Longer texts aren't made. */
export const MAX_ASCII_TEXT = 4096;
/** Engines agree on the case, length and encoding of these characters. */
export const ASCII = /^[\x20-\x7e\t\n\r]*$/;

export function isCount(json: Json | undefined): json is number {
  return typeof json === 'number' && Number.isInteger(json);
}
