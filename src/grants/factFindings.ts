import type { Fact, FactQuestion } from '../facts/facts.ts';
import { sourceWords } from '../facts/words.ts';
import type { Finding } from '../finding.ts';
import { parseArn } from '../iam/arn.ts';

/** What nobody knows of the named resources, and what two sources say differently: once for the whole definition. */
export function factFindings(questions: readonly FactQuestion[]): readonly Finding[] {
  return [...unknownEncryption(questions), ...questions.flatMap(contradictions)];
}

function unknownEncryption(questions: readonly FactQuestion[]): readonly Finding[] {
  const unknown = questions.filter(({ name, answer, resource }) => name === 'key' && !answer && !isAlias(resource));
  if (unknown.length === 0) return [];
  const resources = [...new Set(unknown.map(({ resource }) => resource))].join(', ');
  return [
    {
      code: 'unknown-encryption',
      severity: 'info',
      state: '',
      message: `Whether customer managed KMS keys encrypt these resources is not known, so the policy allows the use of none: ${resources}. Say it with --facts or --resource-key, or look it up with --live.`,
    },
  ];
}

/** An alias tells which key is meant; what is open is only the key's ID. */
function isAlias(resource: string): boolean {
  return parseArn(resource)?.service === 'kms';
}

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
