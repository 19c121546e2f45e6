import { readFileSync } from 'node:fs';

/** Written by `npm run tofu:check -- --record`. */
export const RECORDED = 'test/terraform/differential/recorded.json';

export interface Recorded {
  readonly expression: string;
  /** Its variables have no value here. */
  readonly open: boolean;
  /** The JSON of its value, or `refused`. */
  readonly tofu: string;
}

export function recordedValues(): readonly Recorded[] {
  return JSON.parse(readFileSync(RECORDED, 'utf8'));
}
