/** Finds the arguments that name the resources of an operation: a resource type's ARN format, filled with members. */
import { own } from '../../src/own.ts';
import type { ArnPattern, Slot } from '../../src/sdk/pattern.ts';
import { parseArnFormat, patternWith, type ResourceType, slotOf, wholeArnPattern } from './arnFormat.ts';
import type { Member, Operation } from './models.ts';
import { differ } from './nameCandidate.ts';
import { areSources, isMade, isOfAnotherType, isOther } from './otherResource.ts';
import { areSiblings, fieldsOf, isArnName, isInMap, isTop, lastField } from './path.ts';
import { ALTERNATIVE, CURATED, NAME_OR_ARN, pointsFor } from './points.ts';
import { base, identifierKind, norm, nounOf } from './words.ts';

export interface Binding {
  readonly type: ResourceType;
  readonly pattern: ArnPattern;
  /** The members that its names come from; none where nothing names it. */
  readonly members: readonly Member[];
  /** True for a second resource of the type, in addition to the one that another binding names. */
  readonly isSecond?: true;
}

/** A binding by the names of the format: a slot for each name that a member gives. */
interface ByName extends Binding {
  readonly slots: readonly (Slot | undefined)[];
}

/** Type or slot → the members that name it under another word. */
export type Named = Readonly<Record<string, readonly string[]>>;

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
  const byName = fill(operation, type, types, named);
  const whole = wholeArns(operation, type);
  if (isMadeFromAnother(operation, byName, whole, types)) return [withoutLast(byName)];
  const several = alternatives(operation, type, types, named);
  if (several) return [several];
  // A name beats an ARN only where the call gives one of them: {Name|Arn}.
  if (whole.length > 0 && byName.members.every(({ path }) => isArnName(path))) {
    const format = parseArnFormat(type.arn);
    return whole.map((member) => ({ type, pattern: wholeArnPattern(format, member), members: [member] }));
  }
  const others = copies(operation, byName);
  const unnamed = lastIsUnnamed(byName);
  if (unnamed && isMade(operation, type, types)) return [byName];
  if (others.length > 0 && (unnamed || isOfAnotherType(type, byName.members.at(-1), types))) return others;
  return [byName, ...others.map((binding) => ({ ...binding, isSecond: true as const }))];
}

/** LogGroupName, LogGroupNames and LogGroupIdentifiers: any of them, none required. */
function alternatives(
  operation: Operation,
  type: ResourceType,
  types: readonly ResourceType[],
  named: Named,
): Binding | undefined {
  const format = parseArnFormat(type.arn);
  const [name, ...others] = format.names;
  if (name === undefined || others.length > 0) return undefined;
  const place = { type, name, last: true, own: true, types };
  const members = operation.members.filter((member) => {
    if (!isTop(member.path)) return false;
    return isCurated(member, name, true, type, named) || pointsFor(operation, member, place) >= ALTERNATIVE;
  });
  if (members.length < 2 || members.some((member) => member.required)) return undefined;
  return { type, pattern: patternWith(format, [slotOf(members)]), members };
}

/** Members that hold an ARN of the type: ClusterArn for a cluster. */
function wholeArns(operation: Operation, type: ResourceType): readonly Member[] {
  const wanted = base(norm(type.key));
  const found = operation.members.filter((member) => {
    if (!isArnName(member.path) || isInMap(member.path) || isOther(operation, member, type)) return false;
    const word = base(norm(lastField(member.path)));
    if (word === wanted) return true;
    if (!isTop(member.path)) return base(norm(fieldsOf(member.path).join(''))) === wanted;
    return word.replace(ROLE_OF_COPY, '') === wanted;
  });
  const top = found.filter(({ path }) => isTop(path));
  return top.length > 0 ? top : found.slice(0, 1);
}

/** What an argument's name starts with where a call names two resources of one type. */
const ROLE_OF_COPY =
  /^(source|target|destination|new|old|current|parent|final|existing|origin|first|second|add|remove)/;

/**
 * SourceSnapshotIdentifier and TargetSnapshotIdentifier: two resources of one type, either of them beside the one that
 * is bound.
 */
function copies(operation: Operation, { type, slots, members }: ByName): readonly Binding[] {
  const format = parseArnFormat(type.arn);
  const name = format.names.at(-1);
  if (name === undefined) return [];
  const wanted = [base(norm(name)), base(norm(type.key))];
  const found = operation.members.filter((member) => {
    if (!isTop(member.path) || isInMap(member.path) || members.includes(member)) return false;
    const word = norm(member.path);
    if (!ROLE_OF_COPY.test(word)) return false;
    const bare = word.replace(ROLE_OF_COPY, '');
    return !differ(bare, norm(name)) && wanted.includes(base(bare)) && base(bare) !== '';
  });
  return found.map((member) => ({
    type,
    pattern: patternWith(format, [...slots.slice(0, -1), slotOf([member])]),
    members: [member],
  }));
}

/** True where no argument gives the last name of the ARN. */
function lastIsUnnamed({ slots }: ByName): boolean {
  return slots.length > 0 && slots.at(-1) === undefined;
}

/** The binding without its last name. */
function withoutLast(binding: ByName): Binding {
  const { type, slots, members } = binding;
  if (lastIsUnnamed(binding)) return { type, pattern: binding.pattern, members };
  const pattern = patternWith(parseArnFormat(type.arn), [...slots.slice(0, -1), undefined]);
  return { type, pattern, members: members.slice(0, -1) };
}

function fill(operation: Operation, type: ResourceType, types: readonly ResourceType[], named: Named): ByName {
  const format = parseArnFormat(type.arn);
  const taken = new Set<Member>();
  const ownIndex = ownName(type, format.names);
  const slots = format.names.map((name, index): Slot | undefined => {
    const last = index === format.names.length - 1;
    const place = { type, name, last, own: index === ownIndex, types };
    const free = operation.members.filter((member) => !taken.has(member) && (last || !isArnName(member.path)));
    const members = best(
      free.map((member) => ({
        member,
        points: isCurated(member, name, last, type, named) ? CURATED : pointsFor(operation, member, place),
      })),
    );
    for (const member of members) taken.add(member);
    return members.length === 0 ? undefined : slotOf(members, last);
  });
  return { type, pattern: patternWith(format, slots), slots, members: [...taken] };
}

interface Scored {
  readonly member: Member;
  readonly points: number;
}

/** The member with the most points, and the one that names the same as an ARN: ListName and ListArn, of which a call gives one. */
function best(scored: readonly Scored[]): readonly Member[] {
  const [first, ...others] = scored
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points || a.member.path.length - b.member.path.length);
  if (first === undefined) return [];
  const other = others.find(
    ({ member, points }) =>
      points >= NAME_OR_ARN &&
      isArnName(member.path) !== isArnName(first.member.path) &&
      areSiblings(member.path, first.member.path),
  );
  return other ? [first.member, other.member] : [first.member];
}

function isCurated({ path }: Member, name: string, last: boolean, type: ResourceType, named: Named): boolean {
  return (own(named, name) ?? []).includes(path) || (last && (own(named, type.key) ?? []).includes(path));
}

/**
 * The part of an ARN that is the resource's own name or ID, and not the version or the timestamp that follows it: the
 * ExtensionId of extension/${ExtensionId}/${ExtensionVersionNumber}, the ApplicationName of a robotApplication.
 */
function ownName(type: ResourceType, names: readonly string[]): number {
  const words = names.map((name) => norm(name));
  const wanted = base(norm(type.key));
  const endsInName = identifierKind(words.at(-1) ?? '') !== 'any';
  const choices: readonly ((word: string) => boolean)[] = [
    (word) => identifierKind(word) !== 'id' && base(word) === wanted,
    (word) => base(word) === wanted,
    (word) => !endsInName && base(word) !== '' && wanted.endsWith(base(word)),
  ];
  const found = choices.map((holds) => words.findIndex(holds)).find((index) => index >= 0);
  return found ?? names.length - 1;
}

/**
 * True where what the call makes has an ID of its own, and the arguments name only what it is made from: the source of
 * a copy, the parent of a snapshot.
 */
function isMadeFromAnother(
  operation: Operation,
  { type, slots, members }: ByName,
  whole: readonly Member[],
  types: readonly ResourceType[],
): boolean {
  if (!isMade(operation, type, types)) return false;
  const id = norm(parseArnFormat(type.arn).names.at(-1) ?? '');
  if (operation.members.some(({ path }) => norm(path) === id)) return false;
  if (/^(Copy|Clone)/.test(operation.name) && nounOf(operation) === base(norm(type.key))) return true;
  const last = slots.findLast((slot) => slot !== undefined);
  return areSources([...whole, ...members.filter(({ path }) => last?.paths.includes(path))]);
}
