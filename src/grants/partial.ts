import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { covers, hasWildcard, overlaps } from '../iam/pattern.ts';
import { escapeText } from '../iam/text.ts';
import type { TextPart } from '../values/domain/possible.ts';
import type { UnknownValue, Value } from '../values/domain/value.ts';
import type { Origin } from './grant.ts';
import { type NamePart, namePart } from './names.ts';

/** Partly known texts as IAM patterns: a hole becomes `*`. */

/** Like namePart, but keeps the known parts of a partly known text. */
export function patternPart(value: Value, field: string, absent?: string): NamePart {
  const pattern = patternOf(value);
  return pattern === undefined || value.kind !== 'unknown'
    ? namePart(value, field, absent)
    : { text: pattern, origin: partialOrigin(value, field) };
}

/** The pattern of a partly known text; undefined for any other value. */
export function patternOf(value: Value): string | undefined {
  const parts = partsOf(value);
  return parts?.map((part) => (typeof part === 'string' ? escapeText(part) : '*')).join('');
}

function partsOf(value: Value): readonly TextPart[] | undefined {
  return value.kind === 'unknown' ? value.parts : undefined;
}

export function partialOrigin({ expression, parts = [] }: UnknownValue, field: string): Origin {
  const holes = parts.filter((part) => typeof part !== 'string');
  const unknown = [...new Set(holes.map((hole) => hole.expression))].join(', ');
  const cause = holes.find((hole) => hole.cause !== undefined)?.cause;
  return { kind: 'pattern', field, expression, unknown, ...(cause === undefined ? {} : { cause }) };
}

/**
 * What a partly known text says, if it may be a resource's name or its ARN:
 *
 * - `arn`: the text is an ARN, of a known service;
 * - `name`: the text is a name that matches this pattern;
 * - `end`: either of them; its end is known, but may be empty.
 */
export type KnownPart =
  | { readonly kind: 'arn'; readonly arn: Arn }
  | { readonly kind: 'name'; readonly pattern: string }
  | { readonly kind: 'end'; readonly end: string };

/**
 * Undefined for any other value, and for an ARN with a hole in its partition or service: the hole would cross what
 * keeps resource types apart, and the pattern would narrow nothing.
 */
export function partialOf(value: Value): KnownPart | undefined {
  const parts = partsOf(value);
  const pattern = patternOf(value);
  const [first] = parts ?? [];
  if (parts === undefined || pattern === undefined) return undefined;
  const head = typeof first === 'string' ? first : '';
  if (head.startsWith('arn:')) {
    const arn = parseArn(pattern);
    return arn === undefined || /\*/.test(arn.partition + arn.service) ? undefined : { kind: 'arn', arn };
  }
  // A text that starts with a placeholder can also be an ARN.
  if (!'arn:'.startsWith(head) && !head.startsWith('${')) return { kind: 'name', pattern };
  return { kind: 'end', end: endOf(parts) };
}

/** The known end of a text, as far as it must be the end of a name. */
function endOf(parts: readonly TextPart[]): string {
  const last = parts.at(-1);
  return typeof last === 'string' && !/[:/]/.test(last) && parts.length > 1 ? escapeText(last) : '';
}

/**
 * An ARN's pattern, narrowed to the resources whose names start with `prefix`, such as `table/`, which may have
 * wildcards for other names in it. Undefined if it matches none of them.
 */
export function withinType(arn: Arn, service: string, prefix: string): string | undefined {
  if (arn.service !== service) return undefined;
  const { resource } = arn;
  if (resource.startsWith(prefix)) return formatArn(arn);
  if (hasWildcard(prefix)) {
    const all = `${prefix}*`;
    if (covers(all, resource)) return formatArn(arn);
    return overlaps(all, resource) ? formatArn({ ...arn, resource: all }) : undefined;
  }
  const hole = resource.indexOf('*');
  if (hole < 0 || !prefix.startsWith(resource.slice(0, hole))) return undefined;
  const rest = resource.slice(hole + 1);
  // The hole may end within the prefix, so what follows counts only if it cannot be a part of the prefix.
  const mayOverlap = [...prefix].some((_, index) => {
    const end = prefix.slice(index);
    return rest.startsWith(end) || end.startsWith(rest);
  });
  return formatArn({ ...arn, resource: `${prefix}*${mayOverlap ? '' : rest}` });
}
