/**
 * A small IAM evaluation of the tests' own: it shares no code with src, so that a mistake there cannot hide itself.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */

export interface TestStatement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface TestPolicy {
  readonly Statement: readonly TestStatement[];
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/** Deny beats Allow; what no statement allows is denied. */
export function isAllowed(policy: TestPolicy, request: Request): boolean {
  const applying = policy.Statement.filter((statement) => applies(statement, request));
  return applying.length > 0 && applying.every((statement) => (statement.Effect ?? 'Allow') === 'Allow');
}

/** Whether a statement is about a request, whatever its effect. */
export function applies(statement: TestStatement, { action, resource, context = {} }: Request): boolean {
  return (
    list(statement.Action).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
    list(statement.Resource).some((pattern) => matches(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => conditionHolds(operator, list(values), context[key])),
    )
  );
}

/** A key that the request does not have fails every operator but negated ones and those of all its values. */
function conditionHolds(
  operator: string,
  values: readonly string[],
  given: string | readonly string[] | undefined,
): boolean {
  if (operator === 'ArnNotLike') return !conditionHolds('ArnLike', values, given);
  const [, ofAll, single = '', ifExists] = /^(ForAllValues:)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  if (single === 'Null') return values.includes(String(given === undefined));
  if (ifExists !== undefined && given === undefined) return true;
  const allowed = (one: string) => values.some((value) => holds(single, value, one));
  if (ofAll !== undefined) return list(given).every(allowed);
  if (typeof given === 'object') throw new Error(`the tests' IAM does not compare several values by ${operator}`);
  return given !== undefined && allowed(given);
}

function holds(operator: string, value: string, given: string): boolean {
  if (operator === 'StringEquals') return plainText(value) === given;
  if (operator === 'StringLike' || operator === 'ArnLike') return matches(value, given);
  throw new Error(`the tests' IAM does not know the operator ${operator}`);
}

function plainText(text: string): string {
  return text.replaceAll(/\$\{([*?$])\}/g, '$1');
}

/** Whether a text is one of a pattern's. */
export function matches(pattern: string, text: string): boolean {
  let expression = expressions.get(pattern);
  if (!expression) {
    if (expressions.size === MOST_KEPT) expressions.clear();
    expressions.set(pattern, (expression = expressionOf(pattern)));
  }
  return expression.test(text);
}

/** The same few patterns are asked for again and again; random ones are not kept for ever. */
const expressions = new Map<string, RegExp>();
const MOST_KEPT = 10_000;

/** Turns a pattern into a regular expression: another way than the one in src, on purpose. */
function expressionOf(pattern: string): RegExp {
  let source = '';
  for (const [token] of pattern.matchAll(/\$\{[*?$]\}|./gsu)) {
    if (token === '*') source += '.*';
    else if (token === '?') source += '.';
    else source += (token.length > 2 ? token.slice(2, 3) : token).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'su');
}

export function list(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** Every action with every resource of every statement. */
export function pairs(policy: TestPolicy): readonly { action: string; resource: string; statement: TestStatement }[] {
  return policy.Statement.flatMap((statement) =>
    list(statement.Action).flatMap((action) =>
      list(statement.Resource).map((resource) => ({ action, resource, statement })),
    ),
  );
}

/**
 * The pairs of a policy that no statement of the ceiling covers. A wildcard of the policy is only covered by one of
 * the ceiling: it is replaced by a text that no literal matches.
 */
export function widerThan(policy: TestPolicy, ceiling: TestPolicy): readonly string[] {
  return pairs(policy)
    .filter(({ action, resource, statement }) => {
      const probe = resource.replaceAll(/(?<!\$\{)[*?]/g, '\u{1F511}');
      return !ceiling.Statement.some((limit) => {
        const inside = applies({ ...limit, Condition: {} }, { action, resource: probe });
        return inside && conditionsAsNarrow(statement, limit);
      });
    })
    .map(({ action, resource }) => `${action} on ${resource}`);
}

/** Where the ceiling has a condition on a key, the policy needs the same one or a narrower one. */
function conditionsAsNarrow(statement: TestStatement, limit: TestStatement): boolean {
  return Object.values(limit.Condition ?? {}).every((keys) =>
    Object.entries(keys).every(([key, allowed]) => {
      const given = Object.values(statement.Condition ?? {}).flatMap((own) => list(own[key]));
      return (
        given.length > 0 && given.every((value) => list(allowed).some((pattern) => matches(pattern, plainText(value))))
      );
    }),
  );
}
