import { createHash } from 'node:crypto';
import { isArray, isObject, type Json } from '../../asl/json.ts';
import { constantOf } from '../domain/constant.ts';
import { known, listOf, objectOf, unknownValue } from '../domain/construct.ts';
import { combine, join } from '../domain/join.ts';
import { MAX_OPTIONS } from '../domain/limits.ts';
import { fieldOf, namesInJson } from '../domain/parts.ts';
import { ABSENT, optionsOf, type Possible, type Single, type Unknown } from '../domain/possible.ts';
import { textFromParts } from '../domain/text.ts';
import { array, arrayContains, arrayGetItem, arrayLength, arrayPartition, arrayRange, arrayUnique } from './arrays.ts';
import {
  causeOf,
  type Intrinsic,
  type IntrinsicArgument,
  isSimpleInteger,
  unknownFrom,
  valuesOf,
} from './intrinsic.ts';
import { splitTemplate } from './pathExpression.ts';

/**
 * Source of every rule here and in `arrays.ts`, unless another is named:
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
export const INTRINSICS: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Array', array],
  ['ArrayContains', arrayContains],
  ['ArrayGetItem', arrayGetItem],
  ['ArrayLength', arrayLength],
  ['ArrayPartition', arrayPartition],
  ['ArrayRange', arrayRange],
  ['ArrayUnique', arrayUnique],
  ['Base64Decode', onConstants(1, base64Decode)],
  ['Base64Encode', onConstants(1, base64Encode)],
  ['Format', format],
  ['Hash', onConstants(2, hash)],
  ['JsonMerge', jsonMerge],
  ['JsonToString', onConstants(1, jsonToString)],
  ['MathAdd', onConstants(2, mathAdd)],
  ['MathRandom', mathRandom],
  ['StringSplit', onConstants(2, stringSplit)],
  ['StringToJson', onConstants(1, stringToJson)],
  ['UUID', (_, source) => unknownValue(source, { state: '', reason: 'a UUID' })],
]);

/** Longer than any name or ARN; keeps results cheap that every field computes again. */
const MAX_LENGTH = 4096;

/** A function that needs its arguments to be fully known; it returns undefined if its result isn't certain. */
function onConstants(count: number, compute: (...args: Json[]) => Possible | undefined): Intrinsic {
  return (args, source) => {
    if (args.length !== count) return unknownValue(source);
    return combine(valuesOf(args), source, (options) => {
      const constants: Json[] = [];
      for (const option of options) {
        const json = constantOf(option);
        if (json === undefined) return unknownFrom(options, source);
        if (typeof json === 'string' && json.length > MAX_LENGTH) return unknownValue(source);
        constants.push(json);
      }
      const result = compute(...constants) ?? unknownValue(source);
      // A text made at run time may look like a placeholder, but nothing is substituted in it.
      return result.kind === 'known' && constantOf(result) === undefined ? unknownValue(source) : result;
    });
  };
}

function format(args: readonly IntrinsicArgument[], source: string): Possible {
  const [first, ...inserted] = args;
  if (!first) return unknownValue(source);
  return combine(valuesOf(args), source, ([template, ...values]) => {
    if (template?.kind !== 'known') return unknownFrom(template ? [template] : [], source);
    if (typeof template.json !== 'string') return ABSENT;
    const pieces = splitTemplate(first.template ?? template.json, first.template !== undefined);
    if (pieces?.length !== values.length + 1) return unknownValue(source);
    const parts: (string | Unknown)[] = [];
    for (const [index, piece] of pieces.entries()) {
      const value = values[index];
      parts.push(piece, ...(value ? printed(value, inserted[index]?.source ?? source) : []));
    }
    return textFromParts(parts, setByOf([template, ...values]));
  });
}

/** The state that set the first of the values that are not literals. */
function setByOf(values: readonly Single[]): string | undefined {
  for (const value of values) if (value.kind === 'known' && value.setBy !== undefined) return value.setBy;
  return undefined;
}

/** How a value is printed into a text. The form of objects, arrays and other numbers is undocumented. */
function printed(value: Single, source: string): readonly (string | Unknown)[] {
  const hole = (unknown: Unknown) => (unknown.expression === source ? unknown : unknownValue(source, causeOf(unknown)));
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? part : hole(part)));
  if (value.kind === 'unknown') return [hole(value)];
  if (value.kind === 'known') {
    const { json } = value;
    if (typeof json === 'string') return [json];
    if (isSimpleInteger(json) || typeof json === 'boolean') return [String(json)];
  }
  return [unknownValue(source, { state: '', reason: 'a value whose printed form is not documented' })];
}

const INTEGER_LIMIT = 2 ** 31;

function mathAdd(a: Json, b: Json): Possible | undefined {
  if (!isSimpleInteger(a) || !isSimpleInteger(b)) return undefined;
  const sums = [a, b, a + b];
  return sums.every((sum) => sum >= -INTEGER_LIMIT && sum < INTEGER_LIMIT) ? known(a + b + 0) : undefined;
}

/** From the start, inclusive, to the end, exclusive. */
function mathRandom(args: readonly IntrinsicArgument[], source: string): Possible {
  const random = unknownValue(source, { state: '', reason: 'a random number' });
  if (args.length < 2 || args.length > 3) return unknownValue(source);
  return combine(valuesOf(args.slice(0, 2)), source, (options) => {
    const [start, end] = options.map(constantOf);
    if (!isSimpleInteger(start) || !isSimpleInteger(end)) return random;
    if (end <= start || end - start > MAX_OPTIONS) return random;
    return join(Array.from({ length: end - start }, (_, index) => known(start + index)));
  });
}

/** Each character of the delimiter splits. Whether empty pieces stay is undocumented. */
function stringSplit(text: Json, delimiter: Json): Possible | undefined {
  if (typeof text !== 'string' || typeof delimiter !== 'string') return ABSENT;
  if (delimiter === '' || delimiter.length > 100 || /[\ud800-\udfff]/.test(delimiter)) return undefined;
  const delimiters = new Set(delimiter);
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !delimiters.has(text[at] ?? '')) continue;
    pieces.push(text.slice(start, at));
    start = at + 1;
  }
  if (pieces.length > 256) return undefined;
  return pieces.includes('') ? listOf(join(pieces.map((piece) => known(piece)))) : known(pieces);
}

/** The encoding is MIME's, with line breaks after 76 characters. */
const MAX_ONE_LINE = 57;

function base64Encode(text: Json): Possible | undefined {
  if (typeof text !== 'string') return ABSENT;
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length <= MAX_ONE_LINE && text.isWellFormed() ? known(bytes.toString('base64')) : undefined;
}

function base64Decode(text: Json): Possible | undefined {
  if (typeof text !== 'string') return ABSENT;
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8');
  const isExact = bytes.toString('base64') === text && Buffer.from(decoded, 'utf8').equals(bytes);
  return isExact ? known(decoded) : undefined;
}

const ALGORITHMS: ReadonlyMap<Json, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

function hash(data: Json, algorithm: Json): Possible | undefined {
  const name = ALGORITHMS.get(algorithm);
  if (typeof data !== 'string' || name === undefined || !data.isWellFormed()) return undefined;
  return known(createHash(name).update(data, 'utf8').digest('hex'));
}

/** Only what every JSON writer writes alike. */
function jsonToString(json: Json): Possible | undefined {
  if (typeof json === 'string') return /^[ -~]*$/.test(json) ? known(JSON.stringify(json)) : undefined;
  return isArray(json) || isObject(json) || (typeof json === 'number' && !isSimpleInteger(json))
    ? undefined
    : known(JSON.stringify(json));
}

const JSON_TEXT = /"(?:[^"\\]|\\.)*"/g;

/** What the parser returns for anything but JSON, such as an empty text, is undocumented. */
function stringToJson(text: Json): Possible | undefined {
  if (typeof text !== 'string') return ABSENT;
  const json = parsed(text);
  // `1.0` and `1e3` stay as written, which a parsed number doesn't show.
  if (json === undefined || /[0-9][.eE]|[0-9]{15}|-0/.test(text.replace(JSON_TEXT, '""'))) return undefined;
  return known(json);
}

function parsed(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

/** Larger objects aren't merged: every field that uses the result would pay for it again. */
const MAX_FIELDS = 256;

/** A shallow merge: the fields of the second object win. */
function jsonMerge(args: readonly IntrinsicArgument[], source: string): Possible {
  const [first, second, deep] = args;
  if (!first || !second || args.length !== 3) return unknownValue(source);
  if (deep?.value.kind !== 'known' || deep.value.json !== false) return unknownValue(source);
  return combine([first.value, second.value], source, (options) => {
    const [below, above] = options.map(asFields);
    if (!below || !above) return ABSENT;
    if (hasPlaceholderName(below) || hasPlaceholderName(above)) return unknownValue(source);
    const fields = new Map<string, Possible>();
    for (const name of new Set([...below.fields.keys(), ...above.fields.keys()])) {
      fields.set(name, over(below.fields.get(name) ?? below.rest, above.fields.get(name) ?? above.rest));
    }
    const rest = above.rest.kind === 'unknown' ? above.rest : below.rest;
    return fields.size === 0 && rest.kind === 'unknown' ? rest : objectOf(fields, rest);
  });
}

function over(below: Possible, above: Possible): Possible {
  const present = optionsOf(above).filter((option) => option.kind !== 'absent');
  if (present.length === optionsOf(above).length) return above;
  return join([...present, below]);
}

type Fields = Pick<Extract<Single, { kind: 'object' }>, 'fields' | 'rest'>;

/** An object's fields; all are unknown if the value is unknown. Undefined for a value that cannot be merged. */
function asFields(value: Single): Fields | undefined {
  switch (value.kind) {
    case 'object':
      return value;
    case 'unknown':
      return { fields: new Map(), rest: value };
    case 'known': {
      if (!isObject(value.json)) return undefined;
      if (namesInJson(value.json).count > MAX_FIELDS)
        return { fields: new Map(), rest: unknownValue('a value too large to follow') };
      const names = Object.keys(value.json);
      return { fields: new Map(names.map((name) => [name, fieldOf(value, name)])), rest: ABSENT };
    }
    default:
      return undefined;
  }
}

function hasPlaceholderName(object: Fields): boolean {
  for (const name of object.fields.keys()) if (name.includes('${')) return true;
  return false;
}
