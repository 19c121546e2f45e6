import type { Conditions } from '../grants/grant.ts';
import { ARN_FIELDS, parseArn } from '../iam/arn.ts';
import { covers, overlaps } from '../iam/pattern.ts';
import { own } from '../own.ts';
import { hasVariable } from './variables.ts';

/**
 * Whether a policy's condition holds for the requests that meet the needed conditions: true for all of them, false
 * for none, undefined if these conditions don't decide it. No condition always holds. An empty one is undecided: one page says both that it
 * does not affect the policy and that its statement has no effect.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * …/access-analyzer-reference-policy-checks.html (EMPTY_OBJECT_CONDITION)
 */
export function conditionTruth(written: Conditions | undefined, needed: Conditions | undefined): boolean | undefined {
  if (written === undefined || written === needed) return true;
  const truths = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => keyTruth(operator, key, values, needed ?? {})),
  );
  if (truths.includes(false)) return false;
  return truths.length > 0 && truths.every((truth) => truth === true) ? true : undefined;
}

/** How an operator compares texts. */
interface Comparison {
  readonly patterns?: boolean;
  readonly not?: boolean;
  readonly anyCase?: boolean;
  /** Compared part by part: a wildcard stays within its part of the ARN. */
  readonly arn?: boolean;
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  StringEquals: {},
  StringNotEquals: { not: true },
  StringEqualsIgnoreCase: { anyCase: true },
  StringNotEqualsIgnoreCase: { anyCase: true, not: true },
  StringLike: { patterns: true },
  StringNotLike: { patterns: true, not: true },
  // 'ArnEquals and ArnLike behave identically': …/reference_policies_elements_condition_operators.html#Conditions_ARN
  ArnEquals: { patterns: true, arn: true },
  ArnLike: { patterns: true, arn: true },
  ArnNotEquals: { patterns: true, arn: true, not: true },
  ArnNotLike: { patterns: true, arn: true, not: true },
};

function keyTruth(operator: string, key: string, values: readonly string[], needed: Conditions): boolean | undefined {
  if (impliedBySame(operator, values, valuesFor(own(needed, operator), key))) return true;
  const known = knownValues(needed, key);
  if (known === undefined) return undefined;
  if (operator === 'Null') return nullTruth(values);
  // The request has the key, so `IfExists` adds nothing.
  const comparison = own(COMPARISONS, operator.replace(/IfExists$/, ''));
  if (!comparison || values.length === 0) return undefined;
  const truths = new Set(known.map((value) => matches(values, value, comparison)));
  const [truth] = truths.size === 1 ? truths : [];
  return truth === undefined ? undefined : truth !== (comparison.not ?? false);
}

/** The same condition or a wider one. Values are combined with OR; those of a negated operator with NOR. */
function impliedBySame(operator: string, values: readonly string[], same: readonly string[] | undefined): boolean {
  if (same === undefined || same.length === 0 || values.length === 0) return false;
  const [some, all] = /Not/.test(operator) ? [values, same] : [same, values];
  return some.every((value) => all.includes(value));
}

/** What the request's value of the key can be, as patterns. */
function knownValues(needed: Conditions, key: string): readonly string[] | undefined {
  const known =
    valuesFor(needed['StringEquals'], key)?.map(exactly) ??
    valuesFor(needed['StringLike'], key) ??
    valuesFor(needed['ArnLike'], key);
  return known?.length === 0 ? undefined : known;
}

/** `Null` compared with a key that the request has: `false` means that the key is there, `true` that it isn't. */
function nullTruth(values: readonly string[]): boolean | undefined {
  const [value] = values;
  if (values.length !== 1 || (value !== 'true' && value !== 'false')) return undefined;
  return value === 'false';
}

/** Whether a known value matches one of the values, before the operator negates it. */
function matches(
  values: readonly string[],
  value: string,
  { patterns = false, anyCase = false, arn = false }: Comparison,
): boolean | undefined {
  const inCase = (text: string) => (anyCase ? text.toLowerCase() : text);
  const known = inCase(value);
  const candidates = (patterns ? values : values.map(exactly)).map(inCase);
  const isWithin = arn ? coversArn : covers;
  if (candidates.some((pattern) => isWithin(pattern, known))) return true;
  // The value of a variable or a placeholder isn't known here, on either side.
  const isOpen = [value, ...values].some(hasVariable);
  return isOpen || candidates.some((pattern) => overlaps(pattern, known)) ? undefined : false;
}

function coversArn(pattern: string, arn: string): boolean {
  const [wider, narrower] = [parseArn(pattern), parseArn(arn)];
  if (wider === undefined || narrower === undefined) return false;
  return ARN_FIELDS.every((part) => covers(wider[part], narrower[part]));
}

/** The text as a pattern that matches only itself: without `Like`, `*` and `?` are ordinary characters. */
function exactly(text: string): string {
  return /[*?]/.test(text)
    ? text.replaceAll(/\$\{[*?$]\}|[*?]/g, (one) => (one.length === 1 ? `\${${one}}` : one))
    : text;
}

/** The names of condition keys are not case-sensitive. */
function valuesFor(
  keys: Readonly<Record<string, readonly string[]>> | undefined,
  key: string,
): readonly string[] | undefined {
  return Object.entries(keys ?? {}).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
