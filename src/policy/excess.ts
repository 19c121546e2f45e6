import type { Conditions, Grant } from '../grants/grant.ts';
import { parseArn } from '../iam/arn.ts';
import { hasWildcard, overlaps } from '../iam/pattern.ts';
import { type PatternIndex, patternIndex } from '../iam/patternIndex.ts';
import { conditionTruth } from './conditions.ts';
import { coversText, matchesAction, mayBe, type TextComparison } from './match.ts';
import { canonicalJson } from './policy.ts';
import type { PlacedStatement, PolicySet } from './policySet.ts';

/** What policies allow although nothing needs it. */
export interface Excess {
  readonly by: PlacedStatement;
  /**
   * `unused`: nothing needs these actions on these resources. `wide`: something does, but narrower resources are
   * enough.
   */
  readonly kind: 'unused' | 'wide';
  /** As they are written; `NotAction` and `NotResource` are `*`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** For `wide`: the permissions that are needed. */
  readonly needed: readonly Permission[];
}

export interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly conditions: Conditions | undefined;
  /** True where a fact names the resource: what is known of it may not be all. */
  readonly isFact: boolean;
}

/**
 * The certain excess of each Allow statement: per action, the resources that nothing needs and those that are wider
 * than needed.
 */
export function excessOf(set: PolicySet, grants: readonly Grant[]): readonly Excess[] {
  const needs = needIndex(grants);
  return allowing(set).flatMap((by) =>
    mergedExcess(unneededBy(by, needs).flatMap((more) => certainExcess(by, more, needs, set.texts))),
  );
}

/** An action, and the resources on which it is allowed but not needed. */
export interface ActionExcess {
  readonly action: string;
  readonly resources: readonly string[];
}

/**
 * Everything that the policies allow beyond the grants, including what might be used. Without it, exactly the grants
 * are left.
 */
export function excessOver(set: PolicySet, grants: readonly Grant[]): readonly ActionExcess[] {
  const needs = needIndex(grants);
  return allowing(set).flatMap((by) => unneededBy(by, needs));
}

function allowing({ statements }: PolicySet): readonly PlacedStatement[] {
  return statements.filter(({ statement }) => statement.Effect === 'Allow');
}

interface NeedIndex {
  /** The needed permissions whose action matches a pattern. */
  readonly coveredBy: (pattern: string) => readonly Permission[];
  /** Whether the needed permissions cover an action on a resource under a condition. */
  readonly covers: (action: string, resource: string, condition: Conditions | undefined) => boolean;
}

function needIndex(grants: readonly Grant[]): NeedIndex {
  const permissions = permissionsOf(grants);
  const byAction = Map.groupBy(permissions, ({ action }) => action.toLowerCase());
  const wild = [...byAction.keys()].filter(hasWildcard);
  const indexes = new Map<string, PatternIndex<Permission>>();
  const indexOf = (name: string) => {
    let index = indexes.get(name);
    if (!index) {
      const needed = byAction.get(name) ?? [];
      indexes.set(name, (index = patternIndex(needed.map((each) => [each.resource, each] as const))));
    }
    return index;
  };
  const isFor = ({ conditions }: Permission, condition: Conditions | undefined) =>
    conditionTruth(conditions, condition) === true;
  return {
    coveredBy: (pattern) => {
      if (!hasWildcard(pattern)) return byAction.get(pattern.toLowerCase()) ?? [];
      const names = new Set([...byAction.keys()].filter((name) => matchesAction(pattern, name)));
      return permissions.filter(({ action }) => names.has(action.toLowerCase()));
    },
    covers: (action, resource, condition) => {
      const name = action.toLowerCase();
      const names = [
        ...(byAction.has(name) ? [name] : []),
        ...wild.filter((each) => each !== name && matchesAction(each, name)),
      ];
      return names.some((each) =>
        indexOf(each).some(
          resource,
          (pattern, permission) => coversText(pattern, resource) && isFor(permission, condition),
        ),
      );
    },
  };
}

function permissionsOf(grants: readonly Grant[]): readonly Permission[] {
  const all = grants.flatMap(({ actions, resources, conditions }) =>
    actions.flatMap((action) =>
      resources.map(({ arn, origin }) => ({ action, resource: arn, conditions, isFact: origin.kind === 'fact' })),
    ),
  );
  const keyOf = ({ action, resource, conditions }: Permission) =>
    `${action.toLowerCase()}\n${resource}\n${canonicalJson(conditions)}`;
  return [...new Map(all.map((each) => [keyOf(each), each])).values()];
}

/** For each action of an Allow statement, the resources that no need covers completely. */
function unneededBy({ statement }: PlacedStatement, needs: NeedIndex): readonly ActionExcess[] {
  const { Action = ['*'], NotAction, Resource = ['*'], NotResource, Condition } = statement;
  const isNot = NotAction !== undefined || NotResource !== undefined;
  return Action.flatMap((action) => {
    const resources = isNot ? Resource : Resource.filter((resource) => !needs.covers(action, resource, Condition));
    return resources.length === 0 ? [] : [{ action, resources }];
  });
}

/** The part that is certainly excess; the rest depends on a run or a deployment. */
function certainExcess(
  by: PlacedStatement,
  { action, resources }: ActionExcess,
  needs: NeedIndex,
  texts: TextComparison,
): readonly Excess[] {
  const { NotAction, Condition } = by.statement;
  if (isOfKeys(action)) return [];
  const wanted = needs
    .coveredBy(action)
    .filter(
      (each) =>
        !NotAction?.some((pattern) => matchesAction(pattern, each.action)) &&
        conditionTruth(Condition, each.conditions) !== false,
    );
  if (wanted.length === 0) return [{ by, kind: 'unused', actions: [action], resources, needed: [] }];
  return resources.flatMap((resource): readonly Excess[] => {
    const needed = wanted.filter((each) => overlaps(resource, each.resource) || qualifies(resource, each.resource));
    if (!hasWildcard(action) && needed.some((each) => isExcused(action, resource, each))) return [];
    if (resource === '*' && needed.length > 0 && needed.every(isWholeType)) return [];
    const pair = { by, actions: [action], resources: [resource], needed };
    if (needed.length === 0) {
      const isPerhaps = wanted.some((each) => mayBe(resource, each.resource, texts.widen));
      return isPerhaps ? [] : [{ ...pair, kind: 'unused' }];
    }
    // A resource that is known only at run time may turn out to be all of it.
    return needed.some((each) => coversText(resource, each.resource)) ? [{ ...pair, kind: 'wide' }] : [];
  });
}

/**
 * True for everything of the account, or all of a type in it: `*` adds other Regions alone, and many a page of AWS prints `*`
 * for it, such as those of EMR's createCluster and of SageMaker AI's ListTags.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html and …/connect-sagemaker.html
 */
function isWholeType({ resource, conditions }: Permission): boolean {
  const whole = parseArn(resource)?.resource;
  return conditions === undefined && whole !== undefined && /^(?:[\w-]+[/:])?\*$/.test(whole);
}

/** Which keys encrypt what a role uses is never wholly known, and whoever takes a needed one away breaks production. */
export function isOfKeys(action: string): boolean {
  return action.toLowerCase().startsWith('kms:');
}

/** Whether it is not certain that an action is allowed on more than is needed of it. */
function isExcused(action: string, resource: string, needed: Permission): boolean {
  return needed.isFact || qualifies(resource, needed.resource) || isOnlyFormWider(action, resource, needed.resource);
}

/**
 * True for all versions and aliases of what is needed: `function:NAME:*` beside `function:NAME`, which the CDK and SAM
 * allow together, so that a definition may name a version.
 */
function qualifies(resource: string, needed: string): boolean {
  return resource === `${needed}:*`;
}

/**
 * True where two patterns differ and allow the same: Amazon S3 has no resources but buckets and what lies in them.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
function isOnlyFormWider(action: string, resource: string, needed: string): boolean {
  return (
    /^s3:/i.test(action) && /^(?:\*|arn:[^:]+:s3:::\*)$/.test(resource) && /^arn:[^:]+:s3:::\*(?:\/\*)?$/.test(needed)
  );
}

/** Merges actions with the same excess, then resources with the same excess. Keys are JSON: texts may have any character. */
function mergedExcess(parts: readonly Excess[]): readonly Excess[] {
  const neededOf = ({ needed }: Excess) => needed.map(({ action, resource }) => [action, resource]);
  const byAction = mergedBy(parts, (each) => JSON.stringify([each.kind, each.actions, neededOf(each)]));
  return mergedBy(byAction, (each) => JSON.stringify([each.kind, each.resources, resourcesOf(each)]));
}

function resourcesOf({ needed }: Excess): readonly (readonly string[])[] {
  return needed.map(({ resource, conditions }) => [resource, canonicalJson(conditions)]);
}

function mergedBy(parts: readonly Excess[], keyOf: (each: Excess) => string): readonly Excess[] {
  return [...Map.groupBy(parts, keyOf).values()].map((same) => same.reduce(union));
}

function union(a: Excess, b: Excess): Excess {
  const union = <T>(first: readonly T[], second: readonly T[]) => [...new Set([...first, ...second])];
  return {
    ...a,
    actions: union(a.actions, b.actions),
    resources: union(a.resources, b.resources),
    needed: union(a.needed, b.needed),
  };
}
