import { compareText } from '../finding.ts';
import { FACT_SOURCES, type FactName, type FactSource, type ResourceFacts, type StatedFacts } from './fact.ts';
import {
  areApart,
  indexKey,
  isSamePlace,
  type NamedResource,
  namedResource,
  namesAll,
  openPlaces,
  resourceNamesOf,
  statedNamesOf,
} from './resourceNames.ts';

/** One fact about one resource, and who says so. */
export interface Fact<Name extends FactName = FactName> {
  readonly name: Name;
  readonly value: NonNullable<ResourceFacts[Name]>;
  /** The resource as the source names it. */
  readonly resource: string;
  readonly source: FactSource;
  readonly place: string;
}

/** What was asked of the facts and what they answered: what a definition would want to know. */
export interface FactQuestion {
  /** The resource as the policy names it: an ARN, a pattern, or a placeholder. */
  readonly resource: string;
  readonly name: FactName;
  /** The fact that counts for the whole resource; undefined if it is not known. */
  readonly answer: Fact | undefined;
  /** Facts of single resources that may be named: by a pattern, or where a template leaves the Region open. */
  readonly partial: readonly Fact[];
  /** Facts of other sources that say otherwise. */
  readonly contradicted: readonly Fact[];
}

/** The facts of one analysis. It remembers the questions, and asks nobody: the answers are there before. */
export interface Facts {
  /** The fact that counts for the whole resource; undefined if it is not known. */
  readonly of: <Name extends FactName>(resource: string, name: Name) => Fact<Name> | undefined;
  /** The same, and the facts of single resources that a pattern may name. */
  readonly within: <Name extends FactName>(resource: string, name: Name) => readonly Fact<Name>[];
  /** All that was asked, by fact and then in the order of the resources' names. */
  readonly questions: () => readonly FactQuestion[];
}

interface Entry extends StatedFacts {
  readonly named: NamedResource;
}

/** Collects what all sources say. The order of `stated` does not matter. */
export function factsOf(stated: readonly StatedFacts[]): Facts {
  const exact = new Map<string, Entry[]>();
  const all: Entry[] = [];
  for (const each of stated) {
    for (const name of statedNamesOf(each.resource)) {
      const entry = { ...each, named: namedResource(name) };
      if (name === each.resource) all.push(entry);
      const key = indexKey(entry.named);
      const same = exact.get(key);
      if (same === undefined) exact.set(key, [entry]);
      else same.push(entry);
    }
  }
  const patterns = all.filter(({ named }) => named.isPattern);
  const asked = new Map<FactName, Map<string, FactQuestion>>();
  const ask = (resource: string, name: FactName): FactQuestion => {
    let ofName = asked.get(name);
    if (ofName === undefined) asked.set(name, (ofName = new Map()));
    let question = ofName.get(resource);
    if (question === undefined) ofName.set(resource, (question = answerOf(resource, name, exact, patterns, all)));
    return question;
  };
  return {
    of: (resource, name) => asFact(ask(resource, name).answer, name),
    within: (resource, name) => {
      const { answer, partial } = ask(resource, name);
      if (answer === undefined && partial.length === 0) return [];
      return [...(answer === undefined ? [] : [answer]), ...partial].flatMap((fact) => asFact(fact, name) ?? []);
    },
    questions: () =>
      [...asked]
        .toSorted(([a], [b]) => compareText(a, b))
        .flatMap(([, ofName]) => [...ofName.values()].sort((a, b) => compareText(a.resource, b.resource))),
  };
}

/** Narrows a fact to its name, by which it was looked up. */
function asFact<Name extends FactName>(fact: Fact | undefined, name: Name): Fact<Name> | undefined {
  return fact !== undefined && isNamed(fact, name) ? fact : undefined;
}

function isNamed<Name extends FactName>(fact: Fact, name: Name): fact is Fact<Name> {
  return fact.name === name;
}

const NO_FACTS: readonly Fact[] = [];

function answerOf(
  resource: string,
  name: FactName,
  exact: ReadonlyMap<string, readonly Entry[]>,
  patterns: readonly Entry[],
  all: readonly Entry[],
): FactQuestion {
  if (all.length === 0) return { resource, name, answer: undefined, partial: NO_FACTS, contradicted: NO_FACTS };
  const wanted = namedResource(resource);
  const named = resourceNamesOf(resource).map(namedResource);
  // The most specific name comes first; a pattern counts if no name does.
  const candidates = [
    ...named.map((one) =>
      (exact.get(indexKey(one)) ?? []).filter((entry) => isSameResource(entry.named, one) && has(entry, name)),
    ),
    patterns.filter((entry) => named.some((one) => namesAll(entry.named, one)) && has(entry, name)),
  ];
  const whole = candidates.flatMap((entries) => entries.toSorted(compareEntries)).toSorted(compareSources);
  const meant = meantBy(whole, named, name);
  const [answer] = meant.length > 1 ? [] : meant;
  const partial = wanted.isPattern
    ? all
        .filter((entry) => has(entry, name) && !whole.includes(entry) && mayBeIn(wanted, entry))
        .flatMap((entry) => factIn(entry, name) ?? [])
    : [];
  if (answer === undefined) partial.push(...meant);
  const others = whole.flatMap((entry) => factIn(entry, name) ?? []);
  return {
    resource,
    name,
    answer,
    partial: partial.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b))),
    contradicted: others.filter(
      (fact) => answer !== undefined && fact.source !== answer.source && !isSameValue(fact, answer),
    ),
  };
}

/**
 * The facts that count, of which there is one. But resources of one name in several Regions can have different facts:
 * where a template leaves the Region to the deployment, any of them may be meant.
 */
function meantBy(whole: readonly Entry[], named: readonly NamedResource[], name: FactName): readonly Fact[] {
  const [first] = whole;
  if (first === undefined) return [];
  const rivals = whole.filter(
    (entry) => entry.source === first.source && named.some((one) => areApart(one, first.named, entry.named)),
  );
  const facts = [first, ...rivals].flatMap((entry) => factIn(entry, name) ?? []);
  return facts.filter((fact, index) => index === 0 || !facts.slice(0, index).some((other) => isSameValue(fact, other)));
}

function has({ facts }: Entry, name: FactName): boolean {
  return facts[name] !== undefined;
}

function factIn({ facts, resource, source, place }: Entry, name: FactName): Fact | undefined {
  const value = facts[name];
  return value === undefined ? undefined : { name, value, resource, source, place };
}

function isSameResource(a: NamedResource, b: NamedResource): boolean {
  return a.arn === undefined || b.arn === undefined ? a.text === b.text : isSamePlace(a.arn, b.arn);
}

function mayBeIn(pattern: NamedResource, { resource }: Entry): boolean {
  return statedNamesOf(resource).some((name) => namesAll(pattern, namedResource(name)));
}

/** A name with its place is more specific than one in any place, and a longer pattern than a shorter one. */
function compareEntries(a: Entry, b: Entry): number {
  return (
    Number(a.named.isPattern) - Number(b.named.isPattern) ||
    openPlaces(a.named) - openPlaces(b.named) ||
    b.named.text.length - a.named.text.length ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The nearest source first. The sort is stable, so the most specific of a source stays in front. */
function compareSources(a: Entry, b: Entry): number {
  return FACT_SOURCES.indexOf(a.source) - FACT_SOURCES.indexOf(b.source);
}

/** Placeholders in place of a Region or an account say nothing else than its value. */
function isSameValue(a: Fact, b: Fact): boolean {
  const text = ({ value }: Fact) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  if (text(a) === text(b)) return true;
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return false;
  const [first, second] = [namedResource(a.value), namedResource(b.value)];
  return indexKey(first) === indexKey(second) && isSameResource(first, second);
}
