import type { Conditions } from '../grants/grant.ts';
import { canonicalJson } from '../policy/policy.ts';
import { approvalDigest } from '../role/rolefitPolicy.ts';

/**
 * What a deployment has approved, and what is less than that: the same action on the same resource under more
 * conditions. A later version of rolefit may know a condition that the deployment's did not, and a changed definition
 * may say an argument that it left open.
 *
 * Each test of an Allow's condition only narrows it, whatever its operator: 'If your policy statement has multiple
 * condition operators, the condition operators are evaluated using a logical AND', and so are the keys of one operator.
 * What was approved under a condition is not approved without it.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
export function isApproved(
  approved: ReadonlySet<string>,
  action: string,
  resource: string,
  conditions: Conditions | undefined,
): boolean {
  return widerConditions(conditions).some((wider) => approved.has(approvalDigest(action, resource, wider)));
}

/** One operator on one key. */
type Test = readonly [operator: string, key: string, values: readonly string[]];

/** Of more tests only all and none are tried: the number of their combinations doubles with each. */
const MOST_TESTS = 3;

/** The conditions themselves first, then those with fewer tests, and none. */
export function widerConditions(conditions: Conditions | undefined): readonly (Conditions | undefined)[] {
  if (conditions === undefined) return [undefined];
  const tests = testsOf(conditions);
  if (tests.length < 2 || tests.length > MOST_TESTS) return [conditions, undefined];
  const some = Array.from({ length: 2 ** tests.length - 2 }, (_, index) =>
    conditionsOf(tests.filter((_test, bit) => ((index + 1) >> bit) & 1)),
  );
  return [conditions, ...some, undefined];
}

/** Whether a statement's condition is none, or some or all of these tests: what meets them meets it. */
export function isWiderCondition(written: Conditions | undefined, conditions: Conditions | undefined): boolean {
  if (written === undefined || canonicalJson(written) === canonicalJson(conditions)) return true;
  const tests = testsOf(written);
  // No page says clearly what IAM makes of an operator without keys, which someone wrote by hand.
  const isClear = tests.length > 0 && canonicalJson(conditionsOf(tests)) === canonicalJson(written);
  if (conditions === undefined || !isClear) return false;
  const textOf = (test: Test) => canonicalJson(conditionsOf([test]));
  const known = new Set(testsOf(conditions).map(textOf));
  return tests.every((test) => known.has(textOf(test)));
}

function testsOf(conditions: Conditions): readonly Test[] {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]): Test => [operator, key, values]),
  );
}

function conditionsOf(tests: readonly Test[]): Conditions {
  const operators = Object.groupBy(tests, ([operator]) => operator);
  return Object.fromEntries(
    Object.entries(operators).map(([operator, those = []]) => [
      operator,
      Object.fromEntries(those.map(([, key, values]) => [key, values])),
    ]),
  );
}
