import type { Json, JsonObject } from '../../src/asl/json.ts';
import { isArray, isObject } from '../../src/asl/json.ts';
import { arrayOf, known, listOf, objectOf, unknownValue } from '../../src/values/domain/construct.ts';
import { join } from '../../src/values/domain/join.ts';
import { ABSENT, type Possible } from '../../src/values/domain/possible.ts';
import { textFromParts } from '../../src/values/domain/text.ts';

/** Random numbers from a seed (mulberry32). */
export interface Random {
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly chance: (probability: number) => boolean;
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    chance: (probability) => next() < probability,
  };
}

const TEXTS = ['', 'a', 'b', 'ab', 'orders-7', 'x/y', 'A b', '12'] as const;

export function randomText(random: Random): string {
  return random.pick(TEXTS);
}

function randomScalar(random: Random): Json {
  switch (random.below(6)) {
    case 0:
      return random.below(4);
    case 1:
      return random.pick([1.5, -2, 0, 100]);
    case 2:
      return random.chance(0.5);
    case 3:
      return null;
    default:
      return randomText(random);
  }
}

export function randomJson(random: Random, depth: number): Json {
  if (depth <= 0 || random.chance(0.4)) return randomScalar(random);
  const size = random.pick([0, 1, 1, 2, 2, 3]);
  if (random.chance(0.5)) return Array.from({ length: size }, () => randomJson(random, depth - 1));
  const fields = Array.from({ length: size }, (): [string, Json] => [
    random.pick(NAMES),
    randomJson(random, depth - 1),
  ]);
  return Object.fromEntries(fields);
}

const NAMES = ['a', 'b', 'c', 'id', 'name', 'l'] as const;

/** What a state's input looks like: fields whose types the expressions can count on, and some of any type. */
export function randomInput(random: Random): JsonObject {
  const item = (): Json => ({
    id: random.below(3),
    name: randomText(random),
    ...(random.chance(0.5) ? { l: randomJson(random, 1) } : {}),
  });
  return {
    a: randomJson(random, 2),
    b: randomJson(random, 2),
    s: randomText(random),
    t: randomText(random),
    n: random.below(4),
    l: Array.from({ length: random.below(4) }, item),
    texts: Array.from({ length: random.below(4) }, () => randomText(random)),
    numbers: Array.from({ length: random.below(4) }, () => random.below(4)),
    o: { id: 1, name: randomText(random), ...(random.chance(0.3) ? { c: randomJson(random, 1) } : {}) },
  };
}

export const PLACEHOLDER = '${P}';
export const PLACEHOLDER_VALUE = 'b';

/** The value with some of it hidden; every part of it is hidden in another way. */
export function hidden(json: Json | undefined, random: Random, rate: number): Possible {
  if (json === undefined) return random.chance(rate) ? join([ABSENT, known(randomJson(random, 1))]) : ABSENT;
  if (random.chance(rate)) {
    switch (random.below(4)) {
      case 0:
        return unknownValue('$hidden');
      case 1:
        return join([known(json), known(randomJson(random, 2))]);
      case 2:
        return join([hidden(json, random, rate / 2), hidden(randomJson(random, 2), random, rate / 2)]);
      default:
        return join([known(json), ABSENT]);
    }
  }
  if (typeof json === 'string') return hiddenText(json, random, rate);
  if (isArray(json)) {
    if (!random.chance(2 * rate)) return known(json);
    const items = json.map((item) => hiddenItem(item, random, rate));
    return random.chance(0.6)
      ? arrayOf(items)
      : listOf(join([...items, hiddenItem(randomJson(random, 1), random, rate)]));
  }
  return isObject(json) && random.chance(3 * rate) ? hiddenObject(json, random, rate) : known(json);
}

/** An item of an array is always there. */
function hiddenItem(json: Json, random: Random, rate: number): Possible {
  const value = hidden(json, random, rate);
  const options = value.kind === 'either' ? value.options.filter((option) => option.kind !== 'absent') : [value];
  return join(options);
}

function hiddenText(text: string, random: Random, rate: number): Possible {
  if (text.includes(PLACEHOLDER_VALUE) && random.chance(rate)) {
    return known(text.replace(PLACEHOLDER_VALUE, PLACEHOLDER));
  }
  if (!random.chance(rate)) return known(text);
  const [start, end] = [random.below(text.length + 1), random.below(text.length + 1)].toSorted((a, b) => a - b);
  return textFromParts([text.slice(0, start), unknownValue('$hole'), text.slice(end)]);
}

function hiddenObject(json: JsonObject, random: Random, rate: number): Possible {
  const fields = new Map<string, Possible>();
  let open = false;
  for (const [name, field] of Object.entries(json)) {
    if (random.chance(rate)) open = true;
    else fields.set(name, hidden(field, random, rate));
  }
  if (random.chance(rate)) fields.set('extra', hidden(undefined, random, 1));
  return objectOf(fields, open ? unknownValue('$rest') : ABSENT);
}

/** Whether a value is among those that are possible. Independent of the domain's own `includes`. */
export function covers(possible: Possible, json: Json | undefined): boolean {
  switch (possible.kind) {
    case 'unknown':
      return true;
    case 'absent':
      return json === undefined;
    case 'either':
      return possible.options.some((option) => covers(option, json));
    case 'known':
      return json !== undefined && equal(settled(possible.json), json);
    case 'text':
      return typeof json === 'string' && patternOf(possible.parts).test(json);
    case 'array':
      return (
        isArray(json) &&
        json.length === possible.items.length &&
        possible.items.every((item, index) => covers(item, json[index]))
      );
    case 'list':
      return isArray(json) && json.every((item) => covers(possible.item, item));
    case 'object':
      if (!isObject(json)) return false;
      return (
        [...possible.fields].every(([name, field]) => covers(field, json[name])) &&
        Object.keys(json).every((name) => possible.fields.has(name) || covers(possible.rest, json[name]))
      );
  }
}

function patternOf(parts: readonly (string | object)[]): RegExp {
  const source = parts.map((part) =>
    typeof part === 'string' ? settledText(part).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&') : '[^]*',
  );
  return new RegExp(`^${source.join('')}$`);
}

function settledText(text: string): string {
  return text.replaceAll(PLACEHOLDER, PLACEHOLDER_VALUE);
}

function settled(json: Json): Json {
  if (typeof json === 'string') return settledText(json);
  if (isArray(json)) return json.map(settled);
  if (!isObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([name, field]) => [settledText(name), settled(field)]));
}

function equal(a: Json, b: Json): boolean {
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index] ?? null));
  if (!isObject(a)) return a === b;
  if (!isObject(b) || Object.keys(a).length !== Object.keys(b).length) return false;
  return Object.entries(a).every(([name, field]) => Object.hasOwn(b, name) && equal(field, b[name] ?? null));
}

/** An expression: mostly one that makes sense, sometimes one that does not. */
export function randomExpression(random: Random): string {
  const made = expression(random, DEPTH, []);
  // Within a path, names without a variable have something to refer to.
  return random.chance(0.5) ? made : `$states.input.${random.pick(['o', 'o', 'l', 'a', 'texts'])}.(${made})`;
}

const DEPTH = 3;
type Names = readonly string[];
type Make = (random: Random, depth: number, names: Names) => string;

function expression(random: Random, depth: number, names: Names): string {
  if (depth <= 0) return leaf(random, names);
  const made = random.pick(COMPOUND)(random, depth - 1, names);
  return random.chance(0.12) ? `(${made})${suffix(random, depth - 1, names)}` : made;
}

function leaf(random: Random, names: Names): string {
  const [name, ...others] = names;
  if (name && random.chance(0.4)) return random.pick([name, ...others]);
  return random.pick([data, data, data, literal, literal, () => '$', () => 'id', () => 'name', () => 'l'])(
    random,
    0,
    names,
  );
}

const data: Make = (random) =>
  random.pick(
    [
      ...([
        'a',
        'b',
        's',
        's',
        't',
        'n',
        'n',
        'l',
        'l',
        'texts',
        'texts',
        'numbers',
        'o',
        'o',
        'missing',
        'a.b',
        'b.c',
        'l.id',
        'l.name',
      ] as const),
      ...([
        'l.l',
        'o.name',
        'o.c',
        'a.*',
        'l.*',
        'o.*',
        'a.**',
        'l[0]',
        'l[-1]',
        'l[id=1]',
        'l[id=1].name',
        'texts[0]',
        'l[]',
        'l.name[]',
      ] as const),
    ].map((path) => `$states.input.${path}`) as [string, ...string[]],
  );

const literal: Make = (random) =>
  random.pick(["'a'", "'-'", "''", '0', '1', '2', '-1', '1.5', 'true', 'false', 'null', '[]', '{}', "'ab'", "'id'"]);

function suffix(random: Random, depth: number, names: Names): string {
  switch (random.below(8)) {
    case 0:
      return `[${random.pick(['0', '1', '-1', 'true', 'false', '[0,1]', '$'])}]`;
    case 1:
      return `[${expression(random, depth, names)}]`;
    case 2:
      return '[]';
    case 3:
      return `.${random.pick(['id', 'name', 'l', '*', '**', '$', 'a', '$string()', '$uppercase()'])}`;
    case 4:
      return `.(${expression(random, depth, names)})`;
    case 5:
      return `.{'id': ${expression(random, depth, names)}}`;
    case 6:
      return `.[${expression(random, depth, names)}]`;
    default:
      return `^(${random.pick(['id', 'name', '>id', '$', '>name, id'])})`;
  }
}

const COMPOUND: readonly [Make, ...Make[]] = [
  (random, depth, names) => `${data(random, depth, names)}${suffix(random, depth, names)}`,
  (random, depth, names) =>
    `${data(random, depth, names)}${suffix(random, depth, names)}${suffix(random, depth, names)}`,
  (random, depth, names) => `${sub(random, depth, names)} & ${sub(random, depth, names)}`,
  (random, depth, names) => `${sub(random, depth, names)} & '/' & ${sub(random, depth, names)}`,
  (random, depth, names) =>
    `${sub(random, depth, names)} ${random.pick(['+', '-', '*', '/', '%'])} ${sub(random, depth, names)}`,
  (random, depth, names) =>
    `${sub(random, depth, names)} ${random.pick(['=', '!=', '<', '<=', '>', '>=', 'in', 'and', 'or'])} ${sub(random, depth, names)}`,
  (random, depth, names) =>
    `(${sub(random, depth, names)} ? ${sub(random, depth, names)} : ${sub(random, depth, names)})`,
  (random, depth, names) => `(${sub(random, depth, names)} ? ${sub(random, depth, names)})`,
  (random, depth, names) => `[${sub(random, depth, names)}, ${sub(random, depth, names)}]`,
  (random, depth, names) => `[${sub(random, depth, names)}]`,
  (random, depth, names) => `{'a': ${sub(random, depth, names)}, 'b': ${sub(random, depth, names)}}`,
  (random, depth, names) => `{${random.pick(["'id'", sub(random, depth, names)])}: ${sub(random, depth, names)}}`,
  (random, depth, names) =>
    `${data(random, depth, names)}{${random.pick(['name', "'k'", '$string(id)'])}: ${sub(random, depth, names)}}`,
  (random, depth, names) => `[${random.pick(['0', '1', sub(random, depth, names)])}..${random.pick(['2', '0', '1'])}]`,
  (random, depth, names) => {
    const name = `$x${names.length}`;
    return `(${name} := ${sub(random, depth, names)}; ${sub(random, depth, [...names, name])})`;
  },
  (random, depth, names) => {
    const name = `$f${names.length}`;
    const call = random.chance(0.7)
      ? `${name}(${sub(random, depth, names)})`
      : `${name}(?)(${sub(random, depth, names)})`;
    return `(${name} := function($p){ ${sub(random, depth, ['$p', ...names])} }; ${call})`;
  },
  (random, depth, names) =>
    `[${sub(random, depth, names)}, ${sub(random, depth, names)}]${suffix(random, depth, names)}${random.pick(['', '.id', '.name', '.[$]'])}`,
  (random, depth, names) =>
    `(${sub(random, depth, names)} ~> ${random.pick(['$string ~> $length', '$count ~> $string', '$append(?, 1)', '$split(?, "b")'])})`,
  (random, depth, names) =>
    `($g := function($p, $q){ ${sub(random, depth, ['$p', '$q', ...names])} }; $h := $g(?, ${sub(random, depth, names)}); $h(${sub(random, depth, names)}))`,
  (random, depth, names) =>
    `$${random.pick(['sqrt', 'ceil', 'floor', 'abs', 'round', 'number'])}(${random.pick(['$states.input.n', '4', '2.5', '-1.5', '3.5', sub(random, depth, names)])})`,
  (random) =>
    `$${random.pick(['power', 'formatBase'])}(${random.pick(['$states.input.n', '2', '10'])}, ${random.pick(['2', '3', '$states.input.n', '16', '-1'])})`,
  (random, depth, names) => `$assert(${sub(random, depth, names)}, 'no')`,
  higherOrder,
  higherOrder,
  builtin,
  builtin,
  builtin,
  (random, depth, names) =>
    `${sub(random, depth, names)} ~> ${random.pick(['$string', '$count', '$join', '$append(1)', '$map($string)', '$not', '$boolean', '$reverse', '$exists()'])}`,
];

function sub(random: Random, depth: number, names: Names): string {
  return random.chance(0.5) ? leaf(random, names) : expression(random, depth, names);
}

function higherOrder(random: Random, depth: number, names: Names): string {
  const list = random.chance(0.7)
    ? `$states.input.${random.pick(['l', 'texts', 'numbers', 'a', 'o'])}`
    : sub(random, depth, names);
  const inner = ['$v', '$i', ...names];
  const func = (): string =>
    random.pick([
      `function($v){ ${sub(
        random,
        depth,
        inner.filter((name) => name !== '$i'),
      )} }`,
      `function($v, $i){ ${sub(random, depth, inner)} }`,
      '$string',
      '$boolean',
      '$count',
      '$exists',
    ]);
  switch (random.below(7)) {
    case 0:
    case 1:
      return `$map(${list}, ${func()})`;
    case 2:
      return `$filter(${list}, ${func()})`;
    case 3:
      return `$single(${list}, ${func()})`;
    case 4:
      return `$reduce(${list}, function($v, $i){ ${sub(random, depth, inner)} }${random.pick(['', ", ''", ', 0'])})`;
    case 5:
      return `$sift($states.input.${random.pick(['o', 'a', 'b'])}, ${func()})`;
    default:
      return random.chance(0.5)
        ? `$each($states.input.${random.pick(['o', 'a', 'b'])}, ${func()})`
        : `$sort(${list}${random.pick(['', ', function($v, $i){ $v > $i }', ', function($v, $i){ $v.id > $i.id }'])})`;
  }
}

function builtin(random: Random, depth: number, names: Names): string {
  const any = (): string => sub(random, depth, names);
  const text = (): string =>
    random.pick(['$states.input.s', '$states.input.t', "'ab-7'", '$states.input.o.name', any()]);
  return random.pick<() => string>([
    () =>
      `$${random.pick(['string', 'boolean', 'not', 'exists', 'count', 'type', 'number', 'reverse', 'distinct', 'keys', 'spread', 'sum', 'max', 'min', 'average', 'merge', 'length', 'abs', 'floor', 'round'])}(${any()})`,
    () =>
      `$${random.pick(['uppercase', 'lowercase', 'trim', 'length', 'base64encode', 'encodeUrlComponent', 'decodeUrl'])}(${text()})`,
    () =>
      `$${random.pick(['substringBefore', 'substringAfter', 'contains', 'split'])}(${text()}, ${random.pick(["'b'", "'-'", "'/'", any()])})`,
    () => `$${random.pick(['contains', 'split'])}(${text()}, ${random.pick(['/b/', '/[a-z]+/', '/-/', '/^a/'])})`,
    () => `$replace(${text()}, ${random.pick(["'b'", '/[0-9]/', "'-'"])}, ${random.pick(["'_'", text()])})`,
    () =>
      `$substring(${text()}, ${random.pick(['0', '1', '-2', '$states.input.n'])}${random.pick(['', ', 1', ', 2'])})`,
    () => `$pad(${text()}, ${random.pick(['3', '-4'])}${random.pick(['', ", '#'"])})`,
    () =>
      `$join(${random.pick(['$states.input.texts', '$states.input.l.name', any()])}${random.pick(['', ", '-'", `, ${text()}`])})`,
    () => `$append(${any()}, ${any()})`,
    () => `$shuffle(${any()})`,
    () => `$reduce(${any()}, $append${random.pick(['', ', []', `, ${any()}`])})`,
    () =>
      `$reduce(${any()}, function($a, $v){ $append($a, ${random.pick(["'x-' & $v", '$v.id', '{"id": $v}'])}) }, [])`,
    () => `$zip(${any()}, ${any()})`,
    () => `$lookup(${any()}, ${random.pick(["'id'", "'name'", any()])})`,
    () => `$merge([${any()}, ${any()}])`,
    () => `$merge([$states.input.o, ${random.pick(['$states.input.a', "{'id': 2}", any()])}])`,
    () => `$string(?)(${any()})`,
  ])();
}
