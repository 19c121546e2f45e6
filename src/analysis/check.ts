import { hasWildcard } from '../iam/pattern.ts';
import { hasPlaceholder, isPlaceholder, splitAtPlaceholders } from '../iam/text.ts';
import { own } from '../own.ts';
import type { ReadPolicies } from '../policy/document.ts';
import { type ActionExcess, type Excess, excessOf, excessOver, isOfKeys } from '../policy/excess.ts';
import type { TextComparison } from '../policy/match.ts';
import { type PlacedStatement, policySet } from '../policy/policySet.ts';
import { type Shortfall, type StateNeed, shortfalls } from '../policy/shortfalls.ts';
import { type NotEvaluated, withConditionTexts } from '../policy/statement.ts';
import { type Placeholders, writeOutToCompare } from '../template/placeholder.ts';
import { shapeOf } from '../template/resources.ts';
import type { Fit } from './fit.ts';

export interface CheckOptions {
  /** What the `${…}` in a template's texts stand for. */
  readonly placeholders?: Placeholders;
  /** What `${AWS::Partition}` stands for; else the partition of the definitions' own ARNs, else `aws`. */
  readonly partition?: string;
  /** True for the policies of a deployed role: a placeholder in what is needed can be any of its names. */
  readonly isDeployed?: boolean;
}

/** State machines compared with the policies of the role that they share. */
export interface Checked {
  /** In the order of the fits. */
  readonly machines: readonly CheckedNeeds[];
  /** What the policies allow and none of the state machines needs. */
  readonly excess: readonly Excess[];
  readonly notEvaluated: readonly NotEvaluated[];
}

export interface CheckedNeeds {
  readonly needs: readonly StateNeed[];
  /** Needs that are not certainly allowed, and why. */
  readonly judged: readonly Shortfall[];
}

/**
 * Compares what state machines need with the policies of the one role that they use: what is missing, what is allowed
 * only under a condition or perhaps denied, and what is too much. Pure.
 */
export function check(fits: readonly Fit[], role: ReadPolicies, options: CheckOptions = {}): Checked {
  const { placeholders = {}, isDeployed = false } = options;
  const texts = comparison(placeholders, options.partition ?? partitionIn(fits));
  const set = policySet(role, texts);
  const machines = fits.map((fit): CheckedNeeds => {
    const { known, open } = needsOf(fit, texts, isDeployed);
    const all = shortfalls(known, set);
    // Where nothing is known of the role, one note says so: no verdict repeats it.
    const judged = set.statements.length > 0 ? all : all.filter(({ verdict }) => verdict.kind !== 'unknown');
    return { needs: known, judged: [...judged, ...open] };
  });
  const isWhole = fits.every(({ findings }) =>
    findings.every(({ severity, code }) => severity !== 'error' || code === 'quota' || code === 'refused-definition'),
  );
  const needs = machines.flatMap((machine) => machine.needs.map(({ grant }) => grant));
  return {
    machines,
    excess: isWhole ? decided(excessOf(set, needs), role.notEvaluated, texts).filter(isEditable) : [],
    notEvaluated: isWhole ? role.notEvaluated : [...role.notEvaluated, NOT_WHOLE],
  };
}

/**
 * What the policies allow beyond what is needed, and what a fact that nobody states may need: a key, or what stands behind
 * a name. Whoever takes it away may break what works.
 */
export function perhapsNeeded(
  fits: readonly Fit[],
  role: ReadPolicies,
  { placeholders = {}, partition = partitionIn(fits) }: CheckOptions = {},
): readonly ActionExcess[] {
  const texts = comparison(placeholders, partition);
  const grants = fits.flatMap((fit) => needsOf(fit, texts, false).known.map(({ grant }) => grant));
  const keys = grants.flatMap(({ actions, resources }) =>
    actions.some(isOfKeys) ? resources.map(({ arn }) => arn) : [],
  );
  const open = fits.flatMap(({ questions }) => questions.flatMap(({ name, answer }) => (answer ? [] : [name])));
  const prefixes = ['kms:', ...open.flatMap((name) => own(BEHIND, name) ?? [])];
  return excessOver(policySet(role, texts), grants).flatMap(({ action, resources }) => {
    if (action !== '*' && !prefixes.some((prefix) => action.toLowerCase().startsWith(prefix))) return [];
    // What is needed of a key is known once the key is.
    const left = isOfKeys(action) ? resources.filter((resource) => !keys.includes(resource)) : resources;
    return left.length === 0 ? [] : [{ action, resources: left }];
  });
}

/** The actions that a fact leads to. */
const BEHIND: Readonly<Record<string, string>> = {
  roles: 'iam:passrole',
  secret: 'secretsmanager:',
  output: 's3:',
  models: 'bedrock:',
};

/** The partition in a task's Resource, or else the one that most templates are for. */
function partitionIn(fits: readonly Fit[]): string {
  const calls = fits.flatMap((fit) => fit.calls);
  return calls.find(({ call }) => call.partition?.startsWith('aws'))?.call.partition ?? 'aws';
}

export const NOT_WHOLE: NotEvaluated = {
  source: 'excess',
  reason: 'is not listed: some calls in this definition are unknown',
  mayAllow: 'nothing',
};

/** What SAM adds with something else, such as its X-Ray policy where tracing is on, nobody can take away. */
function isEditable({ by }: Excess): boolean {
  return !by.isImplied;
}

/** Drops the resources that were not evaluated: what they are is not known. */
function decided(
  excess: readonly Excess[],
  notEvaluated: readonly NotEvaluated[],
  { normalize }: TextComparison,
): readonly Excess[] {
  const undecided = Map.groupBy(notEvaluated, ({ source }) => source);
  return excess.flatMap((each) => {
    const notes = undecided.get(statementOf(each.by)) ?? [];
    const open = new Set(notes.flatMap(({ resource }) => (resource === undefined ? [] : normalize(resource))));
    const resources = each.resources.filter((resource) => !open.has(resource));
    return resources.length === 0 ? [] : [{ ...each, resources }];
  });
}

function statementOf({ source, index }: PlacedStatement): string {
  return `${source}.Statement.${index}`;
}

/** How texts are compared: ARNs composed of names, and one word for the partition. */
function comparison(placeholders: Placeholders, partition: string): TextComparison {
  const normalize = (text: string) =>
    text.includes('${') ? writeOutToCompare(text, placeholders).replaceAll('${AWS::Partition}', () => partition) : text;
  const widen = (text: string, other: string) => {
    const pieces = splitAtPlaceholders(text);
    return pieces.map((piece) => (isAnything(piece, other, placeholders) ? '*' : piece)).join('');
  };
  return { normalize, widen };
}

/**
 * True for a placeholder that may stand for anything: a parameter without a value, what another stack exports, the
 * region. Resources of the template have names of their own; but a name that CloudFormation makes up starts with the
 * stack's, and for some resources it is not known how ARN and name relate.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
function isAnything(piece: string, other: string, placeholders: Placeholders): boolean {
  if (!isPlaceholder(piece) || other.includes(piece)) return false;
  const { kind, resourceType, logicalId } = own(placeholders, piece) ?? {};
  if (resourceType === undefined || kind === 'value') return true;
  // `Ref` of a nested stack is that stack's own ARN.
  const isStack = kind === 'arn' && piece === `\${${logicalId}}`;
  if (MADE_ELSEWHERE.test(resourceType) && !isStack) return true;
  // An ARN whose form is not known may be any that the other one allows.
  if (kind === 'arn' && shapeOf(resourceType).form === undefined && hasWildcard(other)) return true;
  const isItsOwn = [`\${${logicalId}}`, `\${${logicalId}.`].some((start) => other.includes(start));
  if (isItsOwn && shapeOf(resourceType).form === undefined) return true;
  return other.includes('${AWS::StackName}') || (hasWildcard(other) && !hasPlaceholder(other));
}

/** Types whose attributes another template, or someone's code, decides. */
const MADE_ELSEWHERE = /^AWS::CloudFormation::(?:Stack|CustomResource)$|^AWS::Serverless::Application$|^Custom::/;

function needsOf(
  { calls }: Fit,
  { normalize: same }: TextComparison,
  isLive: boolean,
): { readonly known: readonly StateNeed[]; readonly open: readonly Shortfall[] } {
  const all = calls.flatMap(({ call, grants }) =>
    grants.map((grant) => ({
      state: call.state,
      grant: {
        ...grant,
        resources: grant.resources.map((resource) => ({ ...resource, arn: same(resource.arn) })),
        ...(grant.conditions === undefined ? {} : { conditions: withConditionTexts(grant.conditions, same) }),
      },
    })),
  );
  if (!isLive) return { known: all, open: [] };
  const isOpen = (arn: string) => hasPlaceholder(arn);
  const known = all.flatMap(({ state, grant }) => {
    const resources = grant.resources.filter(({ arn }) => !isOpen(arn));
    return resources.length === 0 ? [] : [{ state, grant: { ...grant, resources } }];
  });
  const open = all.flatMap(
    ({ state, grant: { purpose, actions, resources, conditions, doubt } }): readonly Shortfall[] => {
      const left = resources.filter(({ arn }) => isOpen(arn));
      const because = [
        { source: 'the definition', reason: 'has placeholders without a value; give them with --substitute' },
      ];
      return left.length === 0
        ? []
        : [{ state, purpose, actions, resources: left, conditions, doubt, verdict: { kind: 'unknown', because } }];
    },
  );
  return { known, open };
}
