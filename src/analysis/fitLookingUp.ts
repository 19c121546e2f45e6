import type { JsonObject } from '../asl/json.ts';
import { FACT_SOURCES, type StatedFacts } from '../facts/fact.ts';
import type { FactQuestion } from '../facts/facts.ts';
import type { LookUp, UnreadFact } from '../facts/lookUp.ts';
import type { Finding } from '../finding.ts';
import { sortFindings } from '../grants/findings.ts';
import { type Fit, type FitOptions, fit } from './fit.ts';

/** An answer can lead to a question: a connection names its secret, the secret its key, the key may be an alias. */
const ROUNDS = 3;

/**
 * Fits a policy with facts that `lookUp` finds. A fact that it cannot read leaves the policy as it is without the fact,
 * and is a finding. Rejects as `fit` does, and where the run is aborted.
 */
export async function fitLookingUp(definition: JsonObject, options: FitOptions, lookUp: LookUp): Promise<Fit> {
  const asked = new Set<string>();
  const unread = new Map<string, UnreadFact>();
  const stated: StatedFacts[] = [...(options.facts ?? [])];
  let fitted = await fit(definition, options);
  for (let round = 0; round < ROUNDS; round++) {
    const questions = fitted.questions.filter((question) => isOpen(question) && !asked.has(idOf(question)));
    if (questions.length === 0) break;
    for (const question of questions) asked.add(idOf(question));
    const found = await lookUp(questions);
    for (const fact of found.unread) unread.set(idOf(fact), fact);
    if (found.stated.length === 0) break;
    stated.push(...found.stated);
    fitted = await fit(definition, { ...options, facts: stated });
  }
  const findings = unreadFindings([...unread.values()], fitted.questions);
  return findings.length === 0 ? fitted : { ...fitted, findings: sortFindings([...fitted.findings, ...findings]) };
}

/** AWS is asked as well where only a source says something that counts less: the two may contradict each other. */
function isOpen({ answer }: FactQuestion): boolean {
  return answer === undefined || FACT_SOURCES.indexOf(answer.source) > FACT_SOURCES.indexOf('aws');
}

function idOf({ name, resource }: Pick<UnreadFact, 'name' | 'resource'>): string {
  return `${name} ${resource}`;
}

/** What nobody else says either, once for the whole definition. */
function unreadFindings(unread: readonly UnreadFact[], questions: readonly FactQuestion[]): readonly Finding[] {
  const open = new Set(questions.filter(({ answer }) => answer === undefined).map(idOf));
  const named = new Set(questions.flatMap(({ answer }) => answer?.value ?? []));
  const facts = new Map<string, string[]>();
  for (const fact of unread) {
    // What the answers left without a question is of no interest; of a key that one of them names, it is.
    if (!open.has(idOf(fact)) && !named.has(fact.resource)) continue;
    const { resource, name, why } = fact;
    const same = facts.get(why) ?? [];
    facts.set(why, [...same, ...(why.includes(resource) ? [] : [`${name} of ${resource}`])]);
  }
  if (facts.size === 0) return [];
  const lines = [...facts].map(([why, of]) => (of.length === 0 ? why : `${of.toSorted().join(', ')}: ${why}`));
  const message = `Facts could not be read from AWS, so the policy is what it is without them: ${lines.toSorted().join('; ')}. Allow these requests, or say the facts with --facts.`;
  return [{ code: 'unread-facts', severity: 'warning', state: '', message }];
}
