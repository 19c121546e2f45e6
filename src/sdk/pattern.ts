import { parseArn } from '../iam/arn.ts';
import type { Origin, Resource } from '../iam/grant.ts';
import { escapeText, isPlaceholder } from '../iam/text.ts';
import type { CallContext, ResourceSpec } from '../integrations/integration.ts';
import { joinOrigins, knownArn, nameOrigin, namePart } from '../integrations/resources.ts';
import { ABSENT, type Value } from '../values/value.ts';
import { elements, type Located, splitList, valueAt, valuesAt } from './arguments.ts';
import { NAMED } from './named.ts';

/**
 * A resource as the tables write it: `arn:$p:scheduler:$r:$a:schedule/{GroupName=default}/{Name}`.
 *
 * - `$p`, `$r`, `$a`: the partition, region and account of the state machine;
 * - `{Name}`: an argument, `{Target.Arn}` a nested one, `{InstanceIds[]}` one resource for each element;
 * - `{@TableName}`: an argument that may hold the resource's whole ARN instead;
 * - `{Id|Arn}`: the first of them that is given; `{Name?}`: the call may leave it out; `{Name=default}`: what then counts;
 * - a `?` before the pattern: a resource only where one of its arguments is given;
 * - `=queue`: a rule of named.ts, where a pattern cannot say it.
 */
interface Pattern {
  readonly optional: boolean;
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
}

interface Slot {
  readonly paths: readonly string[];
  readonly arn: boolean;
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
  const [, arn, paths = '', optional, absent] = /^(@?)([^?=]+)(\??)(?:=(.*))?$/.exec(text) ?? [];
  return { arn: arn === '@', paths: paths.split('|'), optional: optional === '?', absent };
}

/** Names the resources of a row's patterns for one call; `*` where each of them is optional and none is given. */
export function resourcesOf(texts: readonly string[]): ResourceSpec {
  const patterns = texts.filter((text) => !text.startsWith('=')).map(parsePattern);
  const named = texts.filter((text) => text.startsWith('=')).map((text) => NAMED[text.slice(1)] ?? unknownName(text));
  return (context) => {
    const resources = [
      ...patterns.flatMap((pattern) => fill(pattern, context)),
      ...named.flatMap((spec) => spec(context)),
    ];
    if (resources.length > 0 || patterns.length === 0) return resources;
    const fields = patterns.flatMap(({ slots }) => slots.flatMap(({ paths }) => paths));
    return [{ arn: '*', origin: { kind: 'wildcard', reason: `none of ${[...new Set(fields)].join(', ')} is given` } }];
  };
}

function unknownName(text: string): never {
  throw new Error(`${text} names no rule of src/sdk/named.ts`);
}

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
  return (named.length > 0 ? named : rows.slice(0, 1)).map((given) => resource(pattern, given, context));
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

function resource(pattern: Pattern, given: readonly Given[], context: CallContext): Resource {
  const { slots, literals } = pattern;
  const { place } = context;
  const last = slots.length - 1;
  const whole = last < 0 ? undefined : given[last];
  const wholeArn = whole === undefined ? undefined : knownArn(whole.value);
  if (whole !== undefined && wholeArn !== undefined) {
    const origin: Origin = { kind: 'literal', field: whole.field };
    return { arn: withSuffix(escapeText(wholeArn), literals[last + 1] ?? ''), origin };
  }
  let text = literals[0] ?? '';
  let anyAccount = false;
  const origins: Origin[] = [];
  for (const [index, slot] of slots.entries()) {
    const { field, value } = given[index] ?? { field: '', value: { kind: 'absent' } };
    const part = partOf(value, field, slot, literals[index] ?? '');
    if (part.accessPoint !== undefined) text = `${part.accessPoint}/object/`;
    else text += part.text + (literals[index + 1] ?? '');
    if (slot.arn && part.origin.kind === 'unknown') anyAccount = true;
    origins.push(index === last && slot.arn ? nameOrigin(value, field, part.origin) : part.origin);
  }
  const arn = text
    .replace('$p', () => place.partition)
    .replace('$r', () => place.region)
    .replace('$a', () => (anyAccount ? '*' : place.account));
  return { arn, origin: joinOrigins(origins) };
}

interface Part {
  readonly text: string;
  readonly origin: Origin;
  /** The ARN of an S3 access point that stands for the bucket. */
  readonly accessPoint?: string;
}

function partOf(value: Value, field: string, slot: Slot, before: string): Part {
  if (value.kind === 'absent' && slot.optional && slot.absent === undefined) {
    return { text: '*', origin: { kind: 'wildcard', reason: `${field} is not given` } };
  }
  const part = namePart(value, field, slot.absent);
  const arn = knownArn(value);
  if (arn !== undefined && !isPlaceholder(arn)) {
    const parsed = parseArn(arn);
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
    if (parsed?.service.startsWith('s3') && parsed.resource.startsWith('accesspoint')) {
      return { ...part, accessPoint: part.text };
    }
    return { text: escapeText(/[^/:]*$/.exec(arn)?.[0] ?? arn), origin: part.origin };
  }
  if (arn !== undefined) return { text: '*', origin: { kind: 'unknown', field, expression: arn } };
  return { text: withoutPrefix(part.text, before), origin: part.origin };
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
  if (/^(hostedzone|change|healthcheck|delegationset|alias)$/.test(folder)) {
    return name.replace(new RegExp(`^/?${folder}/`), '');
  }
  return name.replace(/^\//, '');
}

/** A whole ARN, with what IAM expects after it: `:*` after a log group's, six characters after a secret's. */
function withSuffix(arn: string, suffix: string): string {
  if (suffix === '' || arn.endsWith(suffix)) return arn;
  if (suffix === '-??????') return isPlaceholder(arn) || /-[A-Za-z0-9]{6}$/.test(arn) ? arn : arn + suffix;
  return arn + suffix;
}
