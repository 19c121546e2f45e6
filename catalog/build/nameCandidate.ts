/** An argument that may be a name in an ARN format, with the words to compare. */
import type { ResourceType } from './arnFormat.ts';
import type { Member, Operation } from './models.ts';
import { fieldsOf, isArnName } from './path.ts';
import { base, identifierKind, MAKES_SOMETHING, norm, nounOf } from './words.ts';

/** Where a name stands in the format. */
export interface NamePlace {
  readonly type: ResourceType;
  readonly name: string;
  /** True for the last name of the format. */
  readonly last: boolean;
  /** True for the resource's own name, which a version or a timestamp may follow. */
  readonly own: boolean;
  /** All types of the action. */
  readonly types: readonly ResourceType[];
}

/** All words are in lower case. */
export interface NameCandidate {
  readonly operation: Operation;
  readonly member: Member;
  readonly place: NamePlace;
  /** What the operation is about. */
  readonly noun: string;
  /** True where its verb is one that makes something. */
  readonly makes: boolean;
  /** True where what it makes is a resource of the type. */
  readonly creates: boolean;
  /** The last field of the argument's path, and all of them. */
  readonly word: string;
  readonly words: string;
  readonly nested: boolean;
  readonly isArn: boolean;
  /** The ARN's name and the resource type. */
  readonly wanted: string;
  readonly type: string;
  /** True where one of the two is an ID and the other a name. */
  readonly conflict: boolean;
}

export function nameCandidate(operation: Operation, member: Member, place: NamePlace): NameCandidate {
  const fields = fieldsOf(member.path);
  const [word, wanted, type] = [norm(fields.at(-1) ?? ''), norm(place.name), norm(place.type.key)];
  const noun = nounOf(operation);
  const makes = MAKES_SOMETHING.test(operation.name.toLowerCase());
  const isArn = isArnName(member.path);
  return {
    operation,
    member,
    place,
    noun,
    makes,
    creates: makes && (noun === base(type) || place.types.length === 1),
    word,
    words: norm(fields.join('')),
    nested: fields.length > 1,
    isArn,
    wanted,
    type,
    conflict: !isArn && !wanted.startsWith('resource') && differ(word, wanted),
  };
}

/** An ID is no name, and a name no ID. */
export function differ(word: string, wanted: string): boolean {
  return (
    identifierKind(word) !== 'any' &&
    identifierKind(wanted) !== 'any' &&
    identifierKind(word) !== identifierKind(wanted)
  );
}
