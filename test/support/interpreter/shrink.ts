import { isArray, isObject, type Json, type JsonObject, textField } from './json.ts';

/**
 * The smallest definition that still fails, found by leaving things out one at a time as long as it does. Bounded: a
 * failure that is not the smallest is better than none.
 */
export async function shrink(
  definition: JsonObject,
  fails: (candidate: JsonObject) => Promise<boolean>,
  tries = 1500,
): Promise<JsonObject> {
  let smallest = definition;
  let left = tries;
  for (;;) {
    let found: JsonObject | undefined;
    for (const candidate of smaller(smallest)) {
      if (!isObject(candidate) || left-- <= 0) break;
      if (!(await fails(candidate))) continue;
      found = candidate;
      break;
    }
    if (found === undefined) return smallest;
    smallest = found;
  }
}

/** Every value that is one step smaller, large steps first. */
function* smaller(value: Json): Generator<Json> {
  if (isObject(value)) {
    yield* innerMachines(value);
    yield* withoutState(value);
    for (const name of Object.keys(value)) {
      if (NEEDED.has(name)) continue;
      const { [name]: _, ...rest } = value;
      yield name === 'Next' ? { ...rest, End: true } : rest;
    }
    for (const [name, item] of Object.entries(value))
      for (const less of smaller(item)) yield { ...value, [name]: less };
  } else if (isArray(value)) {
    for (const index of value.keys()) yield value.toSpliced(index, 1);
    for (const [index, item] of value.entries()) for (const less of smaller(item)) yield value.with(index, less);
  } else if (typeof value === 'string') {
    yield* shorterText(value);
  }
}

/** What a state machine is no longer one without. */
const NEEDED: ReadonlySet<string> = new Set(['Type', 'StartAt', 'States', 'End']);

/** What is inside a Map or Parallel, as a state machine of its own. */
function* innerMachines(machine: JsonObject): Generator<Json> {
  const { States, ...settings } = machine;
  if (!isObject(States)) return;
  for (const state of Object.values(States)) {
    if (!isObject(state)) continue;
    const { Branches, ItemProcessor, Iterator: old } = state;
    for (const inner of [...(isArray(Branches) ? Branches : []), ItemProcessor, old]) {
      if (!isObject(inner)) continue;
      const { ProcessorConfig: _, ...rest } = inner;
      yield { ...settings, ...rest };
    }
  }
}

/** A state machine without one of its states: what led to the state now leads to the one after it. */
function* withoutState(machine: JsonObject): Generator<Json> {
  const { States } = machine;
  if (!isObject(States)) return;
  for (const [name, state] of Object.entries(States)) {
    const { [name]: _, ...rest } = States;
    const next = textField(state, 'Next') ?? textField(state, 'Default');
    const text = JSON.stringify({ ...machine, States: rest });
    const led = `"${name}"`;
    const renamed: Json =
      next === undefined
        ? JSON.parse(text.replaceAll(`"Next":${led}`, '"End":true'))
        : JSON.parse(text.replaceAll(led, JSON.stringify(next)));
    yield renamed;
  }
}

/** Parts of an expression for the whole. */
function* shorterText(text: string): Generator<Json> {
  const [, expression] = /^\{%(.*)%\}$/s.exec(text) ?? [];
  const inside = expression ?? (text.startsWith('States.') ? text : undefined);
  if (inside === undefined) return;
  const wrap = (part: string): string => (expression === undefined ? part : `{% ${part.trim()} %}`);
  const parts = inside.matchAll(/(?=("(?:[^"\\]|\\.)*"|\$[\w.]+(?:\[-?\d+\])*|[([{]|States\.))/g);
  for (const { index } of parts) {
    const part = balanced(inside.slice(index));
    if (part !== undefined && part.length < inside.trim().length) yield wrap(part);
  }
}

/** From here to where the brackets that open here are closed. */
function balanced(text: string): string | undefined {
  const [head = ''] = /^(?:"(?:[^"\\]|\\.)*"|\$?[\w.]*)/.exec(text) ?? [];
  let depth = 0;
  let quoted = false;
  if (!/[([{]/.test(text.charAt(head.length))) return head === '' ? undefined : head;
  for (let index = head.length; index < text.length; index++) {
    const char = text.charAt(index);
    if (char === '"' || char === "'") quoted = !quoted;
    else if (quoted) continue;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char) && --depth === 0) return text.slice(0, index + 1);
  }
  return undefined;
}
