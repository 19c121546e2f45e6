import { DefinitionError } from '../asl/error.ts';
import type { Json, JsonObject } from '../asl/json.ts';
import { readWorkflow } from '../asl/readWorkflow.ts';
import { substitute, substitutePseudo } from '../asl/substitute.ts';
import type { Workflow } from '../asl/workflow.ts';
import { type ActingState, actingStates, partitionNamed, sdkServices } from '../calls/acting.ts';
import { callsOf, checkActing } from '../calls/calls.ts';
import { languageFindings } from '../calls/languageFindings.ts';
import { type MachineSettings, machineOf, pseudoParameters } from '../calls/machine.ts';
import type { StatedFacts } from '../facts/fact.ts';
import { type FactQuestion, factsOf } from '../facts/facts.ts';
import { factFindings } from '../grants/factFindings.ts';
import { type GrantFinding, sortFindings } from '../grants/findings.ts';
import { type FittedCall, grantsFor, withoutPrecautions } from '../grants/grantsOf.ts';
import type { Table } from '../grants/integration.ts';
import type { Tables } from '../grants/tables.ts';
import { type ActionNames, iamActions } from '../iam/actions.ts';
import { INTEGRATIONS } from '../integrations/index.ts';
import { guardFindings } from '../policy/guardFindings.ts';
import { policyOf } from '../policy/merge.ts';
import type { Policy } from '../policy/policy.ts';
import { splitPolicy } from '../policy/quota.ts';
import { quotaFindings } from '../policy/quotaFindings.ts';
import type { ExtraActions } from '../sdk/extraActions.ts';
import { withExtraActions, withGuesses } from '../sdk/extraTables.ts';
import { sdkTables } from '../sdk/load.ts';
import { sdkServiceLike } from '../sdk/serviceNames.ts';
import { likelyActions, unknownOperations } from '../sdk/unknownOperations.ts';
import { declaredInput } from '../values/flow/declared.ts';
import { flowOf } from '../values/flow/flow.ts';
import { jsonataFor } from '../values/flow/jsonataFor.ts';
import type { JsonataEngine } from '../values/jsonata/engine.ts';
import { withPlaces } from './placeFindings.ts';

export type { FittedCall } from '../grants/grantsOf.ts';

export interface FitOptions extends MachineSettings {
  /** DefinitionSubstitutions: name → the value of `${name}`. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /**
   * What executions are started with: an example, taken as it is, or a JSON Schema, whose `const` and `enum` make known
   * values. Without it, the input can be anything.
   */
  readonly input?: Json;
  /** What is known of the resources that the definition names, from any sources. */
  readonly facts?: readonly StatedFacts[];
  /** False leaves out what is granted only as a precaution. */
  readonly precautions?: boolean;
  /** What operations need that no table has, or besides what one says. */
  readonly extraActions?: ExtraActions;
  /** Whether to grant IAM's action of its name to an SDK operation that no table has; otherwise it is an error. */
  readonly guess?: boolean;
}

/** A role of a task's `Credentials`, and the policy that it needs for the calls it makes. */
export interface AssumedRole {
  /** Its ARN, or a pattern where only a run decides it. */
  readonly role: string;
  /** The states whose calls it makes. */
  readonly states: readonly string[];
  readonly policy: Policy;
}

export interface Fit {
  /** The definition's states and transitions, with substitutions made. */
  readonly workflow: Workflow;
  /** Everything that the execution role needs. */
  readonly policy: Policy;
  /** The same, split into documents that fit into managed policies; a single one if it fits. */
  readonly policies: readonly Policy[];
  /** Errors first. */
  readonly findings: readonly GrantFinding[];
  /** Ordered by state. */
  readonly calls: readonly FittedCall[];
  readonly assumedRoles: readonly AssumedRole[];
  /** What the analysis wanted to know of the named resources, with the answers. */
  readonly questions: readonly FactQuestion[];
}

/**
 * Fits a policy to a definition: the one door to the analysis. Pure; the same input gives the same result, and the
 * order of keys and states does not matter. It is asynchronous because it loads what the definition asks for, and
 * nothing else: the tables of the AWS SDK services that it calls, and JSONata.
 *
 * Rejects with DefinitionError if the definition is not a state machine.
 */
export async function fit(definition: JsonObject, options: FitOptions = {}): Promise<Fit> {
  const substituted = substitutedIn(definition, options);
  const workflow = readWorkflow(substituted);
  const acting = actingStates(workflow);
  const [jsonata, sdk] = await Promise.all([jsonataFor(substituted), sdkTables(sdkServices(acting))]);
  const asksIam = needsActions(options, acting, sdk);
  return fitWorkflow(workflow, acting, options, { jsonata, sdk, ...(asksIam ? { actions: await iamActions() } : {}) });
}

/** What has at once what `fit` waits for. */
export interface Loader {
  readonly sdk: (services: Iterable<string>) => ReadonlyMap<string, Table>;
  readonly jsonata: () => JsonataEngine;
  readonly actions: () => ActionNames;
}

/** The same where nothing can wait, as in the CDK's synthesis. Throws DefinitionError where `fit` rejects. */
export function fitSync(definition: JsonObject, options: FitOptions, loader: Loader): Fit {
  const workflow = readWorkflow(substitutedIn(definition, options));
  const acting = actingStates(workflow);
  const sdk = loader.sdk(sdkServices(acting));
  const loaded = { jsonata: loader.jsonata(), sdk };
  const asksIam = needsActions(options, acting, sdk);
  return fitWorkflow(workflow, acting, options, asksIam ? { ...loaded, actions: loader.actions() } : loaded);
}

function needsActions(
  { extraActions }: FitOptions,
  acting: readonly ActingState[],
  sdk: ReadonlyMap<string, Table>,
): boolean {
  return extraActions !== undefined || unknownOperations(acting, sdk).length > 0;
}

/**
 * Throws DefinitionError where `fit` would: a definition that a template has beside others is told apart from these before
 * any is fitted.
 */
export function checkDefinition(definition: JsonObject): void {
  checkActing(actingStates(readWorkflow(definition)));
}

/** What stands in the way of fitting it; undefined if nothing does. */
export function definitionProblem(definition: JsonObject): DefinitionError | undefined {
  try {
    checkDefinition(definition);
    return undefined;
  } catch (error) {
    if (error instanceof DefinitionError) return error;
    throw error;
  }
}

/** What `fit` loads where the definition needs it. */
export interface Loaded {
  /** Tables of AWS SDK services; a call to another one is an error finding. */
  readonly sdk: ReadonlyMap<string, Table>;
  /** Without it, every JSONata expression can be anything. */
  readonly jsonata: JsonataEngine | undefined;
  /** Without it, no operation that is in no table is looked for in IAM, and no extra action is checked. */
  readonly actions?: ActionNames;
}

/** The same, with everything loaded already. */
export function fitWith(loaded: Loaded, definition: JsonObject, options: FitOptions = {}): Fit {
  const workflow = readWorkflow(substitutedIn(definition, options));
  return fitWorkflow(workflow, actingStates(workflow), options, loaded);
}

/** With the values of its placeholders, those of the pseudo parameters included: the settings say where it will run. */
function substitutedIn(definition: JsonObject, { substitutions, ...settings }: FitOptions): JsonObject {
  const substituted = substitutions ? substitute(definition, substitutions) : definition;
  return substitutePseudo(substituted, pseudoParameters(settings));
}

/** The stages in order: values, calls, grants, policy. No stage goes back to an earlier one. */
function fitWorkflow(
  workflow: Workflow,
  acting: readonly ActingState[],
  {
    substitutions: _,
    input,
    facts: stated = [],
    precautions = true,
    extraActions = {},
    guess = false,
    ...settings
  }: FitOptions,
  loaded: Loaded,
): Fit {
  const machine = machineOf(settings, partitionNamed(acting));
  const { place, name, type } = machine;
  const flow = flowOf(workflow, { ...place, name, type, input: declaredInput(input) }, loaded.jsonata);
  const called = callsOf(acting, flow, machine);
  const facts = factsOf([...stated, ...bucketFacts(settings)]);
  const all = grantsFor(called.calls, completeTables(acting, loaded, extraActions, guess), machine, facts);
  const granted = precautions ? all : withoutPrecautions(all);
  const questions = facts.questions();
  const policy = policyOf(granted.calls.flatMap(({ grants }) => grants));
  const policies = splitPolicy(policy);
  return {
    workflow,
    policy,
    policies,
    findings: sortFindings(
      withPlaces(
        [
          ...languageFindings(workflow, loaded.jsonata),
          ...called.findings,
          ...granted.findings,
          ...factFindings(questions),
          ...guardFindings(granted.calls),
          ...quotaFindings(policy, policies),
        ],
        acting,
        settings,
      ),
    ),
    calls: granted.calls,
    assumedRoles: granted.assumedRoles.map(({ grants, ...role }) => ({ ...role, policy: policyOf(grants) })),
    questions,
  };
}

/** The tables, what people add to them, and what IAM has of operations that are still in none. */
function completeTables(
  acting: readonly ActingState[],
  { sdk, actions }: Loaded,
  extraActions: ExtraActions,
  guess: boolean,
): Tables {
  const tables = withExtraActions({ ...INTEGRATIONS, sdk, sdkServiceLike }, extraActions, actions);
  if (actions === undefined) return tables;
  const likely = likelyActions(unknownOperations(acting, tables.sdk), actions);
  const guesses = new Map(
    [...likely].flatMap(([name, { action, isKnown }]) => (isKnown && guess ? [[name, action]] : [])),
  );
  return { ...withGuesses(tables, guesses, actions), likelyActions: likely };
}

/** The keys of buckets, given by the buckets' names. */
function bucketFacts({ bucketKeys = {}, partition = 'aws' }: MachineSettings): readonly StatedFacts[] {
  return Object.entries(bucketKeys).map(([bucket, key]) => ({
    resource: `arn:${partition}:s3:::${bucket}`,
    facts: { key },
    source: 'commandLine',
    place: `the key of bucket ${bucket}`,
  }));
}
