import type { Conditions } from '../grants/grant.ts';
import { covers, overlaps } from '../iam/pattern.ts';
import { escapeText, hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';

/**
 * Whether a written condition holds for a request of which the needed conditions tell the keys' values: true, false, or
 * undefined where they do not tell.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function truthOf(written: Conditions, needed: Conditions | undefined): boolean | undefined {
  const truths = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => truthOfKey(operator, key, values, needed ?? {})),
  );
  if (truths.includes(false)) return false;
  return truths.every((truth) => truth === true) ? true : undefined;
}

/** Operator → how it compares; whether it is a negation. */
const TEXT_OPERATORS: Readonly<Record<string, { readonly patterns: boolean; readonly not: boolean }>> = {
  StringEquals: { patterns: false, not: false },
  StringNotEquals: { patterns: false, not: true },
  StringLike: { patterns: true, not: false },
  StringNotLike: { patterns: true, not: true },
};

function truthOfKey(operator: string, key: string, values: readonly string[], needed: Conditions): boolean | undefined {
  const same = valuesFor(own(needed, operator), key);
  // The very same condition, or a wider one.
  if (same?.every((value) => values.includes(value)) && !/Not/.test(operator)) return true;
  // The request has the key, so `IfExists` adds nothing.
  const how = own(TEXT_OPERATORS, operator.replace(/IfExists$/, ''));
  const known = valuesFor(needed['StringEquals'], key)?.map(escapeText) ?? valuesFor(needed['StringLike'], key);
  if (!how || known === undefined) return undefined;
  const truths = new Set(known.map((value) => matches(values, value, how.patterns)));
  const [truth] = truths.size === 1 ? truths : [];
  return truth === undefined ? undefined : truth !== how.not;
}

/** What a variable or a placeholder stands for is not known here, on either side. */
function matches(values: readonly string[], known: string, arePatterns: boolean): boolean | undefined {
  const patterns = arePatterns ? values : values.map(escapeText);
  if (patterns.some((pattern) => covers(pattern, known))) return true;
  const isOpen = hasPlaceholder(known) || values.some((value) => /\$\{(?![*?$]\})/.test(value));
  return isOpen || patterns.some((pattern) => overlaps(pattern, known)) ? undefined : false;
}

/** Condition keys know no case. */
function valuesFor(
  keys: Readonly<Record<string, readonly string[]>> | undefined,
  key: string,
): readonly string[] | undefined {
  return Object.entries(keys ?? {}).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
