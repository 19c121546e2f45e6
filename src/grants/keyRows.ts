import { itemsOf, mayBePresent, type Value } from '../values/domain/value.ts';
import type { Conditions, Resource } from './grant.ts';
import { argument, type CallContext, type GrantRow, type ResourceSpec } from './integration.ts';
import { type KeyArgument, keyArgument } from './keys.ts';

/** Rows for the keys that a call's arguments name. A service uses them on behalf of the caller. */

/** The keys of a call; several rows read them. */
type Keys = (context: CallContext) => readonly KeyArgument[];

/** The keys in these arguments, by their paths: `ResourceConfig.VolumeKmsKeyId`, `EncryptionConfig[].Provider.KeyArn`. */
export function keysIn(...paths: readonly string[]): Keys {
  return (context) => {
    let keys = NO_KEYS;
    for (const path of paths) {
      for (const value of valuesAt(context.arguments, path)) {
        if (mayBePresent(value)) keys = [...keys, keyArgument(value, path, context)];
      }
    }
    return keys;
  };
}

const NO_KEYS: readonly KeyArgument[] = [];

/** All values at a path, in which `[]` stands for the elements of a list. */
function valuesAt(value: Value, path: string): readonly Value[] {
  const [list = '', ...rest] = path.split('[].');
  const found = argumentAt(value, list);
  return rest.length === 0 ? [found] : itemsOf(found).flatMap((item) => valuesAt(item, rest.join('[].')));
}

function argumentAt(value: Value, path: string): Value {
  return argument({ arguments: value }, path);
}

/** What a call needs on its keys. Keys that an alias names have a condition that those with a known ID have not. */
export function keyRows(
  keys: Keys,
  actions: readonly string[],
  conditions?: (context: CallContext) => Conditions,
): readonly GrantRow[] {
  const rows = { purpose: 'encryption', actions } as const;
  const named = { ...rows, resources: [resourcesOf((context) => keys(context).filter((key) => !key.conditions))] };
  const aliased: GrantRow = {
    ...rows,
    resources: [resourcesOf((context) => keys(context).filter((key) => key.conditions))],
    when: (context) => keys(context).some((key) => key.conditions),
    conditions: (context) => ({
      ...conditions?.(context),
      ...anyAlias(keys(context).flatMap((key) => (key.conditions ? [key.conditions] : []))),
    }),
  };
  return [conditions === undefined ? named : { ...named, conditions }, aliased];
}

function resourcesOf(keys: Keys): ResourceSpec {
  return (context) => {
    const found = keys(context);
    return found.length === 0 ? NO_RESOURCES : found.flatMap(({ resources }) => resources);
  };
}

const NO_RESOURCES: readonly Resource[] = [];

/** Holds of keys that have one of the aliases. */
function anyAlias(all: readonly Conditions[]): Conditions {
  const [only = {}] = all;
  if (all.length < 2) return only;
  const aliases = all.flatMap((conditions) => Object.values(conditions).flatMap((keys) => Object.values(keys).flat()));
  return { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': [...new Set(aliases)].toSorted() } };
}
