import { isArray, isObject, type Json, type JsonObject } from './json.ts';
import type { State, StateType, Transition } from './workflow.ts';

const NONE: readonly Transition[] = [];

/**
 * The transitions of a state; `states` are those of its workflow, by name. A target that isn't a text, and a list item
 * that isn't an object, are ignored.
 *
 * Source: https://states-language.net/#transition and https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
 */
export function transitionsOf(
  json: JsonObject,
  type: StateType,
  states: ReadonlyMap<string, State>,
): readonly Transition[] {
  const { Next: next, Catch: catchers } = json;
  if (type !== 'Choice' && catchers === undefined) {
    return typeof next === 'string' ? [transition('next', json, next, states)] : NONE;
  }
  const transitions: Transition[] = [];
  const add = (kind: Transition['kind'], holder: JsonObject, target: Json | undefined): void => {
    if (typeof target === 'string') transitions.push(transition(kind, holder, target, states));
  };
  if (type === 'Choice') {
    for (const rule of objectsIn(json['Choices'])) add('choice', rule, rule['Next']);
    add('default', json, json['Default']);
  }
  add('next', json, next);
  for (const catcher of objectsIn(catchers)) add('catch', catcher, catcher['Next']);
  return transitions;
}

function transition(
  kind: Transition['kind'],
  json: JsonObject,
  target: string,
  states: ReadonlyMap<string, State>,
): Transition {
  return { kind, json, target, to: states.get(target) };
}

const NO_OBJECTS: readonly JsonObject[] = [];

function objectsIn(json: Json | undefined): readonly JsonObject[] {
  return isArray(json) ? json.filter(isObject) : NO_OBJECTS;
}
