import type { Origin, Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { isNamed, joinOrigins, knownArn, knownOrigin, nameOrigin, namePart } from '../grants/names.ts';
import { partialOf, partialOrigin, withinType } from '../grants/partial.ts';
import { type Arn, parseArn } from '../iam/arn.ts';
import { covers } from '../iam/pattern.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import { unqualified } from '../integrations/stepfunctions.ts';
import { own } from '../own.ts';
import { ABSENT } from '../values/domain/possible.ts';
import type { Value } from '../values/domain/value.ts';
import { elements, type Located, splitList, valueAt, valuesAt } from './arguments.ts';
import { keyOf } from './keys.ts';
import { NAMED } from './named.ts';
import { aliased } from './storage.ts';

/**
 * A resource as the tables write it: `arn:$p:scheduler:$r:$a:schedule/{GroupName=default}/{Name}`.
 *
 * - `$p`, `$r`, `$a`: the partition, region and account of the state machine;
 * - `{Name}`: an argument, `{Target.Arn}` a nested one, `{InstanceIds[]}` one resource for each element;
 * - `{@TableName}`: an argument that may hold the resource's whole ARN instead;
 * - `{!Application}`: one that tells the resource only as an ARN, because a name is not what the ARN has;
 * - `{Id|Arn}`: the first of them that is given; `{Name?}`: the call may leave it out; `{Name=default}`: what then counts;
 * - a `?` before the pattern: a resource only where one of its arguments is given;
 * - `=queue`: a rule of named.ts, where a pattern cannot say it.
 */
interface Pattern {
  readonly optional: boolean;
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
}

/** The start of a pattern of keys, of AWS KMS or AWS Payment Cryptography: an alias is no key. */
const KEY = /^arn:\$p:([a-z-]+):\$r:\$a:key\/$/;

const OBJECT = 'arn:$p:s3:::';

interface Slot {
  readonly paths: readonly string[];
  readonly arn: boolean;
  readonly arnOnly: boolean;
  readonly optional: boolean;
  readonly absent: string | undefined;
}

export function parsePattern(text: string): Pattern {
  const optional = text.startsWith('?');
  const pieces = (optional ? text.slice(1) : text).split(/\{((?:[^{}]|\{\})+)\}/);
  return {
    optional,
    literals: pieces.filter((_, index) => index % 2 === 0),
    slots: pieces.filter((_, index) => index % 2 === 1).map(parseSlot),
  };
}

function parseSlot(text: string): Slot {
  const [, arn = '', paths = '', optional, absent] = /^([@!]?)([^?=]+)(\??)(?:=(.*))?$/.exec(text) ?? [];
  return { arn: arn !== '', arnOnly: arn === '!', paths: paths.split('|'), optional: optional === '?', absent };
}

/** Names the resources of a row's patterns for one call; `*` where each of them is optional and none is given. */
export function resourcesOf(texts: readonly string[]): ResourceSpec {
  const patterns = texts.filter((text) => !text.startsWith('=')).map(parsePattern);
  const named = texts.flatMap((text) => (text.startsWith('=') ? [own(NAMED, text.slice(1)) ?? unknownName(text)] : []));
  return (context) => {
    const filled = patterns.map((pattern) => ({ pattern, resources: fill(pattern, context) }));
    const own = filled.map(({ pattern, resources }) => resources.filter(({ arn }) => isOfService(arn, pattern)));
    const resources = [
      // An ARN of another service is no resource of the action, such as the stream that a log group is subscribed to.
      ...(own.some((some) => some.length > 0) ? own : filled.map((all) => all.resources)).flat(),
      ...named.flatMap((spec) => spec(context)),
    ];
    if (resources.length > 0 || patterns.length === 0) return resources;
    const fields = patterns.flatMap(({ slots }) => slots.flatMap(({ paths }) => paths));
    return [{ arn: '*', origin: { kind: 'wildcard', reason: `none of ${[...new Set(fields)].join(', ')} is given` } }];
  };
}

/** True where the pattern's ARNs are of the ARN's service. S3's access points have several. */
function isOfService(arn: string, { literals: [start = ''] }: Pattern): boolean {
  const [wanted, given] = [start.split(':')[2], parseArn(arn)?.service];
  if (wanted === undefined || wanted === '' || given === undefined || given.includes('$')) return true;
  return given === wanted || wanted.includes('*') || (wanted === 's3' && given.startsWith('s3'));
}

function unknownName(text: string): never {
  throw new Error(`${text} names no rule of src/sdk/named.ts`);
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html */
const STATE_MACHINE = 'arn:$p:states:$r:$a:stateMachine:';

/** An argument of a slot: the field as a person knows it, and its value. */
interface Given {
  readonly field: string;
  readonly value: Value;
}

/** An argument on its way down a path. */
type Candidate = Located & { readonly field: string };

function fill(pattern: Pattern, context: CallContext): readonly Resource[] {
  const root = context.call.arguments;
  const candidates = pattern.slots.map(({ paths }): readonly Candidate[] => {
    const given = paths.filter((path) => valuesAt(root, path).some((value) => value.kind !== 'absent'));
    if (given.length > 0) return given.map((path) => ({ field: path, value: root, path }));
    return [{ field: paths.join(' or '), value: ABSENT, path: '' }];
  });
  if (pattern.optional && candidates.every((choice) => choice.every(({ value }) => value === ABSENT))) return [];
  const rows = product(candidates).flatMap(expand);
  // An element that names nothing, such as the Put of a transaction where Deletes are counted, is no wildcard's reason.
  const named = rows.filter((given) => given.some(({ value }) => value.kind !== 'absent'));
  const found = (named.length > 0 ? named : rows.slice(0, 1)).flatMap((given) => resources(pattern, given, context));
  return pattern.literals[0] === STATE_MACHINE ? found.map(unqualified) : found;
}

function product(choices: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  return choices.reduce<readonly (readonly Candidate[])[]>(
    (rows, choice) => rows.flatMap((row) => choice.map((candidate) => [...row, candidate])),
    [[]],
  );
}

/** One row for each element of each list that the paths walk; slots below the same list share the element. */
function expand(row: readonly Candidate[]): readonly (readonly Given[])[] {
  const listed = row.find(({ path }) => splitList(path)[1] !== undefined);
  if (listed === undefined) return [row.map((candidate) => ({ field: candidate.field, value: valueAt(candidate) }))];
  const [head] = splitList(listed.path);
  return elements(valueAt({ value: listed.value, path: head })).flatMap((element) =>
    expand(
      row.map((candidate) => {
        const [other, rest] = splitList(candidate.path);
        if (rest === undefined || other !== head || candidate.value !== listed.value) return candidate;
        return { field: candidate.field, value: element, path: rest };
      }),
    ),
  );
}

function resources(pattern: Pattern, given: readonly Given[], context: CallContext): readonly Resource[] {
  const { slots, literals } = pattern;
  // Any text can be an object's key, also one that looks like an ARN.
  const whole = literals[0] === OBJECT && slots.length > 1 ? undefined : given.at(-1);
  const keys = KEY.exec(literals[0] ?? '')?.[1];
  if (whole !== undefined && whole.value.kind !== 'absent' && keys !== undefined) {
    return [keyOf(whole.value, whole.field, context, keys)];
  }
  const partial = whole === undefined ? undefined : partialArns(pattern, whole);
  if (partial !== undefined) return partial;
  const arn = whole === undefined ? undefined : knownArn(whole.value);
  const arns = arn === undefined ? undefined : wholeArns(pattern, arn, slots.at(-1)?.arn === true);
  if (whole === undefined || arns === undefined) return [filled(pattern, given, context)];
  return arns.map((text) => ({ arn: text, origin: knownOrigin(whole.value, whole.field) }));
}

/**
 * A whole ARN in the place of the last name, with what IAM expects after it: `:*` after a log group's, six characters
 * after a secret's. Nothing follows an ARN that has it already, such as a stack's with the stack's ID. Undefined where
 * the ARN is another resource's, of which the pattern wants the name: a service's, where its task sets are meant.
 */
function wholeArns({ literals }: Pattern, arn: string, ofType: boolean): readonly string[] | undefined {
  const suffix = literals.at(-1) ?? '';
  const text = escapeText(arn);
  if (suffix === '') return [text];
  // Nothing tells what a placeholder's ARN ends in.
  if (isPlaceholder(arn)) return suffix === '-??????' ? [text] : [text, text + suffix];
  if (isLike(arn, literals)) return [text];
  if (ofType || isLike(arn, [...literals.slice(0, -1), ''])) return [withSuffix(text, suffix)];
  return undefined;
}

/** An ARN in the place of the last name of which parts are known, if those tell that it is one of the pattern's. */
function partialArns({ literals, slots }: Pattern, { field, value }: Given): readonly Resource[] | undefined {
  const partial = slots.at(-1)?.arn === true ? partialOf(value) : undefined;
  if (partial?.kind !== 'arn' || value.kind !== 'unknown') return undefined;
  const [, , service = '', , , ...type] = (literals[0] ?? '').split(':');
  const arn = withinType(partial.arn, service, type.join(':'));
  if (arn === undefined) return undefined;
  const suffix = literals.at(-1) ?? '';
  const arns = suffix === '' || arn.endsWith('*') ? [arn] : [arn, arn + suffix];
  return arns.map((text) => ({ arn: text, origin: partialOrigin(value, field) }));
}

/** True where the ARN's resource can be one of the pattern's. */
function isLike(arn: string, literals: readonly string[]): boolean {
  const resource = parseArn(arn)?.resource;
  const shape = literals.join('\0').split(':').slice(5).join(':');
  // A name has one character at least.
  return resource !== undefined && covers(shape.replaceAll('\0', '?*'), escapeText(resource));
}

function filled(pattern: Pattern, given: readonly Given[], { place }: CallContext): Resource {
  const { slots, literals } = pattern;
  const last = slots.length - 1;
  let text = literals[0] ?? '';
  let anyAccount = false;
  let owner: Arn | undefined;
  const origins: Origin[] = [];
  for (const [index, slot] of slots.entries()) {
    const { field, value } = given[index] ?? { field: '', value: { kind: 'absent' } };
    const part = partOf(value, field, slot, literals.slice(0, index + 1));
    const next = afterName(part.text, literals[index + 1] ?? '');
    if (part.accessPoint !== undefined) text = part.accessPoint + next.replace(/^\//, '/object/');
    else if (part.upTo !== undefined) text = part.upTo + next;
    else text += part.text + next;
    // A table's ARN says where its index is, a cluster's where its tasks are.
    if (part.owner !== undefined && isOfService(`arn:p:${part.owner.service}:::x`, pattern)) owner = part.owner;
    if (slot.arn && (part.origin.kind === 'unknown' || part.maybeArn)) anyAccount = true;
    origins.push(index === last && slot.arn ? nameOrigin(value, field, part.origin) : part.origin);
  }
  const arn = text
    .replace('$p', () => place.partition)
    .replace('$r', () => escapeText(owner?.region ?? place.region))
    .replace('$a', () => (anyAccount ? '*' : escapeText(owner?.account ?? place.account)));
  return { arn, origin: joinOrigins(origins) };
}

/** A name such as `definition:3`, a revision of AWS Batch, or `set:ID`, of CloudFormation: nothing else follows it. */
function afterName(name: string, literal: string): string {
  return literal === ':*' && name.replace(/\$\{[^}]*\}/g, '').includes(':') ? '' : literal;
}

interface Part {
  readonly text: string;
  /** True where only a part is known, which may be an ARN's. */
  readonly maybeArn?: true;
  readonly origin: Origin;
  /** The ARN of an S3 access point that stands for the bucket. */
  readonly accessPoint?: string;
  /** The whole ARN that the name is taken from. */
  readonly owner?: Arn;
  /** Its text, where it has all that stands before the name in the pattern as well. */
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
  const arn = literals[0] === OBJECT && literals.length > 1 ? undefined : knownArn(value);
  if (arn === undefined && slot.arnOnly && isNamed(part.origin)) {
    return { text: '*', origin: { kind: 'wildcard', reason: `${field} may be a name, which the ARN does not have` } };
  }
  if (arn !== undefined && !isPlaceholder(arn)) {
    const parsed = parseArn(arn);
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
    if (parsed?.service.startsWith('s3') && /^(outpost\/[^/]+\/)?accesspoint/.test(parsed.resource)) {
      return { ...part, accessPoint: part.text };
    }
    const name = { text: escapeText(/[^/:]*$/.exec(arn)?.[0] ?? arn), origin: part.origin };
    if (!parsed) return name;
    const isAbove = parsed.service === literals[0]?.split(':')[2] && isLike(arn, [...literals, '']);
    return { ...name, owner: parsed, ...(isAbove ? { upTo: escapeText(arn) } : {}) };
  }
  const alias = before.endsWith(':s3:::') ? aliased(part.text, field) : undefined;
  if (alias) return { text: '', origin: alias.origin, accessPoint: alias.arn };
  if (arn !== undefined) return { text: '*', origin: { kind: 'unknown', field, expression: arn } };
  return { text: withoutPrefix(part.text, before), origin: part.origin };
}

/** A name that is known in part, where its known start cannot be a part of what withoutPrefix takes off. */
function partialPart(value: Value, field: string, slot: Slot, before: string): Part | undefined {
  const partial = partialOf(value);
  if (value.kind !== 'unknown' || partial === undefined || partial.kind === 'arn' || slot.arnOnly) return undefined;
  const origin = partialOrigin(value, field);
  if (partial.kind === 'end') {
    return partial.end === ''
      ? undefined
      : { text: `*${partial.end}`, origin, ...(slot.arn ? { maybeArn: true } : {}) };
  }
  const head = partial.pattern.slice(0, partial.pattern.indexOf('*'));
  const [start = ''] = /[a-z]+[-/]$/.exec(before) ?? [];
  if (start.startsWith(head) || `/${start}`.startsWith(head)) return undefined;
  return { text: withoutPrefix(partial.pattern, before), origin };
}

/**
 * A name that brings a part of the ARN with it: Amazon Route 53's /hostedzone/Z1, AWS KMS's alias/name, the leading
 * slash of a parameter of AWS Systems Manager.
 */
function withoutPrefix(name: string, before: string): string {
  // AWS Organizations: ou/o-*/ou-{OrganizationalUnitId}, and an ID that starts with ou-.
  const start = /[a-z]+-$/.exec(before)?.[0];
  if (start !== undefined) return name.startsWith(start) ? name.slice(start.length) : name;
  const folder = /(\*|[a-z-]+)\/$/.exec(before)?.[1];
  if (folder === undefined) return name;
  const bare = name.replace(/^\//, '');
  if (/^(hostedzone|change|healthcheck|delegationset|alias)$/.test(folder)) {
    return bare.startsWith(`${folder}/`) ? bare.slice(folder.length + 1) : name;
  }
  return bare;
}

function withSuffix(arn: string, suffix: string): string {
  if (suffix === '' || arn.endsWith(suffix)) return arn;
  if (suffix === '-??????') return isPlaceholder(arn) || /-[A-Za-z0-9]{6}$/.test(arn) ? arn : arn + suffix;
  return arn + suffix;
}
