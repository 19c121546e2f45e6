import type { Conditions, Grant, Purpose, Resource } from '../grants/grant.ts';
import { hasWildcard } from '../iam/pattern.ts';
import { conditionTruth } from './conditions.ts';
import { coversText, matchesAction, matchOf, type RequestedResource, type StatementMatch } from './match.ts';
import { restrictGrant } from './merge.ts';
import type { PlacedStatement, PolicySet } from './policySet.ts';
import type { NotEvaluated, WrittenStatement } from './statement.ts';

/** Judges whether policies allow what is needed: for check and diff, the deploy-time hook and the re-check. */

export type Verdict =
  /** Allowed in every case, unless what could not be read (`unless`) denies it. */
  | { readonly kind: 'allowed'; readonly unless?: readonly NotEvaluated[] }
  /** A Deny matches it in every case. */
  | { readonly kind: 'denied'; readonly by: readonly PlacedStatement[] }
  /** Allowed, but a Deny matches under a condition or for some resources. */
  | { readonly kind: 'perhapsDenied'; readonly by: readonly PlacedStatement[] }
  /** Allowed only under conditions that the call may not meet. */
  | { readonly kind: 'conditional'; readonly by: readonly PlacedStatement[] }
  /** The resource is known only at run time, and only some of the possible ones are allowed. */
  | { readonly kind: 'inPart'; readonly by: readonly PlacedStatement[] }
  /** Nothing known allows it; what could not be evaluated may. */
  | { readonly kind: 'unknown'; readonly because: readonly NotEvaluated[] }
  /** Nothing allows it, and the definition doesn't say whether the data in question is read or written. */
  | { readonly kind: 'data' }
  /** Nothing allows it for all resources; `by` allow it for some. */
  | { readonly kind: 'missing'; readonly by: readonly PlacedStatement[] };

/** What one request needs. */
export interface AccessRequest {
  readonly purpose: Purpose;
  readonly action: string;
  readonly resource: Resource;
  readonly conditions: Conditions | undefined;
}

/**
 * IAM's order: an explicit Deny wins, then an Allow; without either, the request is denied.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function verdictOf(set: PolicySet, request: AccessRequest): Verdict {
  const { action, resource, conditions } = request;
  return decided(set, action, { arn: resource.arn, conditions }) ?? shortfall(set, request);
}

/** The verdict if a Deny or an Allow decides; undefined if nothing certainly allows the request. */
function decided(set: PolicySet, action: string, asked: RequestedResource): Verdict | undefined {
  const denying = set.denying(action).all.map((each) => ({ each, match: matchOf(each.statement, asked, set.texts) }));
  const those = (...matches: readonly StatementMatch[]) =>
    denying.filter(({ match }) => matches.includes(match)).map(({ each }) => each);
  const certain = those('always');
  if (certain.length > 0) return { kind: 'denied', by: certain };
  if (!isGranted(set, action, asked)) return undefined;
  const perhaps = those('conditional', 'inPart');
  if (perhaps.length > 0) return { kind: 'perhapsDenied', by: perhaps };
  const unless = set.notEvaluated.filter(({ mayDeny }) => mayDeny === true);
  return unless.length > 0 ? { kind: 'allowed', unless } : { kind: 'allowed' };
}

function isGranted(set: PolicySet, action: string, asked: RequestedResource): boolean {
  const { arn, conditions } = asked;
  const { byResource, withNotResource } = set.allowing(action);
  const holds = ({ Condition }: WrittenStatement) => conditionTruth(Condition, conditions) === true;
  return (
    byResource.some(arn, (pattern, { statement }) => coversText(pattern, arn) && holds(statement)) ||
    withNotResource.some(({ statement }) => matchOf(statement, asked, set.texts) === 'always') ||
    set.notEvaluated.some(({ mayAllow: what }) => what === 'needed')
  );
}

/** The verdict if nothing certainly allows the request. */
function shortfall({ allowing, notEvaluated, texts }: PolicySet, request: AccessRequest): Verdict {
  const { action, resource, conditions } = request;
  const asked = { arn: resource.arn, conditions };
  const matches = allowing(action).all.map((each) => ({ each, match: matchOf(each.statement, asked, texts) }));
  const those = (which: StatementMatch) => matches.filter(({ match }) => match === which).map(({ each }) => each);
  const because = [
    ...notEvaluated.filter((note) => mayAllow(note, action)),
    ...those('perhaps').map(({ source, statement }) => atDeployment(source, statement)),
  ];
  if (because.length > 0) return { kind: 'unknown', because };
  const conditional = those('conditional');
  if (conditional.length > 0) return { kind: 'conditional', by: conditional };
  const by = those('inPart');
  if (by.length > 0 && (isOpen(resource) || isAnyData(request))) return { kind: 'inPart', by };
  return isAnyData(request) ? { kind: 'data' } : { kind: 'missing', by };
}

function atDeployment(source: string, { Resource = [] }: WrittenStatement): NotEvaluated {
  return {
    source,
    reason: `allows it on ${Resource.join(', ')}; whether that is the same resource is known only after deployment`,
  };
}

function mayAllow({ mayAllow: actions }: NotEvaluated, action: string): boolean {
  if (actions === undefined) return true;
  return typeof actions !== 'string' && actions.some((pattern) => matchesAction(pattern, action));
}

/** True if the resource depends on a run or on a missing value: what the role allows may then be enough. */
export function isOpen({ arn, origin }: Resource): boolean {
  switch (origin.kind) {
    case 'unknown':
    case 'pattern':
    case 'missing':
    case 'unnamedMachine':
      return true;
    case 'wildcard':
      // IAM requires `*` for actions without resource types.
      return arn !== '*';
    // What AWS numbers or completes: an execution, the latest revision, a secret's suffix.
    case 'literal':
    case 'resolved':
    case 'assumedName':
    case 'fact':
      return hasWildcard(arn);
    case 'fixed':
      return false;
  }
}

/**
 * True for grants on all data that a call may touch, such as every table for a query: the definition doesn't say
 * which data it does touch. Of a data catalog, it doesn't even say so where it names the database.
 */
function isAnyData({ purpose, resource }: AccessRequest): boolean {
  const { arn, origin } = resource;
  if (purpose !== 'data') return false;
  return /^arn:[^:]*:glue:/.test(arn) || ((origin.kind === 'fixed' || origin.kind === 'wildcard') && hasWildcard(arn));
}

/**
 * True if the policies allow the action on the resource whenever the conditions hold, and nothing unreadable may deny
 * it. The re-check treats this as complete.
 */
export function isAllowed(
  set: PolicySet,
  action: string,
  resource: string,
  conditions: Conditions | undefined,
): boolean {
  const verdict = decided(set, action, { arn: resource, conditions });
  return verdict?.kind === 'allowed' && verdict.unless === undefined;
}

/** True if any statement denies something, or may. */
export function mayDeny({ statements, notEvaluated }: PolicySet): boolean {
  return (
    statements.some(({ statement }) => statement.Effect === 'Deny') ||
    notEvaluated.some((note) => note.mayDeny === true)
  );
}

/** The part of the grants that the policies don't allow yet. */
export function missingFrom(set: PolicySet, grants: readonly Grant[]): readonly Grant[] {
  return grants.flatMap((grant) =>
    restrictGrant(grant, (action, resource) => !isAllowed(set, action, resource, grant.conditions)),
  );
}
