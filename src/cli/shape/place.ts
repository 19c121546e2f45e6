import { isObject, type Json, type JsonObject, jsonAt, pointer } from '../../asl/json.ts';
import { own } from '../../own.ts';

/** Where in a definition a value stands: the workflow and the state around it, and the rest of the way. */
export interface ShapePlace {
  /** JSON Pointer of the state; empty outside of all states. */
  readonly state: string;
  /** The state itself; undefined outside of all states. */
  readonly json: JsonObject | undefined;
  /** The nearest workflow: the whole definition, a branch, or a Map's item processor. */
  readonly workflow: JsonObject;
  /** The way from the state, or from the workflow, to the value. */
  readonly rest: readonly string[];
  readonly value: Json | undefined;
}

export function shapePlaceOf(definition: JsonObject, path: readonly string[]): ShapePlace {
  return within(definition, path, { state: '', json: undefined }, '');
}

function within(
  workflow: JsonObject,
  path: readonly string[],
  holder: Pick<ShapePlace, 'state' | 'json'>,
  base: string,
): ShapePlace {
  const [first, name, ...rest] = path;
  const states = own(workflow, 'States');
  const json =
    first === 'States' && name !== undefined && isObject(states ?? null) ? jsonAt(states, [name]) : undefined;
  if (name === undefined || !isObject(json ?? null) || json === undefined || !isObject(json)) {
    return { ...holder, workflow, rest: path, value: jsonAt(workflow, path) };
  }
  const state = pointer(`${base}/States`, name);
  const inner = innerWorkflow(json, rest);
  if (inner === undefined) return { state, json, workflow, rest, value: jsonAt(json, rest) };
  const { way, workflow: next } = inner;
  return within(next, rest.slice(way.length), { state, json }, `${state}/${way.join('/')}`);
}

/** The workflow in a state that a path leads into, if it leads further. */
function innerWorkflow(
  state: JsonObject,
  path: readonly string[],
): { readonly way: readonly string[]; readonly workflow: JsonObject } | undefined {
  const [field = '', index] = path;
  const way = field === 'Branches' && index !== undefined ? [field, index] : [field];
  if (!WORKFLOW_FIELDS.includes(field) || path.length <= way.length) return undefined;
  const workflow = jsonAt(state, way);
  return workflow !== undefined && isObject(workflow) ? { way, workflow } : undefined;
}

const WORKFLOW_FIELDS: readonly string[] = ['Branches', 'Iterator', 'ItemProcessor'];

/** `Retry[0].MaxAttempts`. */
export function fieldText(path: readonly string[]): string {
  return path.reduce((text, key) => {
    if (/^\d+$/.test(key)) return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
