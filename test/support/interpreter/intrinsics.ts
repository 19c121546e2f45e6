import { createHash } from 'node:crypto';
import { fail, isArray, isObject, type Json, type JsonObject, sameJson } from './json.ts';
import { select, type View } from './paths.ts';
import type { Random } from './random.ts';

/**
 * The intrinsic functions of JSONPath states.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
export function intrinsic(text: string, view: View, random: Random): Json {
  const { value, rest } = call(text.trim(), view, random);
  if (rest.trim() !== '') throw new Error(`${text}: ${rest} is left over`);
  return value;
}

interface Read {
  readonly value: Json;
  readonly rest: string;
}

/** Stand for `\{` and `\}`, which States.Format does not take for a place to fill. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

function call(text: string, view: View, random: Random): Read {
  const head = /^States\.(\w+)\(\s*/.exec(text);
  if (!head) throw new Error(`${text} is no intrinsic function`);
  const values: Json[] = [];
  let rest = text.slice(head[0].length);
  while (!rest.startsWith(')')) {
    const { value, rest: after } = argument(rest, view, random);
    values.push(value);
    rest = after.trimStart();
    if (rest.startsWith(',')) rest = rest.slice(1).trimStart();
    else if (!rest.startsWith(')')) throw new Error(`${text}: a comma is missing before ${rest}`);
  }
  const [, name = ''] = head;
  return { value: apply(name, values, random), rest: rest.slice(1) };
}

function argument(text: string, view: View, random: Random): Read {
  if (text.startsWith('States.')) return call(text, view, random);
  const [literal] = /^'(?:\\.|[^'\\])*'/s.exec(text) ?? [];
  if (literal !== undefined) return { value: unescaped(literal.slice(1, -1)), rest: text.slice(literal.length) };
  const [plain] = /^(?:-?\d+(?:\.\d+)?|true|false|null)(?=\s*[,)])/.exec(text) ?? [];
  if (plain !== undefined) {
    const value: Json = JSON.parse(plain);
    return { value, rest: text.slice(plain.length) };
  }
  const [path] = /^\$(?:\[[^\]]*\]|[^\s,()[\]])*/.exec(text) ?? [];
  if (path === undefined) throw new Error(`${text} is no argument of an intrinsic function`);
  return { value: select(path, view), rest: text.slice(path.length) };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gs, (_, char: string) => (char === '{' ? OPEN : char === '}' ? CLOSE : char));
}

function plainText(text: string): string {
  return text.replaceAll(OPEN, '{').replaceAll(CLOSE, '}');
}

function apply(name: string, given: readonly Json[], random: Random): Json {
  const [template] = given;
  if (name === 'Format' && typeof template === 'string') return format(template, given.slice(1).map(plain));
  const values = given.map(plain);
  const [first, second, third] = values;
  const list = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : wrong(name));
  const text = (value: Json | undefined): string => (typeof value === 'string' ? value : wrong(name));
  const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : wrong(name));
  const whole = (value: Json | undefined): number => (typeof value === 'number' ? Math.round(value) : wrong(name));
  switch (name) {
    case 'Array':
      return values;
    case 'ArrayPartition':
      return partition(list(first), whole(second));
    case 'ArrayContains':
      return list(first).some((item) => sameJson(item, second ?? wrong(name)));
    case 'ArrayRange':
      return range(whole(first), whole(second), whole(third));
    case 'ArrayGetItem':
      return list(first)[whole(second)] ?? wrong(name);
    case 'ArrayLength':
      return list(first).length;
    case 'ArrayUnique':
      return list(first).filter((item, index, all) => all.findIndex((other) => sameJson(item, other)) === index);
    case 'Base64Encode':
      return Buffer.from(text(first)).toString('base64');
    case 'Base64Decode':
      return Buffer.from(text(first), 'base64').toString();
    case 'Hash':
      return hash(typeof first === 'string' ? first : JSON.stringify(first), text(second));
    case 'JsonMerge':
      return third === false ? { ...object(first), ...object(second) } : wrong(name);
    case 'StringToJson':
      return parseJson(text(first));
    case 'JsonToString':
      return JSON.stringify(first);
    case 'MathRandom':
      return whole(first) + random.int(whole(second) - whole(first));
    case 'MathAdd':
      return whole(first) + whole(second);
    case 'StringSplit':
      return splitText(text(first), text(second), random);
    case 'UUID':
      return uuid(random);
    default:
      throw new Error(`States.${name} is no intrinsic function`);
  }
}

function wrong(name: string): never {
  return fail('States.IntrinsicFailure', `the arguments of States.${name}`);
}

function plain(value: Json): Json {
  return typeof value === 'string' ? plainText(value) : value;
}

function format(template: string, values: readonly Json[]): string {
  const parts = template.split('{}');
  if (parts.length !== values.length + 1) wrong('Format');
  const filled = parts.map((part, index) => {
    const value = values[index];
    if (value === undefined) return plainText(part);
    if (typeof value === 'object' && value !== null) return wrong('Format');
    return plainText(part) + (typeof value === 'string' ? value : JSON.stringify(value));
  });
  return filled.join('');
}

/** AWS does not say what becomes of the empty texts between two delimiters, so that both answers have to be allowed. */
function splitText(text: string, delimiters: string, random: Random): readonly string[] {
  const parts: string[] = [''];
  for (const char of text) {
    if (delimiters.includes(char)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${char}`);
  }
  return random.chance(0.5) ? parts.filter((part) => part !== '') : parts;
}

export function partition(list: readonly Json[], size: number): readonly (readonly Json[])[] {
  if (size < 1) return fail('States.IntrinsicFailure', `chunks of ${size}`);
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

export function range(from: number, to: number, by: number): readonly number[] {
  const count = by === 0 ? Number.NaN : Math.floor((to - from) / by) + 1;
  if (!(count <= 1000)) return fail('States.IntrinsicFailure', `a range from ${from} to ${to} by ${by}`);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => from + index * by);
}

export function hash(text: string, algorithm: string): string {
  if (!['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].includes(algorithm))
    return fail('States.IntrinsicFailure', `the algorithm ${algorithm}`);
  return createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex');
}

export function parseJson(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return fail('States.IntrinsicFailure', `${text} is no JSON`);
  }
}

export function uuid(random: Random): string {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
}
