import { createHash } from 'node:crypto';
import type { Json } from '../../../asl/json.ts';
import { arrayParts, knownLength, one } from '../value/arrays.ts';
import { constant } from '../value/convert.ts';
import { type Alternatives, gaveUp, type Item, type Part, sequenceOf } from '../value/value.ts';
import type { Builtin } from './builtin.ts';
import { gives, type PureResult, pure } from './pure.ts';

const HASHES: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const MAX_ITEMS = 1000;

/**
 * The functions that Step Functions adds. How `$map` and similar functions call them is undocumented.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export const STEP_FUNCTIONS: Readonly<Record<string, Builtin>> = {
  partition: { signature: 'xx', arity: undefined, run: ([list, size]) => partition(list, size) },
  range: pure('range', 'nnn', undefined, ([first, last, step]) => range(first, last, step)),
  hash: pure('hash', 'xx', undefined, ([text, algorithm]) => hash(text, algorithm)),
  parse: pure('parse', 'x', undefined, ([text]) => parse(text)),
};

/** The array in chunks; a size that isn't an integer is rounded down. */
function partition(list: Item | undefined, size: Item | undefined): Alternatives {
  const json = size && constant(size);
  const length = typeof json === 'number' ? Math.floor(json) : 0;
  if (!list || list.kind === 'absent' || list.kind === 'unknown')
    return [list?.kind === 'unknown' ? list : unsure('partition')];
  const parts = arrayParts(list);
  if (!parts || knownLength(parts) === undefined || length < 1) return [unsure('partition')];
  const chunks: Part[] = [];
  for (let start = 0; start < parts.length; start += length) {
    chunks.push(one([sequenceOf(parts.slice(start, start + length), 'plain')]));
  }
  return chunks.length === 0 ? [unsure('partition')] : [sequenceOf(chunks, 'plain')];
}

function unsure(name: string): Item {
  return gaveUp(`this use of $${name} is not evaluated`);
}

function range(first: Json | undefined, last: Json | undefined, step: Json | undefined): PureResult {
  const isInteger = (json: Json | undefined): json is number => Number.isSafeInteger(json);
  if (!isInteger(first) || !isInteger(last) || !isInteger(step) || step === 0) return 'unsure';
  const count = Math.floor((last - first) / step) + 1;
  if (count < 1 || count > MAX_ITEMS) return 'unsure';
  return gives(Array.from({ length: count }, (_, index) => first + index * step));
}

function hash(text: Json | undefined, algorithm: Json | undefined): PureResult {
  const name = typeof algorithm === 'string' ? HASHES.get(algorithm) : undefined;
  return name && typeof text === 'string' ? gives(createHash(name).update(text).digest('hex')) : 'unsure';
}

function parse(text: Json | undefined): PureResult {
  if (typeof text !== 'string') return 'unsure';
  try {
    const parsed: unknown = JSON.parse(text);
    return isJson(parsed) ? gives(parsed) : 'unsure';
  } catch {
    return 'unsure';
  }
}

function isJson(value: unknown): value is Json {
  return value !== undefined;
}
