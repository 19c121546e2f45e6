import { isDeepStrictEqual } from 'node:util';
import { isArray, isObject, type Json } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../../src/values/domain/construct.ts';
import { join } from '../../src/values/domain/join.ts';
import { ABSENT, type Possible } from '../../src/values/domain/possible.ts';
import { textFromParts } from '../../src/values/domain/text.ts';

/** A value as a run has it; undefined where there is none. */
export type Concrete = Json | undefined;

/** True where a run can have this value, by the definition of each kind of Possible and nothing else. */
export function covers(value: Possible, run: Concrete): boolean {
  switch (value.kind) {
    case 'unknown':
      return true;
    case 'absent':
      return run === undefined;
    case 'known':
      return isDeepStrictEqual(value.json, run);
    case 'either':
      return value.options.some((option) => covers(option, run));
    case 'text':
      return typeof run === 'string' && textPattern(value.parts).test(run);
    case 'list':
      return isArray(run) && run.every((item) => covers(value.item, item));
    case 'array':
      return isArray(run) && run.length === value.items.length && value.items.every((item, i) => covers(item, run[i]));
    case 'object':
      return (
        isObject(run) &&
        [...value.fields].every(([name, field]) => covers(field, own(run, name))) &&
        (value.rest.kind === 'unknown' || Object.keys(run).every((name) => value.fields.has(name)))
      );
  }
}

function textPattern(parts: readonly (string | object)[]): RegExp {
  const source = parts.map((part) =>
    typeof part === 'string'
      ? part.replace(/[^A-Za-z0-9]/g, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
      : '.*',
  );
  return new RegExp(`^${source.join('')}$`, 'su');
}

/** A value and one that a run can have where it is that. */
export interface Pair {
  readonly value: Possible;
  readonly run: Concrete;
}

export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export function pick<T>(random: Random, options: readonly T[]): T {
  const [picked] = options.slice(random(options.length));
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

const NAMES = ['a', 'b', 'c'] as const;

type Kind = Exclude<Possible['kind'], 'absent'>;
const LEAVES: readonly Kind[] = ['known', 'known', 'text', 'unknown'];
const KINDS: readonly Kind[] = ['known', 'text', 'unknown', 'object', 'array', 'list', 'either', 'object', 'array'];

export function randomPair(random: Random, depth: number): Pair {
  switch (pick(random, depth === 0 ? LEAVES : KINDS)) {
    case 'known': {
      const json = randomJson(random, depth);
      return { value: known(json), run: json };
    }
    case 'text': {
      const [head, tail] = [pick(random, ['', 'a', 'q-']), pick(random, ['', '/b', '-x,y'])];
      return {
        value: textFromParts([head, unknownValue('$.hole'), tail]),
        run: `${head}${pick(random, ['', 'a', 'b,c', '{}'])}${tail}`,
      };
    }
    case 'unknown':
      return { value: unknownValue('$.unknown'), run: randomJson(random, 2) };
    case 'object':
      return randomObject(random, depth);
    case 'array': {
      const items = pairs(random, depth, random(4));
      return { value: arrayOf(items.map((item) => item.value)), run: runsOf(items) };
    }
    case 'list': {
      const items = pairs(random, depth, 1 + random(3));
      const runs = runsOf(items);
      return {
        value: listOf(join(items.map((item) => item.value))),
        run: Array.from({ length: random(4) }, () => runs[random(runs.length)] ?? null),
      };
    }
    case 'either': {
      const options = pairs(random, depth, 2 + random(2));
      return { value: join(options.map((option) => option.value)), run: options[random(options.length)]?.run };
    }
  }
}

function pairs(random: Random, depth: number, count: number): readonly Pair[] {
  return Array.from({ length: count }, () => randomPair(random, depth - 1));
}

function runsOf(items: readonly Pair[]): Json[] {
  return items.map((item) => item.run ?? null);
}

function randomObject(random: Random, depth: number): Pair {
  const fields = new Map<string, Possible>();
  const run: Record<string, Json> = {};
  for (const name of NAMES) {
    const form = random(5);
    if (form === 0) continue;
    const field = randomPair(random, depth - 1);
    fields.set(name, form === 1 ? join([field.value, ABSENT]) : field.value);
    if ((form !== 1 || random(2) === 0) && field.run !== undefined) run[name] = field.run;
  }
  if (random(3) > 0) return { value: objectOf(fields), run };
  for (const name of NAMES) if (!fields.has(name) && random(2) === 0) run[name] = randomJson(random, 1);
  return { value: objectOf(fields, unknownValue('$.rest')), run };
}

const SCALARS: readonly Json[] = [
  ...['', 'a', 'b', 'a,b', 'x//y', '{"a":1}', '[1]', '{}', 'aGk='],
  ...[0, 1, 2, -1, 7.5, true, false, null],
];

export function randomJson(random: Random, depth: number): Json {
  const form = depth === 0 ? 0 : random(4);
  if (form < 2) return pick(random, SCALARS);
  if (form === 2) return Array.from({ length: random(4) }, () => randomJson(random, depth - 1));
  const object: Record<string, Json> = {};
  for (const name of NAMES) if (random(3) > 0) object[name] = randomJson(random, depth - 1);
  return object;
}
