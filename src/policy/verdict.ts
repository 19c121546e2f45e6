import type { Conditions, Grant, Purpose, Resource } from '../grants/grant.ts';
import { parseArn } from '../iam/arn.ts';
import { covers, hasWildcard, overlaps } from '../iam/pattern.ts';
import { hasPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { truthOf } from './conditions.ts';
import { canonicalJson } from './policy.ts';
import type { Gathered, NotEvaluated, WrittenStatement } from './written.ts';

/** What written policies say about what is needed. */

/** A statement and where it stands. */
export interface Placed {
  readonly source: string;
  readonly line: number | undefined;
  readonly index: number;
  readonly ofAws: string | undefined;
  readonly statement: WrittenStatement;
}

/** How the texts of policies and needs compare. */
export interface Texts {
  /** Brings texts that mean the same into the same form. */
  readonly same: (text: string) => string;
  /** The text with `*` for every placeholder of which only a deployment tells the value; the other text may matter. */
  readonly loose: (text: string, other: string) => string;
}

export type Verdict =
  | { readonly kind: 'allowed' }
  /** A Deny hits it in every case. */
  | { readonly kind: 'denied'; readonly by: readonly Placed[] }
  /** It is allowed, and a Deny hits it under a condition or for some resources. */
  | { readonly kind: 'perhapsDenied'; readonly by: readonly Placed[] }
  /** It is allowed only under conditions that the need does not make true. */
  | { readonly kind: 'conditional'; readonly by: readonly Placed[] }
  /** Only a run tells the resource, and some of those that it may be are allowed. */
  | { readonly kind: 'inPart'; readonly by: readonly Placed[] }
  /** Nothing that is known allows it; what could not be evaluated may. */
  | { readonly kind: 'unknown'; readonly because: readonly NotEvaluated[] }
  /** Nothing allows it, and the definition does not tell whether the data that it is for is read or written. */
  | { readonly kind: 'data' }
  /** Nothing allows it; `by` allow it for some of the resources. */
  | { readonly kind: 'missing'; readonly by: readonly Placed[] };

/** What one state needs, for one purpose, with the same verdict. */
export interface Judged {
  /** JSON Pointer of the state. */
  readonly state: string;
  readonly purpose: Purpose;
  readonly actions: readonly string[];
  readonly resources: readonly Resource[];
  readonly conditions: Conditions | undefined;
  readonly verdict: Verdict;
}

export interface StateNeed {
  readonly state: string;
  readonly grant: Grant;
}

/** The statements of policies, each with its place. */
export function placed({ policies }: Gathered, { same }: Texts): readonly Placed[] {
  const each = (texts: readonly string[] | undefined) => texts?.map(same);
  return policies.flatMap(({ source, line, ofAws, statements }) =>
    statements.map((statement, index) => {
      const { Resource, NotResource, ...rest } = statement;
      const resources = { Resource: each(Resource), NotResource: each(NotResource) };
      return { source, line, index, ofAws, statement: { ...rest, ...withoutUndefined(resources) } };
    }),
  );
}

function withoutUndefined(lists: Readonly<Record<'Resource' | 'NotResource', readonly string[] | undefined>>) {
  const { Resource, NotResource } = lists;
  return { ...(Resource === undefined ? {} : { Resource }), ...(NotResource === undefined ? {} : { NotResource }) };
}

/** All needs with their verdicts, those that are allowed left out. */
export function shortfalls(
  needs: readonly StateNeed[],
  statements: readonly Placed[],
  notEvaluated: readonly NotEvaluated[],
  texts: Texts,
): readonly Judged[] {
  const judged = needs.flatMap(({ state, grant }) => {
    const { purpose, actions, resources, conditions } = grant;
    return actions.flatMap((action) =>
      resources.map((resource): Judged => {
        const verdict = verdictOf(statements, notEvaluated, { purpose, action, resource, conditions }, texts);
        return { state, purpose, actions: [action], resources: [resource], conditions, verdict };
      }),
    );
  });
  return merged(judged.filter(({ verdict }) => verdict.kind !== 'allowed'));
}

/** What one request needs. */
interface Ask {
  readonly purpose: Purpose;
  readonly action: string;
  readonly resource: Resource;
  readonly conditions: Conditions | undefined;
}

/**
 * IAM's order: an explicit Deny counts most, then an Allow, else it is denied.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function verdictOf(
  statements: readonly Placed[],
  notEvaluated: readonly NotEvaluated[],
  ask: Ask,
  texts: Texts,
): Verdict {
  const hits = statements.map((each) => ({ each, hit: hitOf(each.statement, ask, texts) }));
  const those = (effect: 'Allow' | 'Deny', ...which: readonly Hit[]) =>
    hits.filter(({ each, hit }) => each.statement.Effect === effect && which.includes(hit)).map(({ each }) => each);
  const denying = those('Deny', 'always');
  if (denying.length > 0) return { kind: 'denied', by: denying };
  if (those('Allow', 'always').length > 0 || notEvaluated.some(({ mayAllow: what }) => what === 'needed')) {
    const perhaps = those('Deny', 'conditional', 'inPart');
    return perhaps.length > 0 ? { kind: 'perhapsDenied', by: perhaps } : { kind: 'allowed' };
  }
  const because = [
    ...notEvaluated.filter((note) => mayAllow(note, ask.action)),
    ...those('Allow', 'perhaps').map(({ source, statement }) => atDeployment(source, statement)),
  ];
  if (because.length > 0) return { kind: 'unknown', because };
  const conditional = those('Allow', 'conditional');
  if (conditional.length > 0) return { kind: 'conditional', by: conditional };
  const by = those('Allow', 'inPart');
  if (by.length > 0 && (isOpen(ask.resource) || isAnyData(ask))) return { kind: 'inPart', by };
  return isAnyData(ask) ? { kind: 'data' } : { kind: 'missing', by };
}

function atDeployment(source: string, { Resource = [] }: WrittenStatement): NotEvaluated {
  return { source, reason: `allows it on ${Resource.join(', ')}: whether that is it, only the deployment tells` };
}

function mayAllow({ mayAllow: actions }: NotEvaluated, action: string): boolean {
  if (actions === undefined) return true;
  return typeof actions !== 'string' && actions.some((pattern) => matchesAction(pattern, action));
}

/** True where only a run, or a value that was not given, tells the resource: what the role allows may be all of it. */
export function isOpen({ arn, origin }: Resource): boolean {
  switch (origin.kind) {
    case 'unknown':
    case 'pattern':
    case 'missing':
    case 'unnamedMachine':
      return true;
    case 'wildcard':
      // `*` is what IAM wants where an action has no resources.
      return arn !== '*';
    case 'literal':
    case 'resolved':
    case 'assumedName':
    case 'fixed':
      return false;
  }
}

/**
 * True for what AWS's pages grant for all data that a call may touch, such as every table of a query's: what it does touch
 * is not in the definition.
 */
function isAnyData({ purpose, resource }: Ask): boolean {
  const { arn, origin } = resource;
  return purpose === 'data' && (origin.kind === 'fixed' || origin.kind === 'wildcard') && hasData(arn);
}

function hasData(arn: string): boolean {
  return hasWildcard(arn) || arn.endsWith(':catalog');
}

type Hit = 'always' | 'conditional' | 'inPart' | 'perhaps' | 'never';

/** For which of the requests that an ask stands for a statement counts. */
function hitOf(statement: WrittenStatement, { action, resource, conditions }: Ask, texts: Texts): Hit {
  if (!hitsAction(statement, action)) return 'never';
  const truth = statement.Condition === undefined ? true : truthOf(statement.Condition, conditions);
  if (truth === false) return 'never';
  const hit = hitOfResource(statement, resource.arn, texts);
  return hit === 'always' && truth === undefined ? 'conditional' : hit;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html */
function hitsAction({ Action, NotAction }: WrittenStatement, action: string): boolean {
  if (NotAction) return !NotAction.some((pattern) => matchesAction(pattern, action));
  return Action?.some((pattern) => matchesAction(pattern, action)) ?? false;
}

/** Actions know no case. */
export function matchesAction(pattern: string, action: string): boolean {
  return covers(pattern.toLowerCase(), action.toLowerCase());
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html */
function hitOfResource({ Effect, Resource, NotResource }: WrittenStatement, arn: string, { loose }: Texts): Hit {
  if (NotResource) {
    if (NotResource.some((pattern) => coversText(pattern, arn))) return 'never';
    return NotResource.some((pattern) => mayMeet(pattern, arn, loose)) ? 'inPart' : 'always';
  }
  const patterns = Resource ?? [];
  if (patterns.some((pattern) => coversText(pattern, arn))) return 'always';
  if (Effect === 'Deny') return patterns.some((pattern) => mayMeet(pattern, arn, loose)) ? 'inPart' : 'never';
  if (patterns.some((pattern) => overlaps(pattern, arn))) return 'inPart';
  return patterns.some((pattern) => mayBe(withoutVariables(pattern), arn, loose)) ? 'perhaps' : 'never';
}

/**
 * Whether a text that takes something away can be the same once placeholders have values: where one text has none, any
 * placeholder of the other may stand for it.
 */
function mayMeet(pattern: string, arn: string, loose: Texts['loose']): boolean {
  const known = withoutVariables(pattern);
  const isMixed = hasPlaceholder(known) && hasPlaceholder(arn);
  return isMixed ? overlaps(known, arn) || mayBe(known, arn, loose) : overlaps(open(known), open(arn));
}

function open(text: string): string {
  const pieces = splitAtPlaceholders(text);
  return pieces.map((piece) => (hasPlaceholder(piece) ? '*' : piece)).join('');
}

function withoutVariables(pattern: string): string {
  return pattern.replaceAll(IAM_VARIABLE, '*');
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
const IAM_VARIABLE = /\$\{[a-zA-Z0-9-]+:[^:{}][^{}]*\}/g;

/** Whether two texts may be the same when they are deployed: what a placeholder stands for does not reach into the next part of an ARN. */
export function mayBe(pattern: string, arn: string, loose: Texts['loose']): boolean {
  const [one, two] = [parseArn(pattern), parseArn(arn)];
  const meet = (a: string, b: string) => overlaps(loose(a, b), loose(b, a));
  if (one === undefined || two === undefined) return meet(pattern, arn);
  return (['partition', 'service', 'region', 'account', 'resource'] as const).every((part) =>
    meet(one[part], two[part]),
  );
}

/** `covers`, where a `?` of the pattern is no character of a placeholder. */
export function coversText(pattern: string, arn: string): boolean {
  if (!pattern.includes('?') || !hasPlaceholder(arn)) return covers(pattern, arn);
  const pieces = splitAtPlaceholders(arn).map((piece) =>
    hasPlaceholder(piece) && !pattern.includes(piece) ? '*' : piece,
  );
  return covers(pattern, pieces.join(''));
}

/** The same verdicts of a state together: actions with the same resources, in one. */
function merged(judged: readonly Judged[]): readonly Judged[] {
  const keyOf = ({ state, purpose, conditions, verdict }: Judged, more: readonly string[]) =>
    JSON.stringify([state, purpose, canonicalJson(conditions), verdictKey(verdict), more]);
  const byAction = group(judged, (each) => keyOf(each, each.actions));
  const whole = byAction.map(([first, all]) => ({ ...first, resources: all.flatMap(({ resources }) => resources) }));
  return group(whole, (each) =>
    keyOf(
      each,
      each.resources.map(({ arn }) => arn),
    ),
  ).map(([first, all]) => ({
    ...first,
    actions: [...new Set(all.flatMap(({ actions }) => actions))],
  }));
}

function verdictKey(verdict: Verdict): string {
  const by = 'by' in verdict ? verdict.by.map(({ source, index }) => `${source} ${index}`) : [];
  return [verdict.kind, ...by].join();
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, readonly T[]])[] {
  const groups = new Map<string, { readonly first: T; readonly all: T[] }>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.all.push(item);
    else groups.set(keyOf(item), { first: item, all: [item] });
  }
  return [...groups.values()].map(({ first, all }) => [first, all]);
}
