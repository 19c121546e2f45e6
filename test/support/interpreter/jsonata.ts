import jsonata from 'jsonata';
import { hash, parseJson, partition, range, uuid } from './intrinsics.ts';
import { fail, isArray, isObject, type Json } from './json.ts';
import { type Random, randomOf } from './random.ts';

/** Compiled expressions of one workflow, by their text. */
export type Expressions = Map<string, jsonata.Expression>;

export interface JsonataView {
  /** The fields of `$states`. */
  readonly states: Readonly<Record<string, Json>>;
  readonly variables: Readonly<Record<string, Json>>;
  readonly expressions: Expressions;
  readonly random: Random;
}

/**
 * Evaluates a JSON value in which texts between `{%` and `%}` are JSONata.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export async function evaluate(template: Json, view: JsonataView): Promise<Json> {
  return hasExpression(template) ? fill(template, view) : template;
}

const templates = new WeakMap<object, boolean>();

function hasExpression(template: Json): boolean {
  if (typeof template === 'string') return template.startsWith('{%') && template.endsWith('%}');
  if (typeof template !== 'object' || template === null) return false;
  const seen = templates.get(template);
  if (seen !== undefined) return seen;
  const found = Object.values(template).some((value: Json) => hasExpression(value));
  templates.set(template, found);
  return found;
}

async function fill(template: Json, view: JsonataView): Promise<Json> {
  if (!hasExpression(template)) return template;
  if (typeof template === 'string') return expression(template.slice(2, -2).trim(), view);
  const filled: Json[] = [];
  if (isArray(template)) {
    for (const item of template) filled.push(await fill(item, view));
    return filled;
  }
  const entries: [string, Json][] = [];
  if (isObject(template))
    for (const [name, value] of Object.entries(template)) entries.push([name, await fill(value, view)]);
  return Object.fromEntries(entries);
}

/** Where an expression is no JSONata, the workflow could not have been created: a mistake of the test. */
function compiled(text: string, expressions: Expressions): jsonata.Expression {
  const seen = expressions.get(text);
  if (seen) return seen;
  try {
    const made = jsonata(text);
    expressions.set(text, made);
    return made;
  } catch (cause) {
    throw new Error(`no JSONata: ${text}`, { cause });
  }
}

async function expression(text: string, { states, variables, expressions, random }: JsonataView): Promise<Json> {
  const made = compiled(text, expressions);
  let result: unknown;
  try {
    result = await made.evaluate(undefined, { ...functions(random), ...variables, states });
  } catch (error) {
    const { message } = typeof error === 'object' && error !== null && 'message' in error ? error : { message: error };
    return fail('States.QueryEvaluationError', `${text}: ${message}`);
  }
  return toJson(result, text);
}

/** Only what JSON can say comes out of an expression. */
function toJson(value: unknown, text: string): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => toJson(item, text));
  if (typeof value === 'object' && !('_jsonata_lambda' in value) && !('_jsonata_function' in value)) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item, text)]));
  }
  return fail('States.QueryEvaluationError', `${text} returns ${typeof value}`);
}

/**
 * What Step Functions adds to JSONata, and `$eval`, which it takes away.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
 */
function functions(random: Random): Readonly<Record<string, unknown>> {
  const integer = (value: number): number => Math.floor(value);
  return {
    eval: undefined,
    partition: (list: readonly Json[], size: number) => partition(isArray(list) ? list : [list], integer(size)),
    range: (from: number, to: number, by: number) => range(integer(from), integer(to), integer(by)),
    hash,
    uuid: () => uuid(random),
    random: (seed?: number) => (seed === undefined ? random.next() : randomOf(integer(seed)).next()),
    parse: parseJson,
    // JSONata's own draw from Math.random and the clock: a seed would not give the same run again.
    shuffle: (list: readonly Json[]) => shuffled(isArray(list) ? list : [list], random),
    now: () => '2026-01-02T03:04:07.000Z',
    millis: () => 1_767_323_047_000,
  };
}

function shuffled(list: readonly Json[], random: Random): readonly Json[] {
  return list
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
