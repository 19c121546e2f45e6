import { isArray, isObject, type Json, type JsonObject } from './json.ts';
import type { StateType, Transition } from './workflow.ts';

const NONE: readonly Transition[] = [];

/**
 * Where a state can go. `stateNamed` finds the states of its workflow. What names no text as its target, or stands in a
 * list without being an object, is left out.
 *
 * Source: https://states-language.net/#transition and https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function transitionsOf(
  json: JsonObject,
  type: StateType,
  stateNamed: (name: string) => Transition['to'],
): readonly Transition[] {
  const { Next: next, Catch: catchers } = json;
  if (type !== 'Choice' && next === undefined && catchers === undefined) return NONE;
  const transitions: Transition[] = [];
  const add = (kind: Transition['kind'], holder: JsonObject, target: Json | undefined): void => {
    if (typeof target === 'string') transitions.push({ kind, json: holder, target, to: stateNamed(target) });
  };
  if (type === 'Choice') {
    for (const rule of objectsIn(json['Choices'])) add('choice', rule, rule['Next']);
    add('default', json, json['Default']);
  }
  add('next', json, next);
  for (const catcher of objectsIn(catchers)) add('catch', catcher, catcher['Next']);
  return transitions;
}

const NO_OBJECTS: readonly JsonObject[] = [];

function objectsIn(json: Json | undefined): readonly JsonObject[] {
  return isArray(json) ? json.filter(isObject) : NO_OBJECTS;
}
