import {
  type ContextEntry,
  type EvaluationResult,
  type IAMClient,
  paginateSimulatePrincipalPolicy,
} from '@aws-sdk/client-iam';
import type { Conditions } from '../grants/grant.ts';
import { canonicalJson } from '../policy/policy.ts';
import type { StateNeed } from '../policy/shortfalls.ts';
import type { Explain } from './errors.ts';
import { attempt, collected } from './request.ts';

/** What IAM's policy simulator says about one permission. */
export interface SimulationResult {
  readonly action: string;
  readonly resource: string;
  readonly conditions: Conditions | undefined;
  readonly allowed: boolean;
  /** Why not. */
  readonly why: string;
}

/** Small requests keep the answers, which are paginated, short. */
const ACTIONS = 40;
const RESOURCES = 25;

/**
 * Asks IAM's policy simulator about everything that a role needs. It takes permissions boundaries and service control
 * policies into account. Throws what `explain` returns.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export async function simulate(
  client: IAMClient,
  roleArn: string,
  needs: readonly StateNeed[],
  explain: Explain,
): Promise<readonly SimulationResult[]> {
  const all: SimulationResult[] = [];
  for (const batch of batchesOf(needs)) {
    const { actions, resources, conditions } = batch;
    const answers = [...(await ask(client, roleArn, batch, explain))];
    // If a resource got no answer of its own, ask again for it alone.
    const open = resources.filter(
      (resource) => !actions.every((action) => answersTo(action, resource, answers).length > 0),
    );
    for (const resource of resources.length > 1 ? open : []) {
      answers.push(...(await ask(client, roleArn, { ...batch, resources: [resource] }, explain)));
    }
    all.push(
      ...actions.flatMap((action) => resources.map((resource) => worstOf(action, resource, conditions, answers))),
    );
  }
  return all;
}

async function ask(
  client: IAMClient,
  roleArn: string,
  { actions, resources, conditions }: Batch,
  explain: Explain,
): Promise<readonly SimulationResult[]> {
  const answers: SimulationResult[] = [];
  for (const ContextEntries of contextsOf(conditions)) {
    const input = {
      PolicySourceArn: roleArn,
      ActionNames: [...actions],
      ResourceArns: [...resources],
      ContextEntries: [...ContextEntries],
    };
    const request = () =>
      collected(paginateSimulatePrincipalPolicy({ client }, input), ({ EvaluationResults = [] }) => EvaluationResults);
    const results = await attempt('iam:SimulatePrincipalPolicy', roleArn, request, explain);
    answers.push(...results.flatMap((result) => answersIn(result, conditions)));
  }
  return answers;
}

function answersTo(
  action: string,
  resource: string,
  answers: readonly SimulationResult[],
): readonly SimulationResult[] {
  return answers.filter((each) => each.action.toLowerCase() === action.toLowerCase() && each.resource === resource);
}

interface Batch {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Conditions | undefined;
}

/** Groups needs so that few requests ask for every action on each of its resources. */
function batchesOf(needs: readonly StateNeed[]): readonly Batch[] {
  const groups = new Map<string, { readonly batch: Batch; readonly actions: Set<string> }>();
  for (const { grant } of needs) {
    const resources = [...new Set(grant.resources.map(({ arn }) => arn))];
    const key = JSON.stringify([canonicalJson(grant.conditions), resources]);
    const known = groups.get(key) ?? {
      batch: { actions: [], resources, conditions: grant.conditions },
      actions: new Set(),
    };
    for (const action of grant.actions) known.actions.add(action);
    groups.set(key, known);
  }
  return [...groups.values()].flatMap(({ batch, actions }) =>
    chunks([...actions], ACTIONS).flatMap((some) =>
      chunks(batch.resources, RESOURCES).map((resources) => ({ ...batch, actions: some, resources })),
    ),
  );
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** A request has one value per key: every combination must be allowed. */
function contextsOf(conditions: Conditions = {}): readonly (readonly ContextEntry[])[] {
  const keys = Object.entries(conditions).flatMap(([operator, each]) =>
    Object.entries(each).map(([ContextKeyName, values]) => ({
      ContextKeyName,
      values,
      ContextKeyType: typeOf(operator),
    })),
  );
  return keys.reduce<readonly (readonly ContextEntry[])[]>(
    (contexts, { values, ...entry }) =>
      contexts.flatMap((context) => values.map((value) => [...context, { ...entry, ContextKeyValues: [value] }])),
    [[]],
  );
}

function typeOf(operator: string): 'boolean' | 'numeric' | 'string' {
  if (/Bool/.test(operator)) return 'boolean';
  return /Numeric/.test(operator) ? 'numeric' : 'string';
}

/** IAM answers per action, and per resource if there are several. */
function answersIn(result: EvaluationResult, conditions: Conditions | undefined): readonly SimulationResult[] {
  const { EvalActionName: action = '', ResourceSpecificResults: each = [] } = result;
  const whole = { ...result, ResourceSpecificResults: [] };
  const parts = each.map(
    (part): EvaluationResult => ({
      ...whole,
      ...part,
      EvalDecision: part.EvalResourceDecision,
      EvalActionName: action,
      EvalResourceName: part.EvalResourceName,
    }),
  );
  return (parts.length === 0 ? [whole] : parts).map((one) => ({
    action,
    resource: one.EvalResourceName ?? '*',
    conditions,
    allowed: one.EvalDecision === 'allowed',
    why: whyOf(one),
  }));
}

function whyOf(result: EvaluationResult): string {
  const missing = result.MissingContextValues ?? [];
  const without = missing.length === 0 ? '' : `; it had no value for ${missing.join(', ')}`;
  return `${reasonOf(result)}${without}`;
}

function reasonOf(result: EvaluationResult): string {
  if (result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false) {
    return "the role's permissions boundary does not allow it";
  }
  if (result.OrganizationsDecisionDetail?.AllowedByOrganizations === false) {
    return "the organization's service control policies do not allow it";
  }
  if (result.EvalDecision !== 'explicitDeny') return 'no policy allows it';
  const sources = (result.MatchedStatements ?? []).flatMap(({ SourcePolicyId: id }) => (id === undefined ? [] : [id]));
  return sources.length === 0 ? 'a statement denies it' : `a statement of ${sources.join(' or ')} denies it`;
}

function worstOf(
  action: string,
  resource: string,
  conditions: Conditions | undefined,
  answers: readonly SimulationResult[],
): SimulationResult {
  const own = answersTo(action, resource, answers);
  const none = { action, resource, conditions, allowed: false, why: 'the simulator gave no answer' };
  return own.find(({ allowed }) => !allowed) ?? own[0] ?? none;
}
