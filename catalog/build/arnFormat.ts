/** A resource type's ARN format, and the pattern that arguments make of it. */
import type { ArnPattern, Slot } from '../../src/sdk/pattern.ts';
import type { Member } from './models.ts';
import { isArnName } from './path.ts';

/** What an action can be granted on. */
export interface ResourceType {
  readonly key: string;
  /** `arn:${Partition}:scheduler:${Region}:${Account}:schedule/${GroupName}/${ScheduleName}` */
  readonly arn: string;
  readonly required: boolean;
}

/** `arn:${Partition}:scheduler:${Region}:${Account}:schedule/${GroupName}/${ScheduleName}`, taken apart. */
export interface ArnFormat {
  /** What stands around the names: one more than there are names. */
  readonly literals: readonly string[];
  /** `GroupName`, `ScheduleName`. */
  readonly names: readonly string[];
}

/** Partition, region and account are the state machine's: no argument names them. */
export function parseArnFormat(arn: string): ArnFormat {
  const pieces = arn
    .replaceAll('${Partition}', '$p')
    .replaceAll('${Region}', '$r')
    .replaceAll('${Account}', '$a')
    .split(/\$\{(\w+)\}/);
  return {
    literals: pieces.filter((_, index) => index % 2 === 0),
    names: pieces.filter((_, index) => index % 2 === 1),
  };
}

/** The pattern with these slots for the format's names, and `*` for a name without one. */
export function patternWith({ literals }: ArnFormat, slots: readonly (Slot | undefined)[]): ArnPattern {
  const texts: string[] = [literals[0] ?? ''];
  for (const [index, slot] of slots.entries()) {
    const next = literals[index + 1] ?? '';
    if (slot === undefined) texts.push(`${texts.pop() ?? ''}*${next}`);
    else texts.push(next);
  }
  return { kind: 'arn', optional: false, literals: texts, slots: slots.filter((slot) => slot !== undefined) };
}

/** The pattern whose last name, or last word where the format has no names, is a member that may hold a whole ARN. */
export function wholeArnPattern(format: ArnFormat, member: Member): ArnPattern {
  const slot = slotOf([member]);
  if (format.names.length > 0) return patternWith(format, [...format.names.slice(1).map(() => undefined), slot]);
  const literal = (format.literals[0] ?? '').replace(/[^:/]*$/, '');
  return { kind: 'arn', optional: false, literals: [literal, ''], slots: [slot] };
}

/** A slot for the first of the members that the call has. */
export function slotOf(members: readonly Member[], mayBeArn = true): Slot {
  const isArn = mayBeArn && members.some((member) => member.arn || isArnName(member.path));
  return {
    paths: members.map(({ path }) => path),
    holds: members.some(({ arnOnly }) => arnOnly) ? 'arn' : isArn ? 'nameOrArn' : 'name',
    optional: members.every((member) => !member.required),
    absent: members.find(({ absent }) => absent !== undefined)?.absent,
  };
}
