import { ABSENT, type Unknown } from '../../domain/possible.ts';
import { arrayParts, knownLength, one } from '../value/arrays.ts';
import { kindOfItem } from '../value/kinds.ts';
import { gaveUp, type Item, sequenceOf } from '../value/value.ts';

/**
 * The signature of a function, such as `s-nn?`: the types of its arguments; `-` after one that defaults to the context,
 * `?` after an optional one, `+` for one or more.
 *
 * Source: https://docs.jsonata.org/embedding-extending#function-signature-syntax
 */
export type Signature = readonly Parameter[];

interface Parameter {
  readonly type: string;
  readonly items: string | undefined;
  readonly isContext: boolean;
  readonly isOptional: boolean;
  readonly isRepeated: boolean;
  /** The letters of its possible types. */
  readonly letters: string;
}

const ANY = 'asnblfom';

export function signatureOf(text: string): Signature {
  const matches = text.matchAll(/(?:\((\w+)\)|([a-z]))(?:<(\w+)>)?([-?+]?)/g);
  return [...matches].map(([, choice, type = choice ?? '', items, modifier]) => ({
    type,
    items,
    isContext: modifier === '-',
    isOptional: modifier === '-' || modifier === '?',
    isRepeated: modifier === '+',
    letters: lettersOf(type),
  }));
}

/** How many of the arguments with these types each parameter takes; undefined if they don't fit. */
function countsOf([parameter, ...others]: readonly Parameter[], letters: string): readonly number[] | undefined {
  if (parameter === undefined) return letters === '' ? [] : undefined;
  const fitting = [...letters].findIndex((letter) => !parameter.letters.includes(letter));
  const most = Math.min(fitting < 0 ? letters.length : fitting, parameter.isRepeated ? letters.length : 1);
  for (let count = most; count >= (parameter.isOptional ? 0 : 1); count--) {
    const rest = countsOf(others, letters.slice(count));
    if (rest) return [count, ...rest];
  }
  return undefined;
}

function lettersOf(type: string): string {
  switch (type) {
    case 'a':
    case 'x':
      return ANY;
    case 'j':
      return ANY.replace('f', '');
    case 'f':
      return 'f';
    default:
      return `${type}m`;
  }
}

/** The arguments as the function receives them; fails for wrong ones, unknown if that isn't certain. */
export function checked(
  parameters: Signature,
  args: readonly Item[],
  context: Item,
): readonly Item[] | 'fails' | Unknown {
  const unknown = args.find((arg) => arg.kind === 'unknown');
  const fewer = args.length < parameters.length && parameters.some(({ isContext, type }) => isContext && type !== 'x');
  if (unknown && fewer) return unknown;
  const letters = args.map((arg, index) => letterOf(arg) ?? assumed(parameters[index] ?? parameters.at(-1)));
  const counts = countsOf(parameters, letters.join(''));
  if (!counts) return 'fails';
  const result: Item[] = [];
  let at = 0;
  for (const [index, parameter] of parameters.entries()) {
    const matched = counts[index] ?? 0;
    if (matched === 0 && parameter.isContext) {
      if (context.kind === 'unknown') return context;
      if (!parameter.letters.includes(letterOf(context) ?? '')) return 'fails';
      result.push(context);
      continue;
    }
    const count = Math.max(1, matched);
    for (const arg of args.slice(at, at + count)) {
      const value = parameter.type === 'a' ? asArray(arg, parameter.items) : arg;
      if (value === 'fails') return 'fails';
      result.push(value);
    }
    if (at >= args.length) result.push(ABSENT);
    at += count;
  }
  return result;
}

function letterOf(item: Item): string | undefined {
  switch (kindOfItem(item)) {
    case 'string':
      return 's';
    case 'number':
      return 'n';
    case 'boolean':
      return 'b';
    case 'null':
      return 'l';
    case 'array':
      return 'a';
    case 'object':
      return 'o';
    case 'function':
      return 'f';
    default:
      return item.kind === 'absent' ? 'm' : undefined;
  }
}

/** An unknown argument is assumed to have the right type: any other would fail. */
function assumed(parameter: Parameter | undefined): string {
  const type = parameter?.type.charAt(0) ?? 'm';
  // Any JSON value is taken: an object is one.
  return type === 'x' || type === 'j' ? 'o' : type;
}

function asArray(arg: Item, items: string | undefined): Item | 'fails' {
  if (arg.kind === 'absent' || arg.kind === 'unknown') return arg;
  const parts = arrayParts(arg);
  if (!parts) return items !== undefined && letterOf(arg) !== items ? 'fails' : sequenceOf([one([arg])], 'plain');
  if (items === undefined) return arg;
  for (const part of parts) {
    const letters = new Set(part.value.map(letterOf));
    if (!letters.has(undefined) && !letters.has(items)) {
      return part.many || knownLength(parts) === undefined ? gaveUp('a list that may be of the wrong type') : 'fails';
    }
  }
  return arg;
}
