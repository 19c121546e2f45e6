import type { Json } from '../../src/asl/json.ts';
import type { Configuration, Evaluated, EvaluatedResource } from '../../src/terraform/resource.ts';

/** Configurations written by hand, as the evaluation of files gives them. */

const PLACE = { file: 'main.tf', line: 1 };

type Argument = Evaluated | Json | undefined;

export function evaluated(value: Argument): Evaluated {
  if (value === undefined) return { kind: 'known', value: null };
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && isEvaluated(value)) return value;
  return { kind: 'known', value: value as Json };
}

function isEvaluated(value: object): value is Evaluated {
  return 'kind' in value;
}

/** `ref('aws_sqs_queue.q', 'arn')`. */
export function ref(address: string, ...path: readonly string[]): Evaluated {
  return { kind: 'reference', address, path, place: PLACE };
}

export function unknown(expression: string, why = 'the variable has no value'): Evaluated {
  return { kind: 'unknown', expression, why, place: PLACE };
}

/** A text with parts: text`arn:${ref('aws_sqs_queue.q', 'name')}`. */
export function text(strings: TemplateStringsArray, ...parts: readonly Evaluated[]): Evaluated {
  return { kind: 'text', parts: strings.flatMap((string, index) => [string, ...(parts[index] ? [parts[index]] : [])]) };
}

export function list(...items: readonly Argument[]): Evaluated {
  return { kind: 'list', items: items.map(evaluated) };
}

export function block(entries: Readonly<Record<string, Argument>>): Evaluated {
  return { kind: 'object', entries: new Map(Object.entries(entries).map(([name, value]) => [name, evaluated(value)])) };
}

/** A resource, or with `data.` in its address a data source. */
export function resource(
  address: string,
  args: Readonly<Record<string, Argument>> = {},
  provider: EvaluatedResource['provider'] = {},
): EvaluatedResource {
  const local = address.replaceAll(/module\.[\w-]+(?:\["[^"]*"\]|\[\d+\])?\./g, '');
  const isData = local.startsWith('data.');
  const [type = ''] = local.replace(/^data\./, '').split('.');
  return {
    address,
    mode: isData ? 'data' : 'managed',
    type,
    provider,
    arguments: new Map(Object.entries(args).map(([name, value]) => [name, evaluated(value)])),
    place: PLACE,
    places: new Map(),
  };
}

export function configuration(...resources: readonly EvaluatedResource[]): Configuration {
  return { resources, unread: [] };
}
