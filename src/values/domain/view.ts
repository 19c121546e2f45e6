import { isArray, isObject, type Json } from '../../asl/json.ts';
import { own } from '../../own.ts';
import type { Assignment } from './assignment.ts';
import { fieldOf } from './parts.ts';
import { ABSENT, type PartObject, type Possible, type Single, type Unknown } from './possible.ts';
import type { UnknownValue, Value } from './value.ts';

/** Where a value is read. */
interface Reading {
  readonly expression: string;
  /** JSON Pointer of the state that contains the expression. */
  readonly state: string;
  readonly assignment: Assignment;
}

/** What a table sees, under one assignment, of a value that `expression` in `state` gives. */
export function viewOf(value: Possible, expression: string, state: string, assignment: Assignment): Value {
  const chosen = assignment.choose(value);
  // Most values are one of these two kinds.
  if (chosen.kind === 'unknown') return readBy(expression, chosen);
  if (chosen.kind === 'known') return knownView(chosen.json, expression, chosen.setBy ?? state);
  return singleView(chosen, { expression, state, assignment });
}

function singleView(value: Single, reading: Reading): Value {
  const { expression, state, assignment } = reading;
  switch (value.kind) {
    case 'known':
      return knownView(value.json, expression, value.setBy ?? state);
    case 'text':
      return { kind: 'unknown', expression, parts: value.parts };
    case 'object':
      return objectView(value, reading);
    case 'array':
      return {
        kind: 'array',
        items: value.items.map((item) => partView(item, reading)).filter((item) => item.kind !== 'absent'),
      };
    case 'list': {
      const hasItems = assignment.hasItems(value);
      if (hasItems === undefined) return { kind: 'unknown', expression };
      return { kind: 'array', items: hasItems ? [partView(value.item, reading)] : [] };
    }
    case 'absent':
      return ABSENT;
    case 'unknown':
      return readBy(expression, value);
  }
}

/** A field or an item: an unknown one may be absent. */
function partView(part: Possible, reading: Reading): Value {
  const view = singleView(reading.assignment.choose(part), reading);
  return view.kind === 'unknown' ? { ...view, maybeAbsent: true } : view;
}

function objectView(value: PartObject, reading: Reading): Value {
  const { expression, assignment } = reading;
  return {
    kind: 'object',
    field: (name) => partView(fieldOf(value, name), reading),
    names: () =>
      [...value.fields].filter(([, field]) => assignment.choose(field).kind !== 'absent').map(([name]) => name),
    ...(value.rest.kind === 'unknown' ? { others: readBy(expression, value.rest) } : {}),
  };
}

/** What an expression gives if it reads an unknown value, which is then the cause. */
function readBy(expression: string, value: Unknown): UnknownValue {
  if (value.expression === expression) return value;
  if (value.cause !== undefined) return { kind: 'unknown', expression, cause: value.cause };
  if (expression === `{% ${value.expression.trim()} %}`) return { kind: 'unknown', expression };
  return { kind: 'unknown', expression, cause: { state: '', reason: value.expression } };
}

function knownView(json: Json, expression: string, setBy: string): Value {
  if (isArray(json)) return { kind: 'array', items: json.map((item) => knownView(item, expression, setBy)) };
  if (!isObject(json)) return { kind: 'known', json, setBy, expression };
  return {
    kind: 'object',
    field: (name) => {
      const value = own(json, name);
      return value === undefined ? ABSENT : knownView(value, expression, setBy);
    },
    names: () => Object.keys(json),
  };
}
