/** What the rows of naming.ts are worth, and what a binding does with it. */

import type { Member, Operation } from './models.ts';
import { type NamePlace, nameCandidate } from './nameCandidate.ts';
import { NAMING } from './naming.ts';
import { fieldsOf, isInElement } from './path.ts';

/** What a curated row (NAMED_BY) is worth: only an argument with the very name of the ARN's part is better. */
export const CURATED = 97;

/** From here on an argument names a resource also where another one names it already: as a second way to name it. */
export const ALTERNATIVE = 86;

/** From here on a name and an ARN side by side, as in `{ListName|ListArn}`, are two ways to name one resource. */
export const NAME_OR_ARN = 80;

/** Of two that fit equally well, a required argument at the top that is not in a list wins. */
const PER_LEVEL = -4;
const IN_LIST = -2;
const REQUIRED = 2;

/** How well the member names this part of the ARN: more is better, and 0 is not at all. */
export function pointsFor(operation: Operation, member: Member, place: NamePlace): number {
  const candidate = nameCandidate(operation, member, place);
  const row = NAMING.find(({ holds }) => holds(candidate));
  const points = typeof row?.points === 'function' ? row.points(candidate) : (row?.points ?? 0);
  if (points === 0) return 0;
  const levels = fieldsOf(member.path).length - 1;
  return points + PER_LEVEL * levels + (isInElement(member.path) ? IN_LIST : 0) + (member.required ? REQUIRED : 0);
}
