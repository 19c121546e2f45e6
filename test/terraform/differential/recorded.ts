import { readFileSync } from 'node:fs';
import type { Json } from '../../../src/asl/json.ts';

/** Written by `npm run tofu:check -- --record`. */
export const RECORDED = 'test/terraform/differential/recorded.json';

export interface RecordedExpression {
  readonly expression: string;
  /** Its variables have no value here. */
  readonly open: boolean;
  /** The JSON of its value, or `refused`. */
  readonly tofu: string;
}

export interface Recorded {
  readonly expressions: readonly RecordedExpression[];
  /** Of each folder, the resources' inputs by their addresses. */
  readonly folders: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

export function recordedValues(): Recorded {
  return JSON.parse(readFileSync(RECORDED, 'utf8'));
}
