import type { Conditions, Grant } from '../grants/grant.ts';
import { covers } from '../iam/pattern.ts';
import { canonicalJson, type Policy, policyOf, type Statement } from './policy.ts';

/** The difference between what a role's documents allow and what it needs. */

/** A policy document as IAM may have it, whoever wrote it. */
export interface Held {
  /** Its plain statements: what they allow, with lists for single texts. */
  readonly allowed: readonly Statement[];
  /** True where there is anything else in it: a Deny, NotAction, NotResource, a text that is no policy. */
  readonly irregular: boolean;
  /** True where one of its statements denies something. */
  readonly denies: boolean;
}

/** Reads a document. Never throws: what cannot be read is irregular. */
export function readDocument(text: string): Held {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { allowed: [], irregular: true, denies: false };
  }
  const statements = isRecord(json) ? listOf(json['Statement']) : [];
  const allowed = statements.flatMap((statement) => plain(statement) ?? []);
  return {
    allowed,
    irregular: statements.length === 0 || allowed.length < statements.length,
    denies: statements.some((statement) => isRecord(statement) && statement['Effect'] === 'Deny'),
  };
}

/** The same of several documents together. */
export function readDocuments(texts: Iterable<string>): Held {
  const all = [...texts].map(readDocument);
  return {
    allowed: all.flatMap(({ allowed }) => allowed),
    irregular: all.some(({ irregular }) => irregular),
    denies: all.some(({ denies }) => denies),
  };
}

function plain(statement: unknown): Statement | undefined {
  if (!isRecord(statement) || statement['Effect'] !== 'Allow') return undefined;
  const Action = textsOf(statement['Action']);
  const Resource = textsOf(statement['Resource']);
  if (Action.length === 0 || Resource.length === 0) return undefined;
  if (statement['Condition'] === undefined) return { Effect: 'Allow', Action, Resource };
  const Condition = conditionsOf(statement['Condition']);
  return Condition ? { Effect: 'Allow', Action, Resource, Condition } : undefined;
}

function conditionsOf(value: unknown): Conditions | undefined {
  if (!isRecord(value)) return undefined;
  const operators = Object.entries(value).map(([operator, keys]) => {
    if (!isRecord(keys)) return undefined;
    return [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, valuesOf(values)])),
    ] as const;
  });
  return operators.every((entry) => entry !== undefined) ? Object.fromEntries(operators) : undefined;
}

/** IAM takes one text for a list of one. */
function textsOf(value: unknown): readonly string[] {
  const list = listOf(value);
  return list.every((item) => typeof item === 'string') ? list : [];
}

/** A condition's values: IAM takes `true` and 7 for texts. */
function valuesOf(value: unknown): readonly string[] {
  return listOf(value).map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)));
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * True where one of the statements allows the action on the resource in every case in which the conditions hold.
 * IAM's actions know no case.
 */
export function isAllowed(
  statements: readonly Statement[],
  action: string,
  resource: string,
  conditions: Conditions | undefined,
): boolean {
  const wanted = canonicalJson(conditions);
  const name = action.toLowerCase();
  return statements.some(
    ({ Action, Resource, Condition }) =>
      (Condition === undefined || canonicalJson(Condition) === wanted) &&
      Action.some((pattern) => covers(pattern.toLowerCase(), name)) &&
      Resource.some((pattern) => covers(pattern, resource)),
  );
}

/** What is needed and not allowed: the grants without what the statements allow already. */
export function missingFrom(statements: readonly Statement[], grants: readonly Grant[]): readonly Grant[] {
  return grants.flatMap((grant) =>
    reduced(grant, (action, resource) => !isAllowed(statements, action, resource, grant.conditions)),
  );
}

/** A grant with only those pairs of action and resource that a test lets through: one grant for each action left. */
export function reduced(grant: Grant, keep: (action: string, resource: string) => boolean): readonly Grant[] {
  return grant.actions.flatMap((action) => {
    const resources = grant.resources.filter(({ arn }) => keep(action, arn));
    return resources.length === 0 ? [] : [{ ...grant, actions: [action], resources }];
  });
}

/** What is allowed and not needed: a statement for each action that has resources too many. */
export function excessOver(statements: readonly Statement[], needed: Policy): readonly Statement[] {
  const wanted = needed.Statement.filter(({ Effect }) => Effect === 'Allow');
  return statements.flatMap((statement) =>
    statement.Action.flatMap((action) => {
      const Resource = statement.Resource.filter(
        (resource) => !isAllowed(wanted, action, resource, statement.Condition),
      );
      return Resource.length === 0 ? [] : [{ ...statement, Action: [action], Resource }];
    }),
  );
}

/** One document that allows what the statements allow and what the grants need. */
export function mergedPolicy(statements: readonly Statement[], grants: readonly Grant[]): Policy {
  return policyOf([...statements.map(grantOf), ...grants]);
}

/** What a policy allows, as grants. */
export function grantsOf({ Statement }: Policy): readonly Grant[] {
  return Statement.filter(({ Effect }) => Effect === 'Allow').map(grantOf);
}

function grantOf({ Action, Resource, Condition }: Statement): Grant {
  const resources = Resource.map((arn) => ({ arn, origin: { kind: 'fixed' } as const }));
  const grant: Grant = { purpose: 'call', actions: Action, resources };
  return Condition === undefined ? grant : { ...grant, conditions: Condition };
}
