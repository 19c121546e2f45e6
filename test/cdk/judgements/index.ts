import type { Judgement } from '../../../scripts/differences/judge.ts';
import { MISSING } from './missing.ts';
import { NOT_CERTAIN } from './notCertain.ts';
import { TOO_MUCH } from './tooMuch.ts';

/** What a person says of each difference between the CDK's roles and what is needed. */
export const JUDGEMENTS: readonly Judgement[] = [...MISSING, ...NOT_CERTAIN, ...TOO_MUCH];
