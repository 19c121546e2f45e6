import { NOTHING, type Unknown } from '../possible.ts';
import { gaveUp, type Item, lengthOf, one, partsOf, sequenceOf, typeOf } from './value.ts';

/**
 * The signature of a function, such as `s-nn?`: what its arguments are, `-` for one that is the context where it is
 * missing, `?` for one that can be, `+` for one or more.
 *
 * Source: https://docs.jsonata.org/embedding-extending#function-signature-syntax
 */
export interface Signature {
  readonly parameters: readonly Parameter[];
  readonly pattern: RegExp;
}

interface Parameter {
  readonly type: string;
  readonly items: string | undefined;
  readonly isContext: boolean;
  /** The letters of the types that it can be. */
  readonly letters: string;
}

const ANY = 'asnblfom';

export function signatureOf(text: string): Signature {
  const parameters: Parameter[] = [];
  let pattern = '^';
  for (const [, choice, type = choice ?? '', items, modifiers = ''] of text.matchAll(
    /(?:\((\w+)\)|([a-z]))(?:<(\w+)>)?([-?+]*)/g,
  )) {
    const letters = lettersOf(type);
    parameters.push({ type, items, isContext: modifiers.includes('-'), letters });
    pattern += `([${letters}]${modifiers.replace('-', '?')})`;
  }
  return { parameters, pattern: new RegExp(`${pattern}$`) };
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

/** The arguments as the function gets them; fails for the wrong ones, unknown where that is not certain. */
export function checked(
  signature: Signature,
  args: readonly Item[],
  context: Item,
): readonly Item[] | 'fails' | Unknown {
  const { parameters, pattern } = signature;
  const unknown = args.find((arg) => arg.kind === 'unknown');
  const fewer = args.length < parameters.length && parameters.some(({ isContext, type }) => isContext && type !== 'x');
  if (unknown && fewer) return unknown;
  const letters = args.map((arg, index) => letterOf(arg) ?? assumed(parameters[index] ?? parameters.at(-1)));
  const match = pattern.exec(letters.join(''));
  if (!match) return 'fails';
  const result: Item[] = [];
  let at = 0;
  for (const [index, parameter] of parameters.entries()) {
    const matched = match[index + 1] ?? '';
    if (matched === '' && parameter.isContext) {
      if (context.kind === 'unknown') return context;
      if (!parameter.letters.includes(letterOf(context) ?? '')) return 'fails';
      result.push(context);
      continue;
    }
    const count = Math.max(1, matched.length);
    for (const arg of args.slice(at, at + count)) {
      const value = parameter.type === 'a' ? asArray(arg, parameter.items) : arg;
      if (value === 'fails') return 'fails';
      result.push(value);
    }
    if (at >= args.length) result.push(NOTHING);
    at += count;
  }
  return result;
}

function letterOf(item: Item): string | undefined {
  switch (typeOf(item)) {
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

/** What is unknown is taken for what it should be; anything else fails. */
function assumed(parameter: Parameter | undefined): string {
  return parameter?.type === 'x' ? 'o' : (parameter?.type.charAt(0) ?? 'm');
}

function asArray(arg: Item, items: string | undefined): Item | 'fails' {
  if (arg.kind === 'absent' || arg.kind === 'unknown') return arg;
  const parts = partsOf(arg);
  if (!parts) return items !== undefined && letterOf(arg) !== items ? 'fails' : sequenceOf([one([arg])], 'plain');
  if (items === undefined) return arg;
  for (const part of parts) {
    const letters = new Set(part.value.map(letterOf));
    if (!letters.has(undefined) && !letters.has(items)) {
      return part.many || lengthOf(parts) === undefined ? gaveUp('a list that may be of the wrong type') : 'fails';
    }
  }
  return arg;
}
