import {
  type HclValue,
  isMapping,
  isSequence,
  type Open,
  object,
  string,
  text,
  tuple,
  unknown,
} from '../values/value.ts';
import type { FunctionCall } from './define.ts';

const NAMES = /(rolefitOpen\d+e)/;

type Decode = (source: string, call: FunctionCall) => HclValue;

/**
 * Decodes a document that is known in part: what an apply tells stands in it as a name of its own, and is put back into what
 * that is decoded to. That it has no quotes and no line ends is what everyone who writes such a document relies on.
 */
export function decodedInPart(value: HclValue, call: FunctionCall, decode: Decode, quotes: boolean): HclValue {
  if (value.kind === 'string') return decode(value.value, call);
  if (value.kind !== 'text') return unknown(call, 'the document is known only after apply');
  const opens = new Map<string, Open>();
  const isInside = insideString();
  const known = value.parts.filter((part) => typeof part === 'string').join('');
  if (NAMES.test(known)) return unknown(call, 'it has a name that is used here');
  const pieces = value.parts.map((part, index) => {
    if (typeof part === 'string') {
      isInside.read(part);
      return part;
    }
    const name = `rolefitOpen${index}e`;
    opens.set(name, part);
    // In JSON, what stands where a value stands is a value of its own.
    return quotes && !isInside.now() ? `"${name}"` : name;
  });
  const decoded = decode(pieces.join(''), call);
  if (decoded.kind === 'unknown') return unknown(call, `it is known only in part: ${decoded.why}`);
  return restored(decoded, opens, call);
}

/** Follows the quotes of JSON. */
function insideString() {
  let inside = false;
  let escaped = false;
  return {
    now: () => inside,
    read: (part: string) => {
      for (const letter of part) {
        if (escaped) escaped = false;
        else if (letter === '\\') escaped = inside;
        else if (letter === '"') inside = !inside;
      }
    },
  };
}

function restored(value: HclValue, opens: ReadonlyMap<string, Open>, call: FunctionCall): HclValue {
  if (value.kind === 'string') {
    const whole = opens.get(value.value);
    return whole ?? text(value.value.split(NAMES).map((part) => opens.get(part) ?? string(part)));
  }
  if (isSequence(value)) return tuple(value.items.map((item) => restored(item, opens, call)));
  if (!isMapping(value)) return value;
  const entries = [...value.entries].map(([name, item]) => [name, restored(item, opens, call)] as const);
  const isOpenKey = entries.some(([name]) => NAMES.test(name));
  return isOpenKey ? unknown(call, 'a name in it is known only after apply') : object(entries);
}
