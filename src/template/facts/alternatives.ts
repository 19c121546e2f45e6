import { isArray, isObject, type Json } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { Resolver } from '../intrinsics.ts';

/** The values that a property may have, where only the deployment decides a condition. */

/** Conditions whose values are assumed, by name. */
export type Truths = ReadonlyMap<string, boolean>;

export interface Alternative {
  /** Undefined for `AWS::NoValue`. */
  readonly value: Json | undefined;
  readonly truths: Truths;
}

/** More conditions in one property than anyone reads. */
const MAX_CONDITIONS = 4;

/**
 * The resolved value for each combination of the conditions that are known only at deployment. Undefined if there are
 * too many of them. `assumed` holds in all of them.
 */
export function alternativesOf(json: Json, resolver: Resolver, assumed: Truths): readonly Alternative[] | undefined {
  const open = new Set<string>();
  openConditions(json, (name) => !assumed.has(name) && resolver.condition(name) === undefined, open);
  if (open.size > MAX_CONDITIONS) return undefined;
  let combinations: readonly Truths[] = [assumed];
  for (const name of open) {
    combinations = combinations.flatMap((truths) => [true, false].map((is) => new Map([...truths, [name, is]])));
  }
  return combinations.map((truths) => ({ value: resolver.resolve(decided(json, truths)), truths }));
}

function openConditions(json: Json, isOpen: (name: string) => boolean, open: Set<string>): void {
  if (typeof json !== 'object' || json === null) return;
  const name = isObject(json) ? conditionOf(json) : undefined;
  if (name !== undefined && isOpen(name)) open.add(name);
  for (const item of Object.values(json)) openConditions(item, isOpen, open);
}

/** The value with the alternatives chosen that these truths decide. */
function decided(json: Json, truths: Truths): Json {
  if (isArray(json)) return json.map((item) => decided(item, truths));
  if (!isObject(json)) return json;
  const is = truths.get(conditionOf(json) ?? '');
  const branches = own(json, 'Fn::If');
  if (is !== undefined && isArray(branches)) return decided(branches[is ? 1 : 2] ?? '', truths);
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, decided(item, truths)]));
}

function conditionOf(json: Json): string | undefined {
  const branches = isObject(json) && Object.keys(json).length === 1 ? own(json, 'Fn::If') : undefined;
  const name = isArray(branches) ? branches[0] : undefined;
  return typeof name === 'string' ? name : undefined;
}
