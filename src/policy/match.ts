import type { Conditions } from '../grants/grant.ts';
import { ARN_FIELDS, parseArn } from '../iam/arn.ts';
import { covers, overlaps } from '../iam/pattern.ts';
import { hasPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { conditionTruth } from './conditions.ts';
import type { WrittenStatement } from './statement.ts';
import { withoutVariables } from './variables.ts';

/** How a statement's actions and resources match those that are needed. */

/** How to compare the texts of policies with those of needs. */
export interface TextComparison {
  /** Gives texts with the same meaning the same form. */
  readonly normalize: (text: string) => string;
  /**
   * Replaces each placeholder whose value is known only at deployment by `*`. Which those are may depend on the other
   * text.
   */
  readonly widen: (text: string, other: string) => string;
}

/** For a deployed role: texts are compared as they are. */
export const AS_WRITTEN: TextComparison = { normalize: (text) => text, widen: (text) => text };

/** For which of the requests behind a need a statement applies. */
export type StatementMatch = 'always' | 'conditional' | 'inPart' | 'perhaps' | 'never';

/** A request for an action that is known to match: its resource and the conditions that it meets. */
export interface RequestedResource {
  readonly arn: string;
  readonly conditions: Conditions | undefined;
}

/** For a statement whose action is known to match. */
export function matchOf(
  statement: WrittenStatement,
  { arn, conditions }: RequestedResource,
  texts: TextComparison,
): StatementMatch {
  const truth = conditionTruth(statement.Condition, conditions);
  if (truth === false) return 'never';
  const match = resourceMatchOf(statement, arn, texts);
  return match === 'always' && truth === undefined ? 'conditional' : match;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
export function isAboutAction({ Action, NotAction }: WrittenStatement, action: string): boolean {
  if (NotAction) return !NotAction.some((pattern) => matchesAction(pattern, action));
  return Action?.some((pattern) => matchesAction(pattern, action)) ?? false;
}

/** Actions are not case-sensitive. */
export function matchesAction(pattern: string, action: string): boolean {
  return covers(pattern.toLowerCase(), action.toLowerCase());
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html */
function resourceMatchOf(
  { Effect, Resource, NotResource }: WrittenStatement,
  arn: string,
  { widen }: TextComparison,
): StatementMatch {
  if (NotResource) {
    if (NotResource.some((pattern) => coversText(pattern, arn))) return 'never';
    return NotResource.some((pattern) => mayMeet(pattern, arn, widen)) ? 'inPart' : 'always';
  }
  const patterns = Resource ?? [];
  if (patterns.some((pattern) => coversText(pattern, arn))) return 'always';
  if (Effect === 'Deny') return patterns.some((pattern) => mayMeet(pattern, arn, widen)) ? 'inPart' : 'never';
  if (patterns.some((pattern) => overlaps(pattern, arn))) return 'inPart';
  return patterns.some((pattern) => mayBe(withoutVariables(pattern), arn, widen)) ? 'perhaps' : 'never';
}

/**
 * Whether a Deny or NotResource pattern can match once placeholders have values. If only one side has placeholders,
 * any of them may stand for anything.
 */
function mayMeet(pattern: string, arn: string, widen: TextComparison['widen']): boolean {
  const known = withoutVariables(pattern);
  const isMixed = hasPlaceholder(known) && hasPlaceholder(arn);
  return isMixed ? overlaps(known, arn) || mayBe(known, arn, widen) : overlaps(open(known), open(arn));
}

function open(text: string): string {
  const pieces = splitAtPlaceholders(text);
  return pieces.map((piece) => (hasPlaceholder(piece) ? '*' : piece)).join('');
}

/** Whether two texts may be equal once deployed. A placeholder's value never extends into the next part of an ARN. */
export function mayBe(pattern: string, arn: string, widen: TextComparison['widen']): boolean {
  const meet = (a: string, b: string) => overlaps(widen(a, b), widen(b, a));
  if (!pattern.includes('${') && !arn.includes('${') && !overlaps(pattern, arn)) return false;
  const [one, two] = [parseArn(pattern), parseArn(arn)];
  if (one === undefined || two === undefined) return meet(pattern, arn);
  return ARN_FIELDS.every((part) => meet(one[part], two[part]));
}

/** `covers`, except that a `?` in the pattern doesn't match a character of a placeholder's name. */
export function coversText(pattern: string, arn: string): boolean {
  if (!pattern.includes('?') || !hasPlaceholder(arn)) return covers(pattern, arn);
  const pieces = splitAtPlaceholders(arn).map((piece) =>
    hasPlaceholder(piece) && !pattern.includes(piece) ? '*' : piece,
  );
  return covers(pattern, pieces.join(''));
}
