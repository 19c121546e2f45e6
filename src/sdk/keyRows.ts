import type { Conditions } from '../grants/grant.ts';
import type { CallContext, GrantRow } from '../grants/integration.ts';
import type { KeyArgument } from '../grants/keys.ts';
import { patternOf } from '../grants/partial.ts';
import type { Place } from '../iam/arn.ts';
import { knownText } from '../values/domain/value.ts';
import type { Argument } from './arguments.ts';
import { calledKey, keyFields, usedKey } from './keys.ts';
import type { ArnPattern, ResourcePattern } from './pattern.ts';
import { argumentRows } from './resources.ts';
import { conditionsOf, type Restriction } from './restriction.ts';

/** The keys that a row's pattern names in a call. */
type KeySpec = (context: CallContext) => readonly KeyArgument[];

/**
 * The rows for actions of AWS KMS on keys: one for the keys with a known ARN, one for those with a known alias, since
 * what holds of these doesn't hold of the others. Nothing for patterns that name other resources.
 */
export function sdkKeyRows(
  base: Omit<GrantRow, 'resources'>,
  patterns: readonly ResourcePattern[],
  restrictions: readonly Restriction[],
): readonly GrantRow[] {
  const specs = patterns.flatMap((pattern) => keySpec(pattern, base.actions[0] ?? '') ?? []);
  if (specs.length === 0) return [];
  const keysOf = (context: CallContext) => specs.flatMap((spec) => spec(context));
  const named: GrantRow = {
    ...base,
    resources: [(context) => keysOf(context).flatMap((key) => (key.conditions ? [] : key.resources))],
  };
  return [
    restrictions.length === 0 ? named : { ...named, conditions: ({ place }) => conditionsOf(restrictions, place) },
    {
      ...base,
      resources: [(context) => keysOf(context).flatMap((key) => (key.conditions ? key.resources : []))],
      conditions: (context) =>
        joined(
          conditionsOf(restrictions, context.place),
          anyOf(keysOf(context).flatMap(({ conditions }) => (conditions === undefined ? [] : [conditions]))),
        ),
    },
  ];
}

/** True for a pattern of keys of AWS KMS. */
export function namesKey(pattern: ResourcePattern): boolean {
  return keySpec(pattern, '') !== undefined;
}

function keySpec(pattern: ResourcePattern, action: string): KeySpec | undefined {
  if (pattern.kind === 'arn') return isKeyPattern(pattern) ? (context) => keysIn(pattern, context) : undefined;
  switch (pattern.rule) {
    case 'key':
      return (context) => keyFields(context).map((field) => calledKey(field, context, action));
    case 'sourceKey':
      return (context) => [calledKey('SourceKeyId', context, action)];
    case 'destinationKey':
      return (context) => [calledKey('DestinationKeyId', context, action)];
    default:
      return undefined;
  }
}

/** `arn:$p:kms:$r:$a:key/{@KeyId}`, or with an argument for the Region. */
function isKeyPattern({ literals: [start = ''], slots }: ArnPattern): boolean {
  return (start === 'arn:$p:kms:$r:$a:key/' && slots.length === 1) || (start === 'arn:$p:kms:' && slots.length === 2);
}

function keysIn(pattern: ArnPattern, context: CallContext): readonly KeyArgument[] {
  return argumentRows(pattern, context).flatMap((row) => {
    const key = row.at(-1);
    if (key === undefined) return [];
    const place = row.length === 1 ? context.place : inRegion(row[0], context.place);
    return [usedKey(key.value, key.field, { facts: context.facts, place })];
  });
}

function inRegion(region: Argument | undefined, place: Place): Place {
  if (region === undefined || region.value.kind === 'absent') return place;
  return { ...place, region: knownText(region.value) ?? patternOf(region.value) ?? '*' };
}

/** Holds where any of these conditions on keys' aliases holds. */
function anyOf(all: readonly Conditions[]): Conditions {
  const operators = all.flatMap((conditions) => Object.entries(conditions));
  const values = new Map<string, Set<string>>();
  for (const [, tests] of operators) {
    for (const [key, texts] of Object.entries(tests)) {
      const known = values.get(key) ?? new Set();
      for (const text of texts) known.add(text);
      values.set(key, known);
    }
  }
  const operator = operators.find(([name]) => name.endsWith('StringLike'))?.[0] ?? operators[0]?.[0];
  if (operator === undefined) return {};
  return { [operator]: Object.fromEntries([...values].map(([key, texts]) => [key, [...texts]])) };
}

/** Holds where both hold, which are about different condition keys. */
function joined(one: Conditions, other: Conditions): Conditions {
  const both = new Map(Object.entries(one));
  for (const [operator, tests] of Object.entries(other)) both.set(operator, { ...both.get(operator), ...tests });
  return Object.fromEntries(both);
}
