import type { Fit } from '../../analysis/fit.ts';
import type { FactQuestion } from '../../facts/facts.ts';
import { shortList } from '../../finding.ts';
import { nearest } from '../../nearest.ts';
import { shown } from '../terminal/lines.ts';
import type { StateMachine } from './stateMachines.ts';

/** Options that changed nothing: what they name stands in no definition. Most often that is a slip in a name. */

interface Values {
  readonly substitute?: readonly string[] | undefined;
  readonly 'resource-key'?: readonly string[] | undefined;
  readonly 'bucket-key'?: readonly string[] | undefined;
  readonly 'pass-role'?: readonly string[] | undefined;
}

/** A line for standard error for each of them: what it names, and what there is instead. */
export function unusedOptions(
  values: Values,
  stateMachines: readonly StateMachine[],
  fits: readonly Pick<Fit, 'questions'>[],
): string {
  const questions = fits.flatMap((fit) => fit.questions);
  const unused = [
    ...(values.substitute ?? []).flatMap((pair) => unusedName(beforeEquals(pair, 'first'), stateMachines)),
    ...(values['resource-key'] ?? []).flatMap((pair) =>
      unusedKey('resource-key', beforeEquals(pair, 'last'), questions),
    ),
    ...(values['bucket-key'] ?? []).flatMap((pair) =>
      unusedKey('bucket-key', `arn:aws:s3:::${beforeEquals(pair, 'first')}`, questions),
    ),
    ...(values['pass-role']?.length ? unusedRoles(values['pass-role'], questions) : []),
  ];
  return unused.map((line) => `rolefit: warning: ${shown(line)}\n`).join('');
}

function beforeEquals(pair: string, which: 'first' | 'last'): string {
  return pair.slice(0, which === 'first' ? pair.indexOf('=') : pair.lastIndexOf('='));
}

function unusedName(name: string, stateMachines: readonly StateMachine[]): readonly string[] {
  const names = new Set(stateMachines.flatMap(({ openNames }) => openNames));
  if (stateMachines.length === 0 || names.has(name)) return [];
  const where = stateMachines.length === 1 ? 'the definition does not have' : 'no definition has';
  return [`--substitute ${name}: ${where} \${${name}}; ${instead(name, [...names], (each) => `\${${each}}`)}`];
}

function unusedKey(option: string, resource: string, questions: readonly FactQuestion[]): readonly string[] {
  const asked = questions.filter(({ name }) => name === 'key');
  const isUsed = asked.some((question) =>
    factsIn(question).some((fact) => fact.source === 'commandLine' && isSame(fact.resource, resource)),
  );
  if (isUsed) return [];
  const resources = [...new Set(asked.map((question) => question.resource))];
  return [
    `--${option} ${resource}: no call uses this resource, so nothing is granted on its key; ${instead(resource, resources)}`,
  ];
}

/** The partition of a bucket's ARN is the state machine's. */
function isSame(a: string, b: string): boolean {
  const [plain, other] = [a, b].map((text) => text.replace(/^arn:[^:]*:s3:::/, 'arn:aws:s3:::'));
  return plain === other;
}

function unusedRoles(roles: readonly string[], questions: readonly FactQuestion[]): readonly string[] {
  const asked = questions.filter(({ name }) => name === 'roles');
  if (asked.some((question) => factsIn(question).some(({ place }) => place === '--pass-role'))) return [];
  const open = [...new Set(asked.filter(({ answer }) => answer === undefined).map(({ resource }) => resource))];
  const there = open.length === 0 ? '' : `; roles are not known of ${shortList(open, MOST)}`;
  return [`--pass-role ${roles.join(' ')}: no task passes a role that the definition leaves open${there}`];
}

function factsIn({ answer, partial, contradicted }: FactQuestion) {
  return [...(answer === undefined ? [] : [answer]), ...partial, ...contradicted];
}

function instead(name: string, all: readonly string[], written = (each: string) => each): string {
  const like = nearest(name, all);
  if (like !== undefined) return `did you mean ${written(like)}?`;
  return all.length === 0 ? 'there is none' : `there is ${shortList(all.map(written), MOST)}`;
}

const MOST = 5;
