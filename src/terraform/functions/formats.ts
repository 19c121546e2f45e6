import { convert } from '../values/convert.ts';
import { isWhole, numeralText, safeInteger, wholeOf } from '../values/number.ts';
import { BOOL, DYNAMIC, LIST_OF_STRINGS, NUMBER, STRING } from '../values/type.ts';
import {
  checkLength,
  isOpen,
  isSequence,
  list,
  orderedItems,
  refused,
  string,
  text,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call, Functions } from './define.ts';
import { jsonOf, jsonString } from './json.ts';
import { graphemes } from './strings.ts';

export const FORMATS: Functions = {
  format: {
    params: [STRING],
    rest: DYNAMIC,
    open: 'all',
    nullable: true,
    result: STRING,
    run: ([template, ...args], call) =>
      template ? formatted(template, args, call) : refused(call, 'it has no template'),
  },
  formatlist: {
    params: [STRING],
    rest: DYNAMIC,
    open: 'all',
    nullable: true,
    result: LIST_OF_STRINGS,
    run: ([template, ...args], call) =>
      template ? eachFormatted(template, args, call) : refused(call, 'it has no template'),
  },
};

interface Verb {
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: string | undefined;
  readonly index: number | undefined;
  readonly letter: string;
}

const VERB = /%(?:%|([-+ #0]*)(\d+)?(?:\.(\d*))?(?:\[(\d+)\])?([a-zA-Z]))|%/g;

/** Source: https://developer.hashicorp.com/terraform/language/functions/format */
function formatted(template: Value, args: readonly Value[], call: Call): Value {
  if (template.kind !== 'string') {
    return template.kind === 'null'
      ? refused(call, 'the template is null')
      : unknown(call, 'its template is not known');
  }
  const parts: (string | Value)[] = [];
  let position = 0;
  let next = 0;
  let highest = 0;
  for (const match of template.value.matchAll(VERB)) {
    const [whole, flags = '', width, precision, index, letter] = match;
    parts.push(template.value.slice(position, match.index));
    position = match.index + whole.length;
    if (whole === '%%') parts.push('%');
    else if (letter === undefined) return unknown(call, 'its template is written in an unusual way');
    else {
      next = index === undefined ? next + 1 : Number(index);
      highest = Math.max(highest, next);
      const arg = args[next - 1];
      if (!arg) return refused(call, 'it has too few arguments');
      const verb = { flags, width: width === undefined ? undefined : Number(width), precision, index: next, letter };
      checkLength(verb.width ?? 0);
      const part = verbOf(verb, arg, call);
      if (part.kind === 'unknown' && part.refused) return part;
      parts.push(part);
    }
  }
  if (highest < args.length) return refused(call, 'it has too many arguments');
  return text([...parts, template.value.slice(position)]);
}

function verbOf(verb: Verb, arg: Value, call: Call): Value {
  const isPlain = verb.flags === '' && verb.width === undefined && verb.precision === undefined;
  if (isOpen(arg) || arg.kind === 'text') {
    const isText = /[svdt]/.test(verb.letter) && isPlain;
    if (isText) return arg.kind === 'text' ? arg : text([arg]);
    return isOpen(arg) && arg.kind === 'unknown'
      ? text([arg])
      : text([unknown(call, 'how it is written is known only after apply', STRING)]);
  }
  if (arg.kind === 'null' && verb.letter !== 'v') return refused(call, 'an argument is null');
  if (verb.letter === 'v') return asIs(verb, arg, call);
  if (verb.letter === 't') {
    const value = convert(arg, BOOL, call);
    return value.kind === 'bool' ? string(String(value.value)) : value;
  }
  if (verb.letter === 's' || verb.letter === 'q') return asString(verb, arg, call);
  return asNumber(verb, arg, call);
}

function asIs(verb: Verb, arg: Value, call: Call): Value {
  if (verb.flags.includes('#') || verb.precision !== undefined)
    return unknown(call, 'its template is written in an unusual way');
  if (arg.kind === 'string') return string(padded(verb, arg.value));
  if (arg.kind === 'number') return string(padded(verb, shortest(numeralText(arg.value))));
  const json = jsonOf(arg, call);
  return json.kind === 'string' ? string(padded(verb, json.value)) : json;
}

/** Go's %g of the shortest form: with an exponent below -4 and from 6 on. */
function shortest(digits: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const all = (whole + fraction).replace(/^0+/, '').replace(/0+$/, '');
  if (all === '') return digits;
  const power = whole === '0' ? -((/^0*/.exec(fraction)?.[0].length ?? 0) + 1) : whole.length - 1;
  if (power >= -4 && power < 6) return digits;
  const rest = all.slice(1);
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${sign}${all[0] ?? ''}${rest === '' ? '' : `.${rest}`}e${power < 0 ? '-' : '+'}${size}`;
}

function asString(verb: Verb, arg: Value, call: Call): Value {
  const value = convert(arg, STRING, call);
  if (value.kind !== 'string') return value;
  const precision = verb.precision === undefined ? undefined : Number(verb.precision || '0');
  const cut = precision ? graphemes(value.value).slice(0, precision).join('') : value.value;
  return string(padded(verb, verb.letter === 'q' ? jsonString(cut) : cut));
}

function padded({ width, flags }: Verb, value: string): string {
  const missing = (width ?? 0) - graphemes(value).length;
  if (missing <= 0) return value;
  const padding = (flags.includes('0') ? '0' : ' ').repeat(missing);
  return flags.includes('-') ? value + padding : padding + value;
}

const BASES: ReadonlyMap<string, number> = new Map([
  ['b', 2],
  ['d', 10],
  ['o', 8],
  ['x', 16],
  ['X', 16],
]);

function asNumber(verb: Verb, arg: Value, call: Call): Value {
  const base = BASES.get(verb.letter);
  const value = convert(arg, NUMBER, call);
  if (value.kind !== 'number') return value;
  if (base !== undefined && !isWhole(value.value)) return refused(call, 'a whole number is needed');
  if (base === undefined && !/[eEfgG]/.test(verb.letter)) return refused(call, `there is no %${verb.letter}`);
  const digits = base === undefined ? decimals(verb, value.value) : wholeOf(value.value).toString(base);
  if (digits === undefined || /[ #]/.test(verb.flags) || (base !== undefined && verb.precision !== undefined)) {
    return unknown(call, `numbers are not written as %${verb.letter}`);
  }
  const sign = digits.startsWith('-') ? '-' : verb.flags.includes('+') ? '+' : '';
  const size = digits.replace('-', '');
  const letters = verb.letter === 'X' ? size.toUpperCase() : size;
  const isZeros = verb.flags.includes('0') && !verb.flags.includes('-');
  const filled = isZeros ? letters.padStart((verb.width ?? 0) - sign.length, '0') : letters;
  return string(padded({ ...verb, flags: verb.flags.replaceAll('0', '') }, sign + filled));
}

/** %f of a number that has few digits: JavaScript rounds it as Go does only where it is exact. */
function decimals(verb: Verb, value: Extract<Value, { kind: 'number' }>['value']): string | undefined {
  if (verb.letter !== 'f') return undefined;
  const places = verb.precision === undefined ? 6 : Number(verb.precision || '0');
  const whole = safeInteger(value);
  if (whole !== undefined && places <= 20) return whole.toFixed(places);
  const digits = numeralText(value);
  const [, fraction = ''] = digits.split('.');
  return fraction.length <= places ? digits + '0'.repeat(places - fraction.length) : undefined;
}

/** Source: https://developer.hashicorp.com/terraform/language/functions/formatlist */
function eachFormatted(template: Value, args: readonly Value[], call: Call): Value {
  const open = args.find((arg) => isOpen(arg) && arg.type.kind !== 'string');
  if (open) return open.kind === 'unknown' ? open : unknown(call, 'a list is known only after apply');
  const columns = args.map((arg) => (isSequence(arg) ? (orderedItems(arg) ?? arg) : arg));
  const lengths = new Set(columns.flatMap((column) => (Array.isArray(column) ? [column.length] : [])));
  if (lengths.size > 1) return refused(call, 'its lists have different lengths');
  if (args.some((arg) => arg.kind === 'null')) return unknown(call, 'an argument is null');
  const [length = 1] = lengths;
  if (args.length === 0) return list(STRING, [formatted(template, [], call)]);
  const results: Value[] = [];
  for (let i = 0; i < length; i++) {
    const row = args.map((arg) => (isSequence(arg) ? (orderedItems(arg)?.[i] ?? arg) : arg));
    const result = formatted(template, row, call);
    if (result.kind === 'unknown') return result;
    results.push(result);
  }
  return list(STRING, results);
}
