import { type Fit, type FitOptions, fit } from '../analysis/fit.ts';
import { DefinitionError } from '../asl/error.ts';
import { parseJsonDefinition } from '../asl/jsonDefinition.ts';
import { type MachineProblem, machineName } from '../aws/machine.ts';
import { operationName } from '../calls/call.ts';
import type { StatedFacts } from '../facts/fact.ts';
import type { LookUp } from '../facts/lookUp.ts';
import type { Finding } from '../finding.ts';
import type { Grant } from '../grants/grant.ts';
import { parseArn } from '../iam/arn.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { policyOf } from '../policy/merge.ts';
import { statementSet } from '../policy/policySet.ts';
import { missingFrom } from '../policy/verdict.ts';
import { fitAsLookedUp } from './lookedUpGrants.ts';
import type { Reason } from './reasons.ts';

/** What the definitions behind a role's reasons need. */

/** A grant, with the reason and the state that need it. */
export interface Need {
  readonly reason: Reason;
  /** JSON Pointer of the state. */
  readonly state: string;
  readonly grant: Grant;
  /**
   * Set if the facts of the last deployment don't lead to it: `earlier`, those of an earlier deployment do; `lookUp`, only
   * AWS does, after the deployment; `extra`, ExtraActions do, and the policy must keep its very words.
   */
  readonly basis?: 'earlier' | 'lookUp' | 'extra';
}

export interface Needs {
  readonly needs: readonly Need[];
  /** Why more may be needed than this, one line each. */
  readonly gaps: readonly string[];
  /** State machines whose definitions cannot be analyzed. */
  readonly unreadable: readonly MachineProblem[];
  /** How many resources are wildcards because they are known only at run time. */
  readonly wildcards: number;
  readonly called: readonly CalledBy[];
}

/** The operations that a definition calls, as findings name them: `aws-sdk:acme:startJob`. */
export interface CalledBy {
  readonly reason: Reason;
  readonly operations: readonly string[];
}

/** What is known of the resources that definitions name. */
export interface FactSources {
  /** What deployments have recorded for a state machine. */
  readonly recorded: (machineArn: string) => readonly (readonly StatedFacts[])[];
  /** Undefined if nothing is looked up, or not now. */
  readonly lookUp: () => LookUp | undefined;
  /** Whether a deployment has said what an operation needs that no table has. */
  readonly isExtra?: (reason: Reason, operation: string) => boolean;
}

/** What a role needs for these reasons; each definition is fitted as at deployment. */
export async function needsOf(reasons: readonly Reason[], sources: FactSources): Promise<Needs> {
  const all = await Promise.all(reasons.map((reason) => needsOfOne(reason, sources)));
  return {
    needs: all.flatMap(({ needs }) => needs),
    gaps: [...new Set(all.flatMap(({ gaps }) => gaps))],
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    wildcards: all.reduce((sum, { wildcards }) => sum + wildcards, 0),
    called: all.flatMap(({ called }) => called),
  };
}

async function needsOfOne(reason: Reason, sources: FactSources): Promise<Needs> {
  const name = machineName(reason.machineArn);
  try {
    const definition = parseJsonDefinition(reason.revision.definition);
    const options = optionsOf(reason);
    const [latest = [], ...earlier] = sources.recorded(reason.machineArn);
    // A running execution may have a definition of which the last deployment knew nothing.
    const facts = [...latest, ...onlyIn(earlier.flat(), latest)];
    const fitted = await fit(definition, { ...options, facts });
    let needs = needsOfFit(reason, fitted).flatMap(byTime);
    for (const before of earlier) {
      const then = needsOfFit(reason, await fit(definition, { ...options, facts: before }));
      needs = [...needs, ...beyond(needs, then).map((need): Need => ({ ...need, basis: 'earlier' }))];
    }
    const lookUp = sources.lookUp();
    if (lookUp !== undefined && fitted.questions.length > 0) {
      // Nothing is granted because of it, so no error of it may keep the state machine from being served.
      const now = await fitAsLookedUp(definition, options, facts, lookUp).catch(() => undefined);
      const lookedUp = now === undefined ? [] : needsOfFit(reason, now).flatMap(restingOnAws);
      needs = [...needs, ...lookedUp.map((need): Need => ({ ...need, basis: 'lookUp' }))];
    }
    const open = needs.some(({ grant }) => grant.resources.some(({ arn }) => hasPlaceholder(arn)));
    return {
      needs: needs.flatMap((need) => withoutPlaceholders(need)),
      gaps: [
        ...fitted.findings
          .filter(({ severity, code }) => severity === 'error' && code !== 'quota')
          .filter((finding) => !isDeployed(finding, reason, fitted, sources))
          .map(({ state, message }) => `${name}${state === '' ? '' : `, state ${state}`}: ${message}`),
        ...(open ? [`${name}: its definition has a placeholder without a value`] : []),
      ],
      unreadable: [],
      wildcards: fitted.findings.filter(({ code }) => code === 'dynamic-resource').length,
      called: [{ reason, operations: operationsOf(fitted) }],
    };
  } catch (error) {
    // Any error: one definition must not prevent serving the others that share the role.
    const why = error instanceof DefinitionError ? error.message : `its definition cannot be analyzed: ${error}`;
    return { needs: [], gaps: [], unreadable: [{ machineArn: reason.machineArn, why }], wildcards: 0, called: [] };
  }
}

/** True of an operation that no table has and that a deployment knew by its ExtraActions. */
function isDeployed(
  { code, state }: Finding,
  reason: Reason,
  { calls }: Fit,
  { isExtra = () => false }: FactSources,
): boolean {
  if (code !== 'unknown-integration') return false;
  const those = calls.filter(({ call }) => call.state === state && (call.kind === 'sdk' || call.kind === 'optimized'));
  return those.length > 0 && those.every(({ call }) => isExtra(reason, operationName(call)));
}

function operationsOf({ calls }: Fit): readonly string[] {
  return [...new Set(calls.map(({ call }) => operationName(call)))];
}

function optionsOf({ machineArn, revision }: Reason): FitOptions {
  const arn = parseArn(machineArn);
  const place = arn ? { partition: arn.partition, region: arn.region, account: arn.account } : {};
  return { ...revision.settings, ...place, name: machineName(machineArn) };
}

/** The part of more needs that the first ones don't include. */
export function beyond(needs: readonly Need[], more: readonly Need[]): readonly Need[] {
  const known = statementSet(policyOf(needs.map(({ grant }) => grant)).Statement);
  return more.flatMap((need) => missingFrom(known, [need.grant]).map((grant) => ({ ...need, grant })));
}

/** The facts of earlier deployments on which the latest is silent. */
function onlyIn(earlier: readonly StatedFacts[], latest: readonly StatedFacts[]): readonly StatedFacts[] {
  const known = new Set(
    latest.flatMap(({ resource, facts }) => Object.keys(facts).map((name) => `${name} ${resource}`)),
  );
  return earlier.flatMap(({ resource, facts }) =>
    Object.entries(facts).flatMap(([name, value]): readonly StatedFacts[] => {
      const id = `${name} ${resource}`;
      if (known.has(id)) return [];
      known.add(id);
      return [{ resource, facts: { [name]: value }, source: 'deployment', place: EARLIER }];
    }),
  );
}

const EARLIER = 'an earlier deployment';

/** Separates what only facts of earlier deployments lead to. */
function byTime(need: Need): readonly Need[] {
  const { earlier = [], latest = [] } = Object.groupBy(need.grant.resources, ({ origin }) =>
    origin.kind === 'fact' && origin.place === EARLIER ? 'earlier' : 'latest',
  );
  if (earlier.length === 0) return [need];
  const kept: Need = { ...need, grant: { ...need.grant, resources: earlier }, basis: 'earlier' };
  return latest.length === 0 ? [kept] : [{ ...need, grant: { ...need.grant, resources: latest } }, kept];
}

/** The part of a need whose resources AWS has named. What is wide because AWS has not answered is none of it. */
function restingOnAws(need: Need): readonly Need[] {
  const resources = need.grant.resources.filter(({ origin }) => origin.kind === 'fact' && origin.source === 'aws');
  return resources.length === 0 ? [] : [{ ...need, grant: { ...need.grant, resources } }];
}

function needsOfFit(reason: Reason, { calls }: Fit): readonly Need[] {
  return calls.flatMap(({ call, grants }) => grants.map((grant) => ({ reason, state: call.state, grant })));
}

function withoutPlaceholders(need: Need): readonly Need[] {
  const resources = need.grant.resources.filter(({ arn }) => !hasPlaceholder(arn));
  return resources.length === 0 ? [] : [{ ...need, grant: { ...need.grant, resources } }];
}
