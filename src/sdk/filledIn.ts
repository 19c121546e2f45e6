import type { Origin, Resource } from '../grants/grant.ts';
import type { CallContext } from '../grants/integration.ts';
import { isNamed, joinOrigins, knownArn, nameOrigin, namePart } from '../grants/names.ts';
import { partialOf, partialOrigin } from '../grants/partial.ts';
import { type Arn, formatArn, parseArn } from '../iam/arn.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import type { Value } from '../values/domain/value.ts';
import type { Argument } from './arguments.ts';
import type { ArnPattern, Slot } from './pattern.ts';
import { aliased } from './storage.ts';
import { isLike, isOfService } from './wholeArns.ts';

/** The pattern's ARN with the arguments in its slots; a whole ARN among them determines account and Region. */
export function filledIn(pattern: ArnPattern, row: readonly Argument[], { place }: CallContext): Resource {
  const { slots, literals } = pattern;
  const last = slots.length - 1;
  let text = literals[0] ?? '';
  let anyAccount = false;
  let owner: Arn | undefined;
  const origins: Origin[] = [];
  for (const [index, slot] of slots.entries()) {
    const { field, value } = row[index] ?? { field: '', value: { kind: 'absent' } };
    const mayBeArn = slot.holds !== 'name';
    const part = partOf(value, field, slot, literals.slice(0, index + 1));
    const next = afterName(part.text, literals[index + 1] ?? '');
    if (part.accessPoint !== undefined) text = part.accessPoint + next.replace(/^\//, '/object/');
    else if (part.upTo !== undefined) text = part.upTo + next;
    else text += part.text + next;
    // A table's ARN determines the account and Region of its index, a cluster's those of its tasks.
    if (part.owner !== undefined && isOfService(`arn:p:${part.owner.service}:::x`, pattern)) owner = part.owner;
    if (mayBeArn && (part.origin.kind === 'unknown' || part.maybeArn)) anyAccount = true;
    origins.push(index === last && mayBeArn ? nameOrigin(value, field, part.origin) : part.origin);
  }
  const arn = text
    .replace('$p', () => place.partition)
    .replace('$r', () => escapeText(owner?.region ?? place.region))
    .replace('$a', () => (anyAccount ? '*' : escapeText(owner?.account ?? place.account)));
  return { arn, origin: joinOrigins(origins) };
}

/** A name such as `definition:3` (a revision in AWS Batch) or `set:ID` (CloudFormation): nothing may follow it. */
function afterName(name: string, literal: string): string {
  return literal === ':*' && name.replace(/\$\{[^}]*\}/g, '').includes(':') ? '' : literal;
}

/** What an argument contributes to its slot. */
interface Part {
  readonly text: string;
  /** True if only a part is known, which may be part of an ARN. */
  readonly maybeArn?: true;
  readonly origin: Origin;
  /** The ARN of an S3 access point in place of the bucket. */
  readonly accessPoint?: string;
  /** The whole ARN that the name is taken from. */
  readonly owner?: Arn;
  /** Its text, if it includes everything before the name in the pattern. */
  readonly upTo?: string;
}

function partOf(value: Value, field: string, slot: Slot, literals: readonly string[]): Part {
  const before = literals.at(-1) ?? '';
  if (value.kind === 'absent' && slot.optional && slot.absent === undefined) {
    return { text: '*', origin: { kind: 'wildcard', reason: `${field} is not given` } };
  }
  const partial = partialPart(value, field, slot, before);
  if (partial !== undefined) return partial;
  const part = namePart(value, field, slot.absent);
  const arn = literals[0] === 'arn:$p:s3:::' && literals.length > 1 ? undefined : knownArn(value);
  if (arn === undefined && slot.holds === 'arn' && isNamed(part.origin)) {
    return { text: '*', origin: { kind: 'wildcard', reason: `${field} may be a name, which the ARN does not have` } };
  }
  if (arn !== undefined && !isPlaceholder(arn)) return partOfArn(arn, part, literals);
  const alias = before.endsWith(':s3:::') ? aliased(part.text, field) : undefined;
  if (alias) return { text: '', origin: alias.origin, accessPoint: alias.arn };
  if (arn !== undefined) return { text: '*', origin: { kind: 'unknown', field, expression: arn } };
  return { text: withoutPrefix(part.text, before), origin: part.origin };
}

/** The name in a whole ARN; `part` has the ARN as its text. */
function partOfArn(arn: string, part: Part, literals: readonly string[]): Part {
  const parsed = parseArn(arn);
  if (parsed && isAccessPoint(parsed)) {
    return { ...part, accessPoint: part.text };
  }
  const name = { text: escapeText(/[^/:]*$/.exec(arn)?.[0] ?? arn), origin: part.origin };
  if (!parsed) return name;
  const isAbove = parsed.service === literals[0]?.split(':')[2] && isLike(arn, [...literals, '']);
  return { ...name, owner: parsed, ...(isAbove ? { upTo: escapeText(arn) } : {}) };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html */
function isAccessPoint({ service, resource }: Arn): boolean {
  return service.startsWith('s3') && /^(outpost\/[^/]+\/)?accesspoint/.test(resource);
}

/** A partly known name whose known start cannot be a part of what withoutPrefix removes. */
function partialPart(value: Value, field: string, slot: Slot, before: string): Part | undefined {
  const partial = partialOf(value);
  if (value.kind !== 'unknown' || partial === undefined) return undefined;
  const origin = partialOrigin(value, field);
  if (partial.kind === 'arn') {
    return isAccessPoint(partial.arn) ? { text: '', origin, accessPoint: formatArn(partial.arn) } : undefined;
  }
  if (slot.holds === 'arn') return undefined;
  if (partial.kind === 'end') {
    if (partial.end === '') return undefined;
    return { text: `*${partial.end}`, origin, ...(slot.holds === 'name' ? {} : { maybeArn: true }) };
  }
  const head = partial.pattern.slice(0, partial.pattern.indexOf('*'));
  const [start = ''] = /[a-z]+[-/]$/.exec(before) ?? [];
  if (start.startsWith(head) || `/${start}`.startsWith(head)) return undefined;
  return { text: withoutPrefix(partial.pattern, before), origin };
}

/** The folders of Amazon Route 53's IDs and AWS KMS's aliases: arguments include them as well. */
const FOLDERS = /^(hostedzone|change|healthcheck|delegationset|alias)$/;

/**
 * A name that includes a part of the ARN: Amazon Route 53's /hostedzone/Z1, AWS KMS's alias/name, the leading slash of
 * an AWS Systems Manager parameter.
 */
function withoutPrefix(name: string, before: string): string {
  // AWS Organizations: ou/o-*/ou-{OrganizationalUnitId}, and an ID that starts with ou-.
  const start = /[a-z]+-$/.exec(before)?.[0];
  if (start !== undefined) return name.startsWith(start) ? name.slice(start.length) : name;
  const folder = /(\*|[a-z-]+)\/$/.exec(before)?.[1];
  if (folder === undefined) return name;
  const bare = name.replace(/^\//, '');
  if (!FOLDERS.test(folder)) return bare;
  return bare.startsWith(`${folder}/`) ? bare.slice(folder.length + 1) : name;
}
