import { isConnectionSecret } from '../facts/connectionSecret.ts';
import type { Fact, FactQuestion } from '../facts/facts.ts';
import { sourceWords } from '../facts/words.ts';
import { type Finding, shortList } from '../finding.ts';

/** What nobody knows of the named resources, and what two sources say differently: once for the whole definition. */
export function factFindings(questions: readonly FactQuestion[]): readonly Finding[] {
  return [...unknownEncryption(questions), ...questions.flatMap(contradictions)];
}

function unknownEncryption(questions: readonly FactQuestion[]): readonly Finding[] {
  const unknown = questions.filter(
    ({ name, answer, resource }) =>
      name === 'key' && !answer && mayBeEncrypted(resource) && !isConnectionSecret(resource, questions),
  );
  if (unknown.length === 0) return [];
  const resources = inShort(unknown.map(({ resource }) => resource));
  return [
    {
      code: 'unknown-encryption',
      severity: 'info',
      state: '',
      message: `Whether customer managed KMS keys encrypt these resources is unknown, so the policy allows no key for them: ${resources}. State their keys (or none) with --resource-key or --facts, or look them up with --live.`,
    },
  ];
}

/**
 * An alias tells which key is meant, and only the key's ID is open. The default event bus has an AWS owned key until
 * someone updates it, and every .sync task puts a rule on it: the note would be in everybody's way. A fact about it
 * counts like any other.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
 */
function mayBeEncrypted(resource: string): boolean {
  return !/^arn:[^:]*:kms:|:event-bus\/default$/.test(resource);
}

/** Each resource once; ARNs that differ only in the name as one: `arn:…:table/{orders, users}`. Many are cut short. */
function inShort(resources: readonly string[]): string {
  const named = new Map<string, Set<string>>();
  for (const resource of resources) {
    const end = Math.max(resource.lastIndexOf(':'), resource.lastIndexOf('/')) + 1;
    const [start, name] = resource.startsWith('arn:') ? [resource.slice(0, end), resource.slice(end)] : ['', resource];
    const same = named.get(start);
    if (same === undefined) named.set(start, new Set([name]));
    else same.add(name);
  }
  return [...named]
    .flatMap(([start, names]) =>
      start === '' || names.size === 1
        ? [...names].map((name) => start + name)
        : [`${start}{${shortList([...names].toSorted(), MOST_NAMES)}}`],
    )
    .join(', ');
}

const MOST_NAMES = 12;

function contradictions({ resource, answer, contradicted }: FactQuestion): readonly Finding[] {
  return contradicted.flatMap((other) => {
    if (answer === undefined) return [];
    const message = `The ${answer.name} of ${resource} is ${valueWords(answer)} according to ${sourceWords(answer)}, and ${valueWords(other)} according to ${sourceWords(other)}: the first counts. Correct the other.`;
    return [{ code: 'contradicting-facts', severity: 'warning', state: '', message }];
  });
}

function valueWords({ value }: Fact): string {
  return Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
}
