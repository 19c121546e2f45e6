import { isObject, type Json, type JsonObject } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import type { OperationData } from '../../src/sdk/service.ts';

/** Arguments of an SDK operation, made of the paths in its rows, with one of its lists left open. */
export interface ListArgument {
  /** The path of the list or map: `TransactItems`, `ReservedCapacityOptions.CapacityReservationTarget.CapacityReservationIds`. */
  readonly head: string;
  /** `[]` for a list, `{}` and `{:}` for a map. */
  readonly step: string;
  /** One element, with this text as each name in it. */
  readonly element: (name: string) => Json;
  /** All arguments, with this field for the list: `Names` or `Names.$`. */
  readonly arguments: (list: Json, suffix?: '' | '.$') => JsonObject;
}

interface Path {
  readonly names: readonly string[];
  readonly steps: readonly (string | undefined)[];
}

/** The lists and maps among an operation's arguments that name resources, roles or keys. */
export function listArguments(operation: OperationData): readonly ListArgument[] {
  const texts = pathsOf(operation);
  const heads = new Map<string, string>();
  for (const text of texts) {
    const [, head, step] = /^(.*?)(\[\]|\{:?\})/.exec(text) ?? [];
    if (head !== undefined && step !== undefined) heads.set(head, step);
  }
  const paths = texts.map(parsed);
  const literal = treeOf(paths, 'name-1');
  return [...heads].map(([head, step]) => {
    const inner = texts.flatMap((text) => (text.startsWith(head + step) ? [text.slice((head + step).length)] : []));
    return {
      head,
      step,
      element: (name) =>
        treeOf(
          inner.map((text) => parsed(text.replace(/^\./, ''))),
          name,
        ),
      arguments: (list, suffix = '') => withList(literal, head.split('.'), list, suffix),
    };
  });
}

function pathsOf(operation: OperationData): readonly string[] {
  if (!('allow' in operation)) return [];
  const { allow, pass = [] } = operation;
  const slots = allow.flatMap(({ on }) => on.flatMap((text) => (text.startsWith('=') ? [] : slotsOf(text))));
  const roles = pass.flatMap(({ fields }) => fields.filter((field) => !field.startsWith('=')));
  const given = allow.flatMap(({ when = [] }) => when.filter((text) => !text.includes('=')));
  return [...new Set([...slots, ...roles, ...given])];
}

function slotsOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(/\{[@!]?((?:[^{}?=]|\{:?\})+)[^{}]*\}/g)].flatMap(([, paths = '']) => paths.split('|'));
}

function parsed(text: string): Path {
  const parts = text === '' ? [] : text.split('.');
  return {
    names: parts.map((part) => part.replace(/\[\]|\{:?\}/, '')),
    steps: parts.map((part) => /\[\]|\{:?\}/.exec(part)?.[0]),
  };
}

/** The JSON that has a value at each of the paths. */
function treeOf(paths: readonly Path[], name: string): Json {
  if (paths.every(({ names }) => names.length === 0)) return name;
  const fields = new Map<string, Path[]>();
  const steps = new Map<string, string>();
  for (const { names, steps: own } of paths) {
    const [first, ...rest] = names;
    if (first === undefined) continue;
    if (own[0] !== undefined) steps.set(first, own[0]);
    fields.set(first, [...(fields.get(first) ?? []), { names: rest, steps: own.slice(1) }]);
  }
  return Object.fromEntries(
    [...fields].map(([field, below]): [string, Json] => {
      const value = treeOf(below, name);
      const step = steps.get(field);
      if (step === undefined) return [field, value];
      return [field, step === '[]' ? [value] : { [name]: value }];
    }),
  );
}

function withList(json: Json, [first = '', ...rest]: readonly string[], list: Json, suffix: string): JsonObject {
  const object = isObject(json) ? json : {};
  const others = Object.entries(object).filter(([name]) => name !== first);
  const field = rest.length === 0 ? list : withList(own(object, first) ?? {}, rest, list, suffix);
  return Object.fromEntries([...others, [rest.length === 0 ? first + suffix : first, field]]);
}

/** A value as JSONata writes it: a text that starts with `=` is an expression. */
export function inJsonata(json: Json): string {
  if (typeof json === 'string') return json.startsWith('=') ? json.slice(1) : JSON.stringify(json);
  if (Array.isArray(json)) return `[${json.map(inJsonata).join(', ')}]`;
  if (!isObject(json)) return JSON.stringify(json);
  const fields = Object.entries(json).map(
    ([name, value]) => `${name.startsWith('=') ? name.slice(1) : JSON.stringify(name)}: ${inJsonata(value)}`,
  );
  return `{${fields.join(', ')}}`;
}
