import { itemsOf, type Value } from '../values/domain/value.ts';
import type { Conditions } from './grant.ts';
import { argument, type CallContext, type GrantRow } from './integration.ts';
import { type KeyArgument, keyArgument } from './keys.ts';

/** Rows for the keys that a call's arguments name. A service uses them on behalf of the caller. */

/** The keys of a call; several rows read them. */
type Keys = (context: CallContext) => readonly KeyArgument[];

/** The keys in these arguments, by their paths: `ResourceConfig.VolumeKmsKeyId`, `EncryptionConfig[].Provider.KeyArn`. */
export function keysIn(...paths: readonly string[]): Keys {
  return (context) =>
    paths.flatMap((path) => valuesAt(context.arguments, path).map((value) => keyArgument(value, path, context)));
}

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
  conditions: (context: CallContext) => Conditions = () => ({}),
): readonly GrantRow[] {
  const rows = { purpose: 'encryption', actions } as const;
  const nonEmpty = (all: Conditions) => (Object.keys(all).length === 0 ? undefined : all);
  return [
    {
      ...rows,
      resources: [(context) => keys(context).flatMap((key) => (key.conditions ? [] : key.resources))],
      conditions: (context) => nonEmpty(conditions(context)),
    },
    {
      ...rows,
      resources: [(context) => keys(context).flatMap((key) => (key.conditions ? key.resources : []))],
      conditions: (context) =>
        nonEmpty({
          ...conditions(context),
          ...anyAlias(keys(context).flatMap((key) => (key.conditions ? [key.conditions] : []))),
        }),
    },
  ];
}

/** Holds of keys that have one of the aliases. */
function anyAlias(all: readonly Conditions[]): Conditions {
  const [only = {}] = all;
  if (all.length < 2) return only;
  const aliases = all.flatMap((conditions) => Object.values(conditions).flatMap((keys) => Object.values(keys).flat()));
  return { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': [...new Set(aliases)].toSorted() } };
}
