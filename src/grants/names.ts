import type { Fact } from '../facts/facts.ts';
import { escapeText, isArnPlaceholder, isPlaceholder } from '../iam/text.ts';
import { knownText, type UnknownValue, type Value } from '../values/domain/value.ts';
import type { Origin } from './grant.ts';

/** The parts of the names in ARNs: what a value contributes, and where it comes from. */
export interface NamePart {
  readonly text: string;
  readonly origin: Origin;
}

/**
 * A value as part of a resource's name: escaped if it is known, `*` if it is known only at run time. `absent` is the
 * default for a missing field, such as the default event bus.
 */
export function namePart(value: Value, field: string, absent?: string): NamePart {
  switch (value.kind) {
    case 'known':
      return { text: escapeText(String(value.json)), origin: knownOrigin(value, field) };
    case 'unknown':
      return { text: '*', origin: unknownOrigin(value, field) };
    case 'absent':
      if (absent !== undefined) return { text: absent, origin: { kind: 'fixed' } };
      return { text: '*', origin: { kind: 'missing', field } };
    case 'object':
    case 'array':
      return { text: '*', origin: { kind: 'unknown', field, expression: `${field} is no plain text` } };
  }
}

/** Where a known value comes from. */
export function knownOrigin(value: Value, field: string): Origin {
  if (value.kind !== 'known' || value.expression === undefined || value.setBy === undefined) {
    return { kind: 'literal', field };
  }
  return { kind: 'resolved', field, expression: value.expression, setBy: value.setBy };
}

function unknownOrigin({ expression, cause }: UnknownValue, field: string): Origin {
  return cause === undefined ? { kind: 'unknown', field, expression } : { kind: 'unknown', field, expression, cause };
}

/** The origin of what a fact names. */
export function originOf({ name: fact, resource: of, source, place }: Fact): Extract<Origin, { kind: 'fact' }> {
  return { kind: 'fact', fact, of, source, place };
}

/** True if a value of the definition gives the whole name. */
export function isNamed(origin: Origin): origin is Extract<Origin, { readonly kind: 'literal' | 'resolved' }> {
  return origin.kind === 'literal' || origin.kind === 'resolved';
}

/** The most informative of a resource's origins: what keeps it a wildcard, otherwise what names it. */
const WEIGHT: Readonly<Record<Origin['kind'], number>> = {
  unknown: 8,
  missing: 7,
  pattern: 6,
  unnamedMachine: 5,
  wildcard: 4,
  assumedName: 3,
  fact: 2,
  resolved: 2,
  literal: 1,
  fixed: 0,
};

/** The origin of a resource made of several parts. */
export function joinOrigins(origins: readonly Origin[]): Origin {
  let joined: Origin = { kind: 'fixed' };
  for (const origin of origins) if (WEIGHT[origin.kind] > WEIGHT[joined.kind]) joined = origin;
  return joined;
}

/** A value that is certainly an ARN, because of its text or because it is a placeholder for one or named like one. */
export function knownArn(value: Value, arns: readonly string[] = []): string | undefined {
  if (value.kind !== 'known' || typeof value.json !== 'string') return undefined;
  const { json } = value;
  return json.startsWith('arn:') || isArnPlaceholder(json) || arns.includes(json) ? json : undefined;
}

/** The origin of a name that could also be an ARN: a placeholder doesn't show which. */
export function nameOrigin(value: Value, field: string, origin: Origin): Origin {
  const text = knownText(value);
  return text !== undefined && isPlaceholder(text) ? { kind: 'assumedName', field, placeholder: text } : origin;
}
