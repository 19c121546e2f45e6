import type { IAMClient } from '@aws-sdk/client-iam';
import { type Fit, type FitOptions, fit } from '../../src/analysis/fit.ts';
import { DefinitionError } from '../../src/asl/error.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { substituteText } from '../../src/asl/substitute.ts';
import { findRole } from '../../src/aws/role.ts';
import type { StatedFacts } from '../../src/facts/fact.ts';
import type { Fact, FactQuestion } from '../../src/facts/facts.ts';
import { WHOLE_HOLE } from '../../src/facts/forms.ts';
import type { LookUp } from '../../src/facts/lookUp.ts';
import { factsFrom } from '../../src/facts/statedFacts.ts';
import { mergedFacts, NO_FACTS, type RecordedFacts } from '../../src/role/recordedFacts.ts';
import { type PolicyId, rolefitPoliciesOf } from '../../src/role/rolefitPolicy.ts';
import { isReadBack } from '../../src/role/writtenFacts.ts';
import type { Properties } from './event.ts';

/** What a deployment knows of the named resources: from the template, from AWS, and from the last deployment. */

/**
 * The property Facts, with DefinitionSubstitutions: CloudFormation has no intrinsic functions in keys, so a template
 * names a resource of its own by the placeholder that the definition has.
 */
export function statedFacts({
  Facts,
  DefinitionSubstitutions,
}: Pick<Properties, 'DefinitionSubstitutions' | 'Facts'>): readonly StatedFacts[] {
  return Facts.map((stated) => {
    const resource = substituteText(stated.resource, DefinitionSubstitutions);
    if (resource === stated.resource) {
      if (!WHOLE_HOLE.test(resource)) return stated;
      throw new Error(`property Facts.${resource} has no value; give it in DefinitionSubstitutions, or write the ARN`);
    }
    try {
      return { ...stated, resource, facts: factsFrom(resource, Object.fromEntries(Object.entries(stated.facts))) };
    } catch (error) {
      if (!(error instanceof DefinitionError)) throw error;
      throw new Error(`property Facts.${stated.resource}: ${error.message}`, { cause: error });
    }
  });
}

/**
 * Fits the policy with the facts of the template (in the options) and, where they say nothing, of AWS. What AWS doesn't
 * answer is as the last deployment knew it: an error of today must not take away what was right yesterday.
 */
export async function fitWithFacts(
  iam: IAMClient,
  policyId: PolicyId,
  definition: JsonObject,
  options: FitOptions,
  signal: AbortSignal,
): Promise<Fit> {
  if (process.env['LOOK_UP'] !== 'enabled') return fit(definition, options);
  // Loaded only where it is asked for.
  const [{ fitLookingUp }, { awsLookUp }] = await Promise.all([
    import('../../src/analysis/fitLookingUp.ts'),
    import('../../src/aws/facts.ts'),
  ]);
  const { region, account } = options;
  const lookUp = awsLookUp({ signal, region, account });
  return fitLookingUp(
    definition,
    options,
    orAsRecorded(lookUp, () => lastRecord(iam, policyId, signal)),
  );
}

/** A look-up that answers what AWS doesn't with what the last deployment has recorded. */
function orAsRecorded(lookUp: LookUp, recorded: () => Promise<RecordedFacts>): LookUp {
  return async (questions) => {
    const found = await lookUp(questions);
    if (found.unread.length === 0) return found;
    const { facts: known } = await recorded();
    const kept = found.unread.flatMap(({ resource, name }) =>
      known.flatMap((stated) => {
        const value = stated.resource === resource ? stated.facts[name] : undefined;
        return value === undefined ? [] : [{ ...stated, facts: { [name]: value } }];
      }),
    );
    return { ...found, stated: [...found.stated, ...kept] };
  };
}

/** Throws if the role cannot be read now: without its record, the policy could lose what it rests on. */
async function lastRecord(iam: IAMClient, policyId: PolicyId, signal: AbortSignal): Promise<RecordedFacts> {
  const role = await findRole(iam, policyId.roleName, signal);
  return recordIn(role?.tags, policyId);
}

function recordIn(
  tags: ReadonlyMap<string, string> = new Map(),
  { roleName, policyName, owner }: PolicyId,
): RecordedFacts {
  const own = rolefitPoliciesOf(roleName, tags).find(
    ({ policyId }) => policyId.policyName === policyName && policyId.owner === owner,
  );
  return own?.deployment?.facts ?? NO_FACTS;
}

/**
 * The facts that counted, each of the resource that the definition names: a pattern in Facts is not recorded for more
 * than it was used for. The keys in BucketKeys have tags of their own. What the tags could not give back makes the record
 * incomplete.
 */
export function factsToRecord(questions: readonly FactQuestion[]): RecordedFacts {
  const stated = ({ name, value, source }: Fact, resource: string): readonly StatedFacts[] =>
    source === 'commandLine' ? [] : [{ resource, facts: { [name]: value }, source: 'deployment', place: '' }];
  const facts = questions.flatMap(({ resource, answer, partial }) => [
    ...partial.flatMap((fact) => stated(fact, fact.resource)),
    ...(answer === undefined ? [] : stated(answer, resource)),
  ]);
  const merged = mergedFacts(facts);
  const kept = merged.filter(isReadBack);
  return { ...NO_FACTS, facts: kept, isComplete: kept.length === merged.length };
}

/** Says so in the log if the role as it reads now has not all facts of its deployment. */
export function warnIfIncomplete(tags: ReadonlyMap<string, string> | undefined, policyId: PolicyId): void {
  if (recordIn(tags, policyId).isComplete) return;
  const message =
    'This definition rests on more facts than the tags of the role hold. The re-check removes nothing from the policy, and cannot put back all of it. Use several state machines with roles of their own, or remove tags of the role.';
  console.log(JSON.stringify({ level: 'WARN', message }));
}
