import type { Json } from '../../asl/json.ts';
import type { Source } from '../hcl/syntax.ts';
import type { Evaluated } from '../resource.ts';
import { numeralText } from '../values/number.ts';
import { isMapping, isSequence, openIn, type Value } from '../values/value.ts';

/** A value as it is handed on: without its type. */
export function toEvaluated(value: Value, source: Source): Evaluated {
  if (value.kind === 'reference') {
    const { address, path, place } = value;
    if (path.length > 0) return { kind: 'reference', address, path, place };
    return notRead(source, `it is all of ${address}`);
  }
  if (value.kind === 'unknown') {
    return { kind: 'unknown', expression: value.expression, why: value.why, place: value.place };
  }
  if (value.kind === 'text') {
    return {
      kind: 'text',
      parts: value.parts.map((part) => (typeof part === 'string' ? part : toEvaluated(part, source))),
    };
  }
  const isKnown = openIn(value) === undefined;
  const json = isKnown ? jsonValue(value) : undefined;
  if (json !== undefined) return { kind: 'known', value: json };
  if (isSequence(value)) return { kind: 'list', items: value.items.map((item) => toEvaluated(item, source)) };
  if (isMapping(value)) {
    return {
      kind: 'object',
      entries: new Map([...value.entries].map(([name, item]) => [name, toEvaluated(item, source)])),
    };
  }
  return notRead(source, 'the number has more digits than JSON holds');
}

function notRead({ text, place }: Source, why: string): Evaluated {
  return { kind: 'unknown', expression: text.replaceAll(/\s+/g, ' ').slice(0, 120), why, place };
}

/** Undefined where it has a number that JSON, as JavaScript reads it, doesn't hold. */
function jsonValue(value: Value): Json | undefined {
  if (value.kind === 'null') return null;
  if (value.kind === 'string' || value.kind === 'bool') return value.value;
  if (value.kind === 'number') {
    const digits = numeralText(value.value);
    const number = Number(digits);
    return isSame(number, digits) ? number : undefined;
  }
  if (isSequence(value)) {
    const items: Json[] = [];
    for (const item of value.items) {
      const json = jsonValue(item);
      if (json === undefined) return undefined;
      items.push(json);
    }
    return items;
  }
  if (!isMapping(value)) return undefined;
  const entries: [string, Json][] = [];
  for (const [name, item] of value.entries) {
    const json = jsonValue(item);
    if (json === undefined) return undefined;
    entries.push([name, json]);
  }
  return Object.fromEntries(entries);
}

function isSame(number: number, digits: string): boolean {
  return Number.isSafeInteger(number) || String(number) === digits;
}
