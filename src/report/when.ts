import { isArray, isObject, type Json, type JsonObject } from '../asl/json.ts';
import type { Transition } from '../asl/workflow.ts';

/** When a transition is taken: a rule's condition, or the errors that are caught; empty for any other transition. */
export function whenWords({ kind, json }: Transition): string {
  switch (kind) {
    case 'choice':
      return conditionWords(json);
    case 'catch':
      return errorWords(json);
    case 'next':
    case 'default':
      return '';
  }
}

function errorWords(catcher: JsonObject): string {
  const errors = isArray(catcher['ErrorEquals']) ? catcher['ErrorEquals'] : [];
  return errors.map((error) => (error === 'States.ALL' ? 'any error' : String(error))).join(', ');
}

/** Comparison operators end in one of these: `NumericGreaterThanEquals`, `StringEqualsPath`. */
const COMPARISONS: readonly (readonly [end: string, sign: string])[] = [
  ['LessThanEquals', '≤'],
  ['GreaterThanEquals', '≥'],
  ['LessThan', '<'],
  ['GreaterThan', '>'],
  ['Equals', '='],
  ['Matches', 'matches'],
];

/**
 * A rule in words: `$.total > 100`.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
function conditionWords(rule: JsonObject): string {
  const condition = textIn(rule['Condition']);
  if (condition !== undefined) return condition.replace(/^\{%\s*/, '').replace(/\s*%\}$/, '');
  if (isArray(rule['And'])) return listOf(rule['And']).map(conditionWords).join(' and ');
  if (isArray(rule['Or'])) return listOf(rule['Or']).map(conditionWords).join(' or ');
  if (isObject(rule['Not'])) return `not (${conditionWords(rule['Not'])})`;
  const variable = textIn(rule['Variable']) ?? '';
  for (const [key, value] of Object.entries(rule)) {
    const test = /^Is([A-Z][a-z]+)$/.exec(key)?.[1];
    if (test !== undefined) return `${variable} is ${value === false ? 'not ' : ''}${test.toLowerCase()}`;
    const operator = key.replace(/Path$/, '');
    const sign = COMPARISONS.find(([end]) => operator.endsWith(end))?.[1];
    if (sign !== undefined) return `${variable} ${sign} ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  }
  return variable;
}

function textIn(json: Json | undefined): string | undefined {
  return typeof json === 'string' ? json : undefined;
}

function listOf(json: Json | undefined): readonly JsonObject[] {
  return isArray(json) ? json.filter(isObject) : [];
}
