/** Finds the arguments that name the resources of an operation: a resource type's ARN format, filled with members. */
import { own } from '../../src/own.ts';
import type { Member, Operation } from './models.ts';
import { base, isOpaque, kindOf, lastWord, norm, nounOf } from './words.ts';

export interface ResourceType {
  readonly key: string;
  /** `arn:${Partition}:scheduler:${Region}:${Account}:schedule/${GroupName}/${ScheduleName}` */
  readonly arn: string;
  readonly required: boolean;
}

/** A pattern of src/sdk/pattern.ts: `arn:$p:scheduler:$r:$a:schedule/{GroupName}/{Name}`. */
export interface Binding {
  readonly type: ResourceType;
  readonly pattern: string;
  /** The members that its last name comes from; none where nothing names it. */
  readonly members: readonly Member[];
  /** A second resource of the type, beside the one that another binding names. */
  readonly besides?: true;
}

/**
 * Binds one resource type: one pattern, or two where the call names a source and a target of the type. Parts of the ARN
 * that no argument gives are `*`.
 */
export function bindType(
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
  named: Named,
): readonly Binding[] {
  if (isMadeFromAnother(operation, type, types, named)) return [unnamed(fill(operation, type, types, named))];
  const whole = wholeArns(operation, type);
  const several = alternatives(operation, type, types, named);
  if (several) return [several];
  const byName = fill(operation, type, types, named);
  // A name beats an ARN only where the call gives one of them: {Name|Arn}.
  if (whole.length > 0 && !byName.members.some((member) => !isArnName(member))) {
    return whole.map((member) => ({ type, pattern: arnPattern(type, member), members: [member] }));
  }
  const others = copies(operation, byName);
  if (endsUnnamed(byName) && isMade(operation, type, types)) return [byName];
  if (others.length > 0 && (endsUnnamed(byName) || isAnothers(byName, types))) return others;
  return [byName, ...others.map((binding) => ({ ...binding, besides: true as const }))];
}

/** LogGroupName, LogGroupNames and LogGroupIdentifiers: any of them, none of which must be given. */
function alternatives(
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
  named: Named,
): Binding | undefined {
  const [slot, ...others] = slotsOf(type.arn);
  if (slot === undefined || others.length > 0) return undefined;
  const members = operation.members.filter((member) => {
    if (member.path.replaceAll('[]', '').includes('.')) return false;
    return isNamed(member, slot, true, type, named) || score(operation, member, slot, true, 1, type, types) >= 86;
  });
  if (members.length < 2 || members.some((member) => member.required)) return undefined;
  return { type, pattern: place(type.arn).replace(`\${${slot}}`, () => slotText(members)), members };
}

/** The pattern of the type's ARNs, and the member that holds a whole one. */
function arnPattern(type: ResourceType, member: Member): string {
  const slots = slotsOf(type.arn);
  let pattern = place(type.arn);
  for (const slot of slots.slice(0, -1)) pattern = pattern.replace(`\${${slot}}`, '*');
  const last = slots.at(-1);
  return last === undefined
    ? pattern.replace(/[^:/]*$/, () => slotText([member]))
    : pattern.replace(`\${${last}}`, () => slotText([member]));
}

function place(arn: string): string {
  return arn.replace('${Partition}', '$p').replace('${Region}', '$r').replace('${Account}', '$a');
}

/** Members that hold an ARN of the type: ClusterArn for a cluster. */
function wholeArns(operation: Operation, type: ResourceType): readonly Member[] {
  const t = base(norm(type.key));
  const found = operation.members.filter((member) => {
    if (!isArnName(member) || member.path.includes('{}') || isOther(operation, member, type)) return false;
    const segments = member.path.replaceAll('[]', '').split('.');
    const name = base(norm(segments.at(-1) ?? ''));
    if (name === t) return true;
    if (segments.length > 1) return base(norm(segments.join(''))) === t;
    return name.replace(ROLE_OF_COPY, '') === t;
  });
  const top = found.filter(({ path }) => !path.includes('.'));
  return top.length > 0 ? top : found.slice(0, 1);
}

const ROLE_OF_COPY =
  /^(source|target|destination|new|old|current|parent|final|existing|origin|first|second|add|remove)/;

const MAKES = /^(Clone|Copy|Create|Import|Register|Restore|Run|Start)/;

/**
 * SourceSnapshotIdentifier and TargetSnapshotIdentifier: two resources of one type, either of them beside the one that
 * is bound.
 */
function copies(operation: Operation, bound: Binding): readonly Binding[] {
  const { type } = bound;
  const slot = slotsOf(type.arn).at(-1);
  if (slot === undefined) return [];
  const wanted = [base(norm(slot)), base(norm(type.key))];
  const found = operation.members.filter((member) => {
    if (member.path.includes('.') || member.path.includes('{}') || bound.members.includes(member)) return false;
    const name = norm(member.path);
    if (!ROLE_OF_COPY.test(name)) return false;
    const bare = name.replace(ROLE_OF_COPY, '');
    const conflict = kindOf(bare) !== 'any' && kindOf(norm(slot)) !== 'any' && kindOf(bare) !== kindOf(norm(slot));
    return !conflict && wanted.includes(base(bare)) && base(bare) !== '';
  });
  const suffix = place(type.arn).split(`\${${slot}}`).at(-1) ?? '';
  const head = bound.pattern.slice(0, bound.pattern.length - suffix.length).replace(LAST_NAME, '');
  return found.map((member) => ({ type, pattern: head + slotText([member]) + suffix, members: [member] }));
}

const LAST_NAME = /(\*|\{(?:[^{}]|\{\})*\})$/;

/** True where no argument gives the last name of the ARN. */
function endsUnnamed({ type, pattern }: Binding): boolean {
  const suffix = place(type.arn).split('}').at(-1) ?? '';
  return pattern.slice(0, pattern.length - suffix.length).endsWith('*');
}

/** Type or slot → the members that name it under another word. */
export type Named = Readonly<Record<string, readonly string[]>>;

function fill(operation: Operation, type: ResourceType, types: readonly ResourceType[], named: Named): Binding {
  const slots = slotsOf(type.arn);
  const found: Member[] = [];
  const taken = new Set<Member>();
  let pattern = place(type.arn);
  const own = ownSlot(type);
  for (const [index, slot] of slots.entries()) {
    const last = index === slots.length - 1;
    const scored = operation.members
      .filter((member) => !taken.has(member) && (last || !isArnName(member)))
      .map((member) => ({
        member,
        score: isNamed(member, slot, last, type, named)
          ? 97
          : score(operation, member, slot, last, slots.length, type, types, index === own),
      }))
      .filter((candidate) => candidate.score > 0)
      .toSorted((a, b) => b.score - a.score || a.member.path.length - b.member.path.length);
    const best = scored[0];
    if (best === undefined) {
      pattern = pattern.replace(`\${${slot}}`, '*');
      continue;
    }
    // ListName and ListArn, of which a call gives one.
    const other = scored.find(
      ({ member, score: points }) =>
        member !== best.member &&
        points >= 80 &&
        isArnName(member) !== isArnName(best.member) &&
        parent(member) === parent(best.member),
    );
    const members = other ? [best.member, other.member] : [best.member];
    for (const member of members) taken.add(member);
    pattern = pattern.replace(`\${${slot}}`, () => slotText(members, last));
    found.push(...members);
  }
  return { type, pattern, members: found };
}

function slotText(members: readonly Member[], mayBeArn = true): string {
  const arn = members.some(({ arnOnly }) => arnOnly)
    ? '!'
    : mayBeArn && members.some((member) => member.arn || isArnName(member))
      ? '@'
      : '';
  const optional = members.every((member) => !member.required) ? '?' : '';
  const absent = members.find(({ absent: text }) => text !== undefined)?.absent;
  return `{${arn}${members.map(({ path }) => path).join('|')}${optional}${absent === undefined ? '' : `=${absent}`}}`;
}

function slotsOf(arn: string): readonly string[] {
  return [...arn.matchAll(/\$\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !['Partition', 'Region', 'Account'].includes(name));
}

function parent({ path }: Member): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

function isNamed(member: Member, slot: string, last: boolean, type: ResourceType, named: Named): boolean {
  return (own(named, slot) ?? []).includes(member.path) || (last && (own(named, type.key) ?? []).includes(member.path));
}

function isArnName({ path }: Member): boolean {
  return /Ar(n|ns|Ns)(\[\])?$|ArnList\[\]$/.test(path);
}

/**
 * True where the argument names another resource than the one that the operation is about, or a new name for it: a
 * cluster's Orchestrator.Eks.ClusterArn, the DomainId that a domain's settings have, the Name of UpdateWindow beside its WindowId.
 */
function isOther(operation: Operation, member: Member, type: ResourceType): boolean {
  const segments = member.path.replaceAll('[]', '').split('.');
  if (segments[0] === 'Tags' || (segments.includes('S3Object') && !type.arn.includes(':s3:'))) return true;
  if (member.required) return false;
  const about = nounOf(operation);
  const verb = operation.name.toLowerCase();
  const identified = operation.members.some(
    (other) =>
      other.required &&
      /^[A-Za-z]*(Id|Identifier|Arn|Name)$/.test(other.path) &&
      about.endsWith(base(norm(other.path).replace(/^(id|arn|name)$/, ''))),
  );
  const renames = identified && /^(update|modify)/.test(verb);
  if (segments.length > 1) return about === base(norm(type.key)) && (renames || /^(create|register)/.test(verb));
  const name = norm(member.path);
  return renames && kindOf(name) === 'name' && (OWN.has(name) || base(name) === about);
}

/** The part of an ARN that is the resource's own name, and not the version or the timestamp that follows it. */
function ownSlot(type: ResourceType): number {
  const slots = slotsOf(type.arn);
  const own = slots.findIndex((slot) => kindOf(norm(slot)) !== 'id' && base(norm(slot)) === base(norm(type.key)));
  return own < 0 ? slots.length - 1 : own;
}

/** True where the call makes a resource of the type, and AWS makes up its ID. */
function isMade(operation: Operation, type: ResourceType, types: readonly ResourceType[]): boolean {
  const slot = slotsOf(type.arn).at(-1);
  if (slot === undefined || !isOpaque(norm(slot)) || !MAKES.test(operation.name)) return false;
  const [about, made] = [nounOf(operation), base(norm(type.key))];
  const other = types.some(({ key }) => base(norm(key)) === about);
  return about === made || (!other && (about.startsWith(made) || about.endsWith(made)));
}

/**
 * True where what the call makes has an ID of its own, and the arguments tell only what it is made from: the source of
 * a copy, the parent of a snapshot.
 */
function isMadeFromAnother(
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
  named: Named,
): boolean {
  if (!isMade(operation, type, types)) return false;
  const slot = norm(slotsOf(type.arn).at(-1) ?? '');
  if (operation.members.some(({ path }) => norm(path) === slot)) return false;
  if (/^(Copy|Clone)/.test(operation.name) && nounOf(operation) === base(norm(type.key))) return true;
  const { pattern, members } = fill(operation, type, types, named);
  const found = [...wholeArns(operation, type), ...members.filter(({ path }) => namesLast(pattern, path))];
  return found.length > 0 && found.every(({ path }) => SOURCE.test(norm(path.split('.').at(-1) ?? '')));
}

const SOURCE = /^(source|parent|primary|origin|transport)/;

function namesLast(pattern: string, path: string): boolean {
  const slot = /\{[^/:]*\}[^{}]*$/.exec(pattern)?.[0] ?? '';
  return slot.includes(path);
}

/** The binding without its last name. */
function unnamed({ type, pattern, members }: Binding): Binding {
  const suffix = place(type.arn).split('}').at(-1) ?? '';
  const head = pattern.slice(0, pattern.length - suffix.length);
  return head.endsWith('*')
    ? { type, pattern, members }
    : { type, pattern: `${head.replace(LAST_NAME, '*')}${suffix}`, members: members.slice(0, -1) };
}

/** True where the binding's name is another type's: a GlobalClusterIdentifier is a global-cluster's, and no cluster's. */
function isAnothers({ type, members }: Binding, types: readonly ResourceType[]): boolean {
  const last = members.at(-1);
  return (
    last !== undefined &&
    types.some((other) => other.key !== type.key && base(norm(other.key)) === base(norm(last.path)))
  );
}

const GENERIC = new Set([
  'resourcearn',
  'resource',
  'resourceid',
  'resourceidentifier',
  'arn',
  'resourcename',
  'resourcearns',
  'resourcearnlist',
  'resources',
  'resourceids',
  'arns',
]);
const OWN = new Set(['name', 'id', 'identifier', 'names', 'ids', 'arn', 'arns']);
const CREATES =
  /^(create|allocate|associate|import|register|start|publish|put|run|request|purchase|restore|copy|clone|upload|begin|issue)/;

function score(
  operation: Operation,
  member: Member,
  slot: string,
  last: boolean,
  slots: number,
  type: ResourceType,
  types: readonly ResourceType[],
  own = last,
): number {
  // An enumeration's values are spelled in another way in ARNs: RDS is rds, REGIONAL is regional.
  if (member.path.includes('{}') || member.oneOf || isOther(operation, member, type)) return 0;
  const segments = member.path.replaceAll('[]', '').split('.');
  const name = norm(segments.at(-1) ?? '');
  const full = norm(segments.join(''));
  const [s, t] = [norm(slot), norm(type.key)];
  const arn = isArnName(member);
  const nested = segments.length > 1;
  const listed = member.path.slice(0, -2).includes('[]');
  const noun = nounOf(operation);
  const verb = operation.name.toLowerCase();
  // A name that may be left out, or that is given to something new, is no ID that AWS makes up.
  if (!arn && !GENERIC.has(name) && kindOf(name) === 'name' && isOpaque(s) && (!member.required || CREATES.test(verb)))
    return 0;
  const points = ((): number => {
    if (name === s && !OWN.has(name)) return 100;
    const conflict =
      !arn && kindOf(name) !== 'any' && kindOf(s) !== 'any' && kindOf(name) !== kindOf(s) && !s.startsWith('resource');
    const creates = CREATES.test(verb) && (noun === base(t) || types.length === 1);
    if (!conflict && base(name) !== '' && base(name) === base(s) && base(s) !== 'resource' && !OWN.has(s))
      return arn ? 94 : 96;
    if (nested && !conflict && (base(full) === base(s) || base(full) === base(t)) && last) return 90;
    if (last && base(name) !== '' && base(name) === base(t) && !conflict) {
      if (creates && kindOf(name) === 'name' && (kindOf(s) === 'id' || s === 'resourceid') && !arn) return 0;
      return arn ? 88 : 90;
    }
    if (nested) return 0;
    if (last && arn && base(name).length >= 4 && (t.endsWith(base(name)) || base(name).endsWith(base(t)))) return 80;
    if (
      (arn ? last : own) &&
      OWN.has(name) &&
      (base(t) === noun || base(s) === noun || noun.startsWith(base(t)) || types.length === 1)
    ) {
      if (creates && name.startsWith('name') && kindOf(s) === 'id') return 0;
      if (conflict) return 0;
      return 75;
    }
    if (last && GENERIC.has(name) && (member.arn || name !== 'resourcename' || kindOf(s) !== 'id'))
      return CREATES.test(verb) && t.endsWith(noun) && kindOf(s) !== 'any' ? 0 : 70;
    if (
      last &&
      !conflict &&
      member.required &&
      base(name).length >= 5 &&
      ((base(s).endsWith(base(name)) && !s.includes('resource')) || t.endsWith(base(name)))
    )
      return 60;
    if (last && !conflict && member.required && base(t).length >= 5 && base(name).endsWith(base(t))) return 58;
    if (last && !conflict && member.required && base(name) !== '' && lastWord(type.key) === base(name)) return 56;
    // quicksight:DescribeDashboard: dashboard/${ResourceId}
    if (slots === 1 && last && s === 'resourceid' && member.required && kindOf(name) === 'id' && base(name) === base(t))
      return 85;
    return 0;
  })();
  if (points === 0) return 0;
  return points - (nested ? 4 * (segments.length - 1) : 0) - (listed ? 2 : 0) + (member.required ? 2 : 0);
}
