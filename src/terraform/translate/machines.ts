import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { StatedFacts } from '../../facts/fact.ts';
import type { ReadPolicies, WrittenPolicy } from '../../policy/document.ts';
import type { NotEvaluated } from '../../policy/statement.ts';
import type { ParameterValues } from '../../template/intrinsics.ts';
import { machinesIn, type TemplateMachine, type TemplateMachines } from '../../template/machines.ts';
import { type Placeholders, writeOut } from '../../template/placeholder.ts';
import type { Configuration, EvaluatedResource, FilePlace } from '../resource.ts';
import type { TerraformDefinition } from './definitions.ts';
import { parameterFacts } from './parameterFacts.ts';
import { referencesIn } from './references.ts';
import { type Translation, translated } from './translate.ts';

/** The state machines of a configuration, as those of a template, and their places. */
export interface TerraformMachines extends TemplateMachines {
  readonly machines: readonly TerraformMachine[];
  /** A text that a policy has for a resource, such as an ARN, → the expression for it. */
  readonly references: ReadonlyMap<string, string>;
  readonly addresses: readonly string[];
}

export interface TerraformMachine extends TemplateMachine {
  readonly place: FilePlace;
  readonly source: TerraformDefinition;
  /** Where it is, as far as its provider says it. */
  readonly provider: Provider;
}

/** The state machines, in the words of Terraform. `values`: what the command line says of Region and account. */
export function terraformMachines(configuration: Configuration, values: ParameterValues): TerraformMachines {
  const machines: TerraformMachine[] = [];
  const notes: NotEvaluated[] = [];
  const facts: StatedFacts[] = [];
  let placeholders: TemplateMachines['placeholders'] = {};
  const references = new Map<string, string>();
  for (const provider of providersOf(configuration)) {
    const translation = translated(configuration, provider);
    const there = { ...values, pseudo: { ...pseudoOf(provider), ...values.pseudo } };
    const found = machinesIn(translation.template, { file: '', read: () => undefined, values: there });
    const those = configuration.resources.filter(
      (resource) => isMachine(resource) && isSame(resource.provider, provider),
    );
    const addresses = new Set(those.map(({ address }) => address));
    machines.push(
      ...found.machines
        .filter(({ logicalId }) => addresses.has(logicalId))
        .flatMap((machine) => withPlaces(machine, found.placeholders, provider, translation)),
    );
    placeholders = { ...found.placeholders, ...placeholders };
    const stated = [...found.facts, ...parameterFacts(translation.template, there)];
    facts.push(...stated.map((each) => placedFact(each, translation)));
    notes.push(...found.notes);
    for (const [text, expression] of referencesIn(translation, found.placeholders, there))
      references.set(text, expression);
  }
  const addresses = configuration.resources.map(({ address }) => address);
  return { machines, placeholders, facts, notes, references, addresses };
}

type Provider = EvaluatedResource['provider'];

/** Where the state machines are: each place once. */
function providersOf({ resources }: Configuration): readonly Provider[] {
  const all = resources.filter(isMachine).map(({ provider }) => provider);
  return all.filter((provider, index) => all.findIndex((other) => isSame(other, provider)) === index);
}

function isMachine({ type, mode }: EvaluatedResource): boolean {
  return type === 'aws_sfn_state_machine' && mode === 'managed';
}

function isSame(one: Provider, other: Provider): boolean {
  return one.region === other.region && one.accountId === other.accountId;
}

function pseudoOf({ region, accountId }: Provider): Readonly<Record<string, string>> {
  return {
    ...(region === undefined ? {} : { 'AWS::Region': region }),
    ...(accountId === undefined ? {} : { 'AWS::AccountId': accountId }),
  };
}

function withPlaces(
  machine: TemplateMachine,
  placeholders: Placeholders,
  provider: Provider,
  translation: Translation,
): readonly TerraformMachine[] {
  const source = translation.definitions.get(machine.logicalId);
  const place = translation.placeOf(machine.logicalId);
  if (source === undefined || place === undefined) return [];
  const { policies, notEvaluated } = inFiles(machine, translation);
  const { definition } = machine;
  const isRead = source.definition !== undefined;
  const read =
    definition.kind === 'found'
      ? { ...definition, json: quotedInExpressions(definition.json, placeholders) }
      : definition;
  return [
    {
      ...machine,
      line: place.line,
      definition: isRead ? read : { kind: 'unreadable', reason: source.reason, file: undefined, isElsewhere: false },
      policies,
      notEvaluated,
      place,
      source,
      provider,
    },
  ];
}

/** In an expression of JSONata, the quotes of an address would end the text that it stands in. */
function quotedInExpressions(definition: JsonObject, placeholders: Placeholders): JsonObject {
  const walk = (json: Json): Json => {
    if (typeof json === 'string')
      return json.trimStart().startsWith('{%') ? escapedAddresses(writeOut(json, placeholders)) : json;
    if (isArray(json)) return json.map(walk);
    return isObject(json) ? quotedInExpressions(json, placeholders) : json;
  };
  return Object.fromEntries(Object.entries(definition).map(([key, value]) => [key, walk(value)]));
}

function escapedAddresses(expression: string): string {
  return expression.replaceAll(/\$\{[^{}]*\}/g, (name) => name.replaceAll('"', '\\"'));
}

/** Policies with the files that they stand in, and reasons with what makes values known in Terraform. */
function inFiles(
  { policies, notEvaluated }: ReadPolicies,
  { placeOf, statementsOf, openDocumentOf }: Translation,
): ReadPolicies {
  return {
    policies: policies.map((policy): WrittenPolicy => {
      // The name of a managed policy of AWS follows in parentheses.
      const place = placeOf(policy.source.replace(/ \([^()]*\)$/, ''));
      if (place === undefined) return policy;
      const places = statementsOf(policy.source);
      const statements = policy.statements.map((statement, index) => ({
        ...statement,
        ...places[statement.index ?? index],
      }));
      return { ...policy, ...place, statements };
    }),
    notEvaluated: notEvaluated.map((each) => {
      const open = /^its document is .*, known only at deployment$/s.test(each.reason)
        ? openDocumentOf(each.source)
        : undefined;
      return { ...each, reason: open === undefined ? afterApply(each.reason) : `its document ${open}` };
    }),
  };
}

function afterApply(reason: string): string {
  return reason
    .replaceAll('known only at deployment', 'known only after apply')
    .replace('is missing, known', 'is known');
}

function placedFact(fact: StatedFacts, { placeOf }: Translation): StatedFacts {
  const address = fact.place.trim();
  const place = placeOf(address);
  return {
    ...fact,
    source: 'terraform',
    place: place === undefined ? address : `${place.file}:${place.line} ${address}`,
  };
}
