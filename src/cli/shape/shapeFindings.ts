import { type Json, type JsonObject, jsonAt } from '../../asl/json.ts';
import type { Workflow } from '../../asl/workflow.ts';
import { languageFaults } from '../../calls/languageFindings.ts';
import { compareFindings, type Finding } from '../../finding.ts';
import { type ShapePlace, shapePlaceOf } from './place.ts';
import { fieldsTogether, RULES } from './rules.ts';
import { type Diagnosis, diagnosesOf } from './validator.ts';

/**
 * What AWS refuses about a definition's shape: a transition to no state, a field that a state does not have, a state that
 * nothing leads to. What a value is that CloudFormation or JSONata makes, nobody knows here, so it is never wrong. What the
 * analysis says of a field of the other query language, or of JSONata that is half open, is not said again.
 *
 * `workflow`: the same definition, read.
 */
export async function shapeFindings(definition: JsonObject, workflow: Workflow): Promise<readonly Finding[]> {
  const said = new Set(languageFaults(workflow).map(({ state, field }) => fieldKey(state, field)));
  const all = (await diagnosesOf(definition)).filter(({ path }) => !isOpen(definition, path));
  const findings = new Map<string, Finding>();
  for (const diagnosis of all) {
    if (isConsequence(diagnosis, all)) continue;
    const place = shapePlaceOf(definition, diagnosis.path);
    const finding = isSaid(diagnosis, place, said) ? undefined : findingOf(place, diagnosis);
    if (finding !== undefined) findings.set(`${finding.state} ${finding.message}`, finding);
  }
  return [...findings.values()].sort(compareFindings);
}

function fieldKey(state: string, field: string): string {
  return `${state} ${field}`;
}

/**
 * True if the analysis says what is wrong with the field, or with one around it; of fields that stand together and of a
 * rule's comparison, if it says so of one of them.
 */
function isSaid({ message }: Diagnosis, { state, json, rest }: ShapePlace, said: ReadonlySet<string>): boolean {
  const around = rest.map((_, index) => rest.slice(0, index + 1).join('.'));
  const fields = SEVERAL.test(message) ? fieldsTogether(json) : around;
  if (fields.some((field) => said.has(fieldKey(state, field)))) return true;
  const rule = fieldKey(state, `${rest.slice(0, 2).join('.')}.`);
  return COMPARISON.test(message) && [...said].some((key) => key.startsWith(rule));
}

function findingOf(place: ShapePlace, { message }: Diagnosis): Finding | undefined {
  for (const rule of RULES) {
    const found = rule.message.exec(message);
    const verdict = found === null ? undefined : rule.verdict(place, found);
    if (verdict !== undefined) {
      return { code: 'refused-definition', severity: verdict.severity, state: place.state, message: verdict.text };
    }
  }
  return undefined;
}

/** True where a placeholder or an expression stands in the value's place, or in that of something around it. */
function isOpen(definition: JsonObject, path: readonly string[]): boolean {
  return path.some((_, index) => isOpenText(jsonAt(definition, path.slice(0, index + 1))));
}

function isOpenText(value: Json | undefined): boolean {
  return typeof value === 'string' && (value.includes('${') || /^\{%.*%\}$/s.test(value));
}

const SEVERAL = /^Matches multiple schemas/;
const COMPARISON = /^Missing property "(?:StringEquals|Variable)"|^Each Choice Rule/;
const NO_END = /^No terminal state/;
const NO_TRANSITION = /^Missing property "(?:Next|End)"|^The value of "Next" property/;
const NO_COMPARISON = /^Missing property "StringEquals"/;
const NO_FIELD = /^Field is not supported/;
const WRONG_TYPE = /^Incorrect type/;

/** A mistake that another one makes: only that one is said. */
function isConsequence({ message, path }: Diagnosis, all: readonly Diagnosis[]): boolean {
  if (NO_END.test(message)) return all.some((other) => NO_TRANSITION.test(other.message) && isBelow(other, path));
  if (NO_COMPARISON.test(message)) return all.some((other) => NO_FIELD.test(other.message) && isBelow(other, path));
  if (NO_FIELD.test(message)) return all.some((other) => WRONG_TYPE.test(other.message) && isAbove(other, path));
  return false;
}

function isAbove(other: Diagnosis, path: readonly string[]): boolean {
  return other.path.length < path.length && other.path.every((key, index) => path[index] === key);
}

function isBelow(other: Diagnosis, path: readonly string[]): boolean {
  return path.every((key, index) => other.path[index] === key);
}
