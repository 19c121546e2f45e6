import { type Fit, type FitOptions, fit } from '../analysis/fit.ts';
import { DefinitionError } from '../asl/error.ts';
import { parseJsonDefinition } from '../asl/jsonDefinition.ts';
import { type MachineProblem, machineName } from '../aws/machine.ts';
import type { Grant } from '../grants/grant.ts';
import { parseArn } from '../iam/arn.ts';
import { hasPlaceholder } from '../iam/text.ts';
import type { Reason } from './reasons.ts';

/** What the definitions behind a role's reasons need. */

/** A grant, with the reason and the state that need it. */
export interface Need {
  readonly reason: Reason;
  /** JSON Pointer of the state. */
  readonly state: string;
  readonly grant: Grant;
}

export interface Needs {
  readonly needs: readonly Need[];
  /** Why more may be needed than this, one line each. */
  readonly gaps: readonly string[];
  /** State machines whose definitions cannot be analyzed. */
  readonly unreadable: readonly MachineProblem[];
  /** How many resources are wildcards because they are known only at run time. */
  readonly wildcards: number;
}

/** What a role needs for these reasons; each definition is fitted as at deployment. */
export async function needsOf(
  reasons: readonly Reason[],
  bucketKeys: Readonly<Record<string, string>>,
): Promise<Needs> {
  const all = await Promise.all(reasons.map((reason) => needsOfOne(reason, bucketKeys)));
  return {
    needs: all.flatMap(({ needs }) => needs),
    gaps: [...new Set(all.flatMap(({ gaps }) => gaps))],
    unreadable: all.flatMap(({ unreadable }) => unreadable),
    wildcards: all.reduce((sum, { wildcards }) => sum + wildcards, 0),
  };
}

async function needsOfOne(reason: Reason, bucketKeys: Readonly<Record<string, string>>): Promise<Needs> {
  const name = machineName(reason.machineArn);
  try {
    const fitted = await fit(parseJsonDefinition(reason.revision.definition), optionsOf(reason, bucketKeys));
    const needs = needsOfFit(reason, fitted);
    const open = needs.some(({ grant }) => grant.resources.some(({ arn }) => hasPlaceholder(arn)));
    return {
      needs: needs.flatMap((need) => withoutPlaceholders(need)),
      gaps: [
        ...fitted.findings
          .filter(({ severity, code }) => severity === 'error' && code !== 'quota')
          .map(({ state, message }) => `${name}${state === '' ? '' : `, state ${state}`}: ${message}`),
        ...(open ? [`${name}: its definition has a placeholder without a value`] : []),
      ],
      unreadable: [],
      wildcards: fitted.findings.filter(({ code }) => code === 'dynamic-resource').length,
    };
  } catch (error) {
    // Any error: one definition must not prevent serving the others that share the role.
    const why = error instanceof DefinitionError ? error.message : `its definition cannot be analyzed: ${error}`;
    return { needs: [], gaps: [], unreadable: [{ machineArn: reason.machineArn, why }], wildcards: 0 };
  }
}

function optionsOf({ machineArn, revision }: Reason, bucketKeys: Readonly<Record<string, string>>): FitOptions {
  const arn = parseArn(machineArn);
  const place = arn ? { partition: arn.partition, region: arn.region, account: arn.account } : {};
  return { ...revision.settings, ...place, name: machineName(machineArn), bucketKeys };
}

function needsOfFit(reason: Reason, { calls }: Fit): readonly Need[] {
  return calls.flatMap(({ call, grants }) => grants.map((grant) => ({ reason, state: call.state, grant })));
}

function withoutPlaceholders(need: Need): readonly Need[] {
  const resources = need.grant.resources.filter(({ arn }) => !hasPlaceholder(arn));
  return resources.length === 0 ? [] : [{ ...need, grant: { ...need.grant, resources } }];
}
