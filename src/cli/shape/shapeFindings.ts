import { type Json, type JsonObject, jsonAt } from '../../asl/json.ts';
import { compareFindings, type Finding } from '../../finding.ts';
import { shapePlaceOf } from './place.ts';
import { RULES } from './rules.ts';
import { type Diagnosis, diagnosesOf } from './validator.ts';

/**
 * What AWS refuses about a definition's shape: a transition to no state, a field that a state does not have, a state that
 * nothing leads to. What a value is that CloudFormation or JSONata makes, nobody knows here, so it is never wrong.
 */
export async function shapeFindings(definition: JsonObject): Promise<readonly Finding[]> {
  const all = (await diagnosesOf(definition)).filter(({ path }) => !isOpen(definition, path));
  const findings = new Map<string, Finding>();
  for (const diagnosis of all) {
    if (isConsequence(diagnosis, all)) continue;
    const finding = findingOf(definition, diagnosis);
    if (finding !== undefined) findings.set(`${finding.state} ${finding.message}`, finding);
  }
  return [...findings.values()].sort(compareFindings);
}

function findingOf(definition: JsonObject, { message, path }: Diagnosis): Finding | undefined {
  const place = shapePlaceOf(definition, path);
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
