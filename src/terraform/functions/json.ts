import type { Json } from '../../asl/json.ts';
import { numeralText, parseNumeral } from '../values/number.ts';
import {
  bool,
  isMapping,
  isOpen,
  isSequence,
  NOTHING,
  number,
  object,
  orderedItems,
  refused,
  string,
  text,
  tuple,
  unknown,
  type Value,
} from '../values/value.ts';
import type { Call } from './define.ts';

/** JSON as Go writes it: `<`, `>`, `&` and the two separators of lines are escaped. */
export function jsonString(value: string): string {
  return JSON.stringify(value)
    .replaceAll(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(/\\u([0-9a-fA-F]{4})/g, (escaped) => escaped.toLowerCase());
}

/**
 * What jsonencode gives. A reference to a text stands between quotes; of any other, whether it will is decided by an apply.
 *
 * Source: https://developer.hashicorp.com/terraform/language/functions/jsonencode
 */
export function jsonOf(value: Value, call: Call): Value {
  const parts: (string | Value)[] = [];
  const problem = write(value, parts, call);
  return problem ?? text(parts);
}

/** Appends the JSON of a value; gives what cannot be written. */
function write(value: Value, parts: (string | Value)[], call: Call): Value | undefined {
  if (value.kind === 'null') parts.push('null');
  else if (value.kind === 'bool') parts.push(String(value.value));
  else if (value.kind === 'number') parts.push(numeralText(value.value));
  else if (value.kind === 'string') parts.push(jsonString(value.value));
  else if (value.kind === 'text') {
    const inside = value.parts.map((part) => (typeof part === 'string' ? jsonString(part).slice(1, -1) : part));
    parts.push('"', ...inside, '"');
  } else if (isOpen(value)) return writeOpen(value, parts, call);
  else if (isSequence(value)) return writeItems(value, parts, call);
  else if (isMapping(value)) {
    parts.push('{');
    for (const [index, [name, item]] of [...value.entries].entries()) {
      parts.push(`${index === 0 ? '' : ','}${jsonString(name)}:`);
      const problem = write(item, parts, call);
      if (problem) return problem;
    }
    parts.push('}');
  }
  return undefined;
}

function writeItems(value: Extract<Value, { items: readonly Value[] }>, parts: (string | Value)[], call: Call) {
  const items = orderedItems(value);
  if (!items) return unknown(call, 'the order of the set is known only to Terraform');
  parts.push('[');
  for (const [index, item] of items.entries()) {
    if (index > 0) parts.push(',');
    const problem = write(item, parts, call);
    if (problem) return problem;
  }
  parts.push(']');
  return undefined;
}

function writeOpen(value: Extract<Value, { kind: 'reference' | 'unknown' }>, parts: (string | Value)[], call: Call) {
  if (value.kind === 'unknown' && value.refused) return value;
  if (value.kind === 'reference' && value.path.length === 0) {
    return unknown(call, `${value.address} is a whole resource, of which an apply tells more`);
  }
  const isText = value.type.kind === 'string';
  parts.push(...(isText ? ['"', value, '"'] : [value]));
  return undefined;
}

/** Source: https://developer.hashicorp.com/terraform/language/functions/jsondecode */
export function decodedJson(source: string, call: Call): Value {
  try {
    // Numbers as they are written: JavaScript's have fewer digits.
    const json: unknown = JSON.parse(source, (_, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? new NumberText(context?.source ?? String(value)) : value,
    );
    return fromParsed(json, call);
  } catch {
    return refused(call, 'it is no JSON');
  }
}

class NumberText {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }
}

function fromParsed(json: unknown, call: Call): Value {
  if (json instanceof NumberText) {
    const value = parseNumeral(json.digits);
    return value ? number(value) : unknown(call, 'a number is too long');
  }
  if (Array.isArray(json)) return tuple(json.map((item) => fromParsed(item, call)));
  if (typeof json === 'object' && json !== null) {
    return object(Object.entries(json).map(([name, item]) => [name, fromParsed(item, call)] as const));
  }
  if (typeof json === 'string') return string(json);
  return typeof json === 'boolean' ? bool(json) : NOTHING;
}

/** A value of plain JSON. */
export function fromJson(json: Json): Value {
  if (json === null) return NOTHING;
  if (typeof json === 'string') return string(json);
  if (typeof json === 'boolean') return bool(json);
  if (typeof json === 'number') return number(parseNumeral(String(json)) ?? { mantissa: 0n, exponent: 0 });
  if (Array.isArray(json)) return tuple(json.map(fromJson));
  return object(Object.entries(json).map(([name, item]) => [name, fromJson(item)] as const));
}
