import { camel, pascal } from '../../src/formats/fitted.ts';

/** Names that others may choose, and that an object used as a dictionary, or a text used as a pattern, takes for something else. */

/** What every object inherits: all of them are names for a role, a state machine, a variable and a logical ID. */
export const INHERITED: readonly string[] = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'toJSON',
  'then',
];

/** What a regular expression, or its replacement, reads as a pattern. */
export const PATTERNS: readonly string[] = [
  'any.+',
  '^(a+)+$',
  'one|two',
  '[a-z]+',
  'all-$&',
  'one-$1',
  'open(',
  '+=,.@-',
];

/** A name of the same form as this one, of which nothing is special; it stands nowhere else. */
export function plainOf(name: string): string {
  return name.replaceAll(/[a-z]/g, 'z').replace('z', 'q');
}

/** The JSON text with the name in the place of the plain one, its lists in no particular order. */
export function renamed(json: string, name: string, plain: string = plainOf(name)): unknown {
  let text = json;
  // Also as a part of identifiers that are made of it.
  for (const form of [(given: string) => given, pascal, camel]) {
    text = text.replaceAll(form(plain), () => JSON.stringify(form(name)).slice(1, -1));
  }
  return unordered(JSON.parse(text));
}

/** What depends on how names sort is in no particular order. */
function unordered(json: unknown): unknown {
  if (Array.isArray(json)) {
    const items = json.map((item) => [JSON.stringify(sorted(item)), unordered(item)] as const);
    return items.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
  }
  return typeof json === 'object' && json !== null
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, unordered(value)]))
    : words(json);
}

/** A message may list names in their order. */
function words(json: unknown): unknown {
  return typeof json === 'string' && json.includes(', ') ? json.split(/[\s{},]+/).toSorted() : json;
}

function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return typeof json === 'object' && json !== null
    ? Object.fromEntries(
        Object.entries(json)
          .map(([key, value]) => [key, sorted(value)] as const)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    : words(json);
}
