import type { Json, JsonObject } from '../asl/json.ts';
import type { FactName } from './fact.ts';
import type { Fact, FactQuestion } from './facts.ts';
import { FACT_MEANINGS } from './schema.ts';
import { factProblem } from './statedFacts.ts';
import { factSubjectOf } from './types.ts';
import { sourceWords } from './words.ts';

/** A facts file made of what analyses asked and what they were answered. */

/** A question, and the states that rest on its answer. */
export interface AskedFact extends FactQuestion {
  readonly states: readonly string[];
}

/** What a facts file says of one resource, and what it leaves open. */
interface FactEntry {
  readonly resource: string;
  readonly states: readonly string[];
  readonly known: readonly Fact[];
  readonly unknown: readonly FactName[];
  /** Facts that state machines of one template answer differently, or that no facts file can state: for people. */
  readonly remarks: readonly string[];
}

/** What `rolefit facts --json` prints. `resources` is a facts file of its own. */
export interface FactsJson {
  readonly resources: JsonObject;
  readonly unknown: readonly UnknownFact[];
}

interface UnknownFact {
  readonly resource: string;
  readonly fact: FactName;
  /** The states that ask, as far as they are known. */
  readonly states: readonly string[];
}

export function factsJson(asked: readonly AskedFact[]): FactsJson {
  const entries = entriesOf(asked);
  return {
    resources: Object.fromEntries(
      entries
        .filter(({ known }) => known.length > 0)
        .map(({ resource, known }) => [resource, Object.fromEntries(known.map(({ name, value }) => [name, value]))]),
    ),
    unknown: entries.flatMap(({ resource, states, unknown }) => unknown.map((fact) => ({ resource, fact, states }))),
  };
}

/** The same in YAML, with comments: who says a fact, and what to fill in where nobody does. `from` is what was read. */
export function factsYaml(asked: readonly AskedFact[], from: string): string {
  const entries = entriesOf(asked);
  const open = entries.reduce((sum, { unknown }) => sum + unknown.length, 0);
  const head = [
    `# Facts of the resources that ${comment(from)} names, for --facts.`,
    open === 0
      ? '# Everything that was asked is known.'
      : `# Not known: ${open} ${open === 1 ? 'fact' : 'facts'}, in comments. Fill in what you know, and remove the # before the resource and the fact.`,
  ];
  const texts = [head, ...entries.map(entryLines)].map((lines) => `${lines.join('\n')}\n`);
  return texts.join('\n');
}

function entryLines({ resource, states, known, unknown, remarks }: FactEntry): readonly string[] {
  const asking = states.length === 0 ? [] : [`# For: ${states.map(comment).join(', ')}`];
  const facts = known.flatMap(({ name, value, ...source }) => [
    `  # from ${comment(sourceWords(source))}`,
    ...(typeof value === 'object' && value.length > 0
      ? [`  ${name}:`, ...value.map((item) => `    - ${scalar(item)}`)]
      : [`  ${name}: ${typeof value === 'string' ? scalar(value) : JSON.stringify(value)}`]),
  ]);
  const open = unknown.map((name) => `#   ${name}: # ${wantedFor(resource, name)}`);
  return [
    ...asking,
    ...remarks.map((remark) => `# ${comment(remark)}`),
    ...(known.length === 0 && unknown.length === 0
      ? []
      : [`${known.length === 0 ? '# ' : ''}${scalar(resource)}:`, ...facts, ...open]),
  ];
}

function wantedFor(resource: string, name: FactName): string {
  return factSubjectOf(resource)?.fields[name]?.wanted ?? FACT_MEANINGS[name];
}

/** One entry a resource, in the order of their names. */
function entriesOf(asked: readonly AskedFact[]): readonly FactEntry[] {
  const byResource = new Map<string, AskedFact[]>();
  for (const question of [...asked, ...asked.flatMap(partsOf)]) {
    const key = question.resource.replace(/^arn:\$\{AWS::Partition\}:/, 'arn:aws:');
    const others = byResource.get(key) ?? [];
    byResource.set(key, [...others, question]);
  }
  return [...byResource.values()]
    .map((questions) => entryOf(questions[0]?.resource ?? '', questions))
    .toSorted((a, b) => (a.resource < b.resource ? -1 : 1));
}

/** What is known of single resources that a pattern names, as entries of their own. */
function partsOf({ partial, states }: AskedFact): readonly AskedFact[] {
  return partial.map((answer) => ({
    resource: answer.resource,
    name: answer.name,
    answer,
    partial: [],
    contradicted: [],
    states,
  }));
}

function entryOf(resource: string, questions: readonly AskedFact[]): FactEntry {
  const names = [...new Set(questions.map(({ name }) => name))].toSorted();
  const type = factSubjectOf(resource);
  const known: Fact[] = [];
  const unknown: FactName[] = [];
  const remarks: string[] = [];
  for (const name of names) {
    const answers = questions.filter((question) => question.name === name).flatMap(({ answer }) => answer ?? []);
    const [answer] = answers;
    const differing = answers.find(({ value }) => JSON.stringify(value) !== JSON.stringify(answer?.value));
    if (type?.fields[name] === undefined) {
      remarks.push(
        `No facts file can state the ${name} of ${resource}${answer ? `: ${JSON.stringify(answer.value)}` : ''}`,
      );
    } else if (answer === undefined) unknown.push(name);
    else if (differing !== undefined) {
      const either = [answer, differing].map((each) => `${JSON.stringify(each.value)}, from ${sourceWords(each)}`);
      remarks.push(
        `The ${name} differs from one state machine to another: ${either.join('; ')}. Write a file for each`,
      );
      unknown.push(name);
    } else if (factProblem(resource, type, name, jsonOf(answer.value)) !== undefined) {
      remarks.push(
        `No facts file can state this ${name}: ${JSON.stringify(answer.value)}, from ${sourceWords(answer)}`,
      );
    } else known.push(answer);
  }
  const states = [...new Set(questions.flatMap((question) => question.states))].toSorted();
  return { resource, states, known, unknown, remarks };
}

function jsonOf(value: Fact['value']): Json {
  return value;
}

/** A text in YAML: as it is where it certainly is itself, otherwise in quotation marks. */
function scalar(text: string): string {
  return /^[A-Za-z$/][\w${}:./+=,@*?!-]*$/.test(text) && !text.endsWith(':') && !text.includes(': ') && isText(text)
    ? text
    : JSON.stringify(text);
}

/** YAML takes some words for other values. */
function isText(text: string): boolean {
  return !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(text);
}

/** A text in a comment, where only what is printed and no line's end may stand. */
function comment(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
