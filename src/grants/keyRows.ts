import { at, itemsOf, mayBePresent, type Value } from '../values/domain/value.ts';
import type { Conditions, Resource } from './grant.ts';
import type { CallContext, GrantRow, ResourceSpec } from './integration.ts';
import { type KeyArgument, keyArgument } from './keys.ts';

/** Rows for the keys that a call's arguments name. A service uses them on behalf of the caller. */

/** The keys of a call; several rows read them. */
type Keys = (context: CallContext) => readonly KeyArgument[];

/** The keys in these arguments, by their paths: `ResourceConfig.VolumeKmsKeyId`, `EncryptionConfig[].Provider.KeyArn`. */
export function keysIn(...paths: readonly string[]): Keys {
  const read = paths.map((path) => ({ path, lists: path.split('[].') }));
  return (context) => {
    let keys: KeyArgument[] | undefined;
    for (const { path, lists } of read) {
      for (const value of valuesAt(context.arguments, lists)) {
        if (mayBePresent(value)) (keys ??= []).push(keyArgument(value, path, context));
      }
    }
    return keys ?? NO_KEYS;
  };
}

const NO_KEYS: readonly KeyArgument[] = [];

/** All values at a path that leads through lists, if it has several parts. */
function valuesAt(value: Value, [list = '', ...rest]: readonly string[]): readonly Value[] {
  const found = at(value, list);
  return rest.length === 0 ? [found] : itemsOf(found).flatMap((item) => valuesAt(item, rest));
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
