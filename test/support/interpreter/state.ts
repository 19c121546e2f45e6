import {
  fail,
  field,
  isArray,
  isObject,
  isTooLarge,
  type Json,
  type JsonObject,
  type StatesError,
  textField,
} from './json.ts';
import type { Expressions, JsonataView } from './jsonata.ts';
import type { View } from './paths.ts';
import type { Random } from './random.ts';

/** A request that the execution role makes. */
export interface RoleRequest {
  readonly state: string;
  readonly service: string;
  readonly api: string;
  readonly arguments: Json;
}

/** What a task, or a reader of items, ends with. */
export type Outcome = { readonly result: Json } | { readonly error: string; readonly cause: string };

export interface World {
  readonly random: Random;
  /** What comes back when a state calls for the nth time, from 0. */
  readonly outcome: (state: string, visit: number) => Outcome;
  readonly expressions?: Expressions;
  /** So many states are entered; then the run ends. */
  readonly steps?: number;
}

/** Where the state machine is: its own name and account stand in the context object. */
export const MACHINE = { name: 'machine', place: 'eu-west-1:111122223333' };
export const ARN = `arn:aws:states:${MACHINE.place}:stateMachine:${MACHINE.name}`;
/** Ends a run that goes in circles; no Catch has a name for it. */
export const TOO_MANY_STEPS = 'the interpreter stops here';
export const DATA_LIMIT = 'States.DataLimitExceeded';

export interface Run extends World {
  readonly definition: JsonObject;
  readonly requests: RoleRequest[];
  readonly visits: Map<string, number>;
  readonly expressions: Expressions;
  readonly left: { steps: number };
  /** Runs a state machine inside this one. */
  readonly enter: (machine: Json, input: Json, scope: Scope, context: JsonObject) => Promise<Json>;
}

export interface Scope {
  readonly values: Map<string, Json>;
  readonly outer?: Scope;
}

export interface Entered {
  readonly run: Run;
  readonly name: string;
  readonly state: JsonObject;
  readonly input: Json;
  readonly scope: Scope;
  readonly context: JsonObject;
  /** As they are on state entry. */
  readonly variables: Readonly<Record<string, Json>>;
}

export interface Left {
  readonly output: Json;
  readonly next?: string | undefined;
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-data-limit-exceed */
export function isTerminal({ error }: StatesError): boolean {
  return error === TOO_MANY_STEPS || error === DATA_LIMIT;
}

/** A state inside a Map or Parallel takes the language of the state machine, not the one of the state around it. */
export function usesJsonata({ state, run }: Entered): boolean {
  return (textField(state, 'QueryLanguage') ?? textField(run.definition, 'QueryLanguage')) === 'JSONata';
}

export function nextOf(state: JsonObject): string | undefined {
  return textField(state, 'Next');
}

export function jsonataView(
  { run, input, context, variables }: Entered,
  more: Readonly<Record<string, Json>>,
): JsonataView {
  const { expressions, random } = run;
  return { states: { input, context, ...more }, variables, expressions, random };
}

export function rulesOf(state: JsonObject): readonly JsonObject[] {
  const rules = field(state, 'Choices');
  return isArray(rules) ? rules.filter(isObject) : [];
}

export function viewOf({ context, variables }: Entered, current: Json): View {
  return { current, context, variables };
}

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html */
export function assign({ scope }: Entered, values: Json): void {
  if (isTooLarge(values)) fail(DATA_LIMIT, 'Assign');
  if (isObject(values)) for (const [name, value] of Object.entries(values)) scope.values.set(name, value);
}
