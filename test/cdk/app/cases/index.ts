import type { Case } from '../case.ts';
import { COMPUTE } from './compute.ts';
import { DATA } from './data.ts';
import { EMR } from './emr.ts';
import { LEARNING } from './learning.ts';
import { MAPS } from './maps.ts';
import { MESSAGING } from './messaging.ts';
import { SDK } from './sdk.ts';

export const CASES: readonly Case[] = [...COMPUTE, ...DATA, ...EMR, ...LEARNING, ...MAPS, ...MESSAGING, ...SDK];
