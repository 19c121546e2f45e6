import type { Json } from './json.ts';
import type { Random } from './random.ts';

/** What a value most probably is: generated expressions look for what they need by it, generated inputs mostly follow it. */
export type Shape =
  | { readonly kind: 'text'; readonly of: TextKind }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> };

/** What a text names. */
export type TextKind = keyof typeof PREFIXES;

/** What stands before a name. */
export const PREFIXES = {
  name: '',
  key: '',
  queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/',
  topicArn: 'arn:aws:sns:eu-west-1:111122223333:',
  tableArn: 'arn:aws:dynamodb:eu-west-1:444455556666:table/',
  functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:',
  machineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:',
  busArn: 'arn:aws:events:eu-west-1:444455556666:event-bus/',
  secretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:',
} as const;

const KINDS: readonly TextKind[] = [...Array<TextKind>(4).fill('name'), 'key', 'queueUrl', 'topicArn', 'tableArn'];

const FIELDS = ['queue', 'table', 'name', 'items', 'id', 'detail', 'kind', 'list'] as const;
const NAMES = ['orders', 'jobs', 'eu1', 'a1b', 'tab-x', 'Audit', 'dead-letter', 'n42', 'prod'] as const;
const KEYS = ['in/a*b.csv', 'what?.txt', 'in/orders.json', 'x', 'a b', '*', 'in/2026/'] as const;

/** A text of a definition that names something of the kind. */
export function literal(kind: TextKind, random: Random): string {
  if (kind === 'key') return random.pick([...KEYS, ...NAMES]);
  const name = random.chance(0.7) ? random.pick(NAMES) : `${random.pick(NAMES)}-${random.pick(NAMES)}`;
  return `${PREFIXES[kind]}${name}${kind === 'secretArn' ? '-AbCdEf' : ''}`;
}

export function text(of: TextKind): Shape {
  return { kind: 'text', of };
}

export function randomShape(random: Random, depth = 2): Shape {
  const roll = random.next();
  if (depth === 0 || roll < 0.5) return text(random.pick(KINDS));
  if (roll < 0.7) return { kind: 'list', item: randomShape(random, depth - 1) };
  return randomObject(random, depth);
}

export type ObjectShape = Extract<Shape, { readonly kind: 'object' }>;

export function objectShape(fields: Readonly<Record<string, Shape>>): ObjectShape {
  return { kind: 'object', fields };
}

export function listShape(item: Shape): Shape {
  return { kind: 'list', item };
}

export function fieldName(random: Random): string {
  return random.pick(FIELDS);
}

export function randomObject(random: Random, depth = 2): ObjectShape {
  const count = 1 + random.int(3);
  const fields = Array.from({ length: count }, () => [random.pick(FIELDS), randomShape(random, depth - 1)] as const);
  return objectShape(Object.fromEntries(fields));
}

/** A value of the shape; now and then one that is not, as inputs of workflows are. */
export function valueFor(shape: Shape, random: Random): Json {
  if (random.chance(0.02)) return random.pick<Json>([null, '', 7, true, [], {}, 'stray', '${Stage}', ['a', 'b']]);
  switch (shape.kind) {
    case 'text':
      return runTimeText(shape.of, random);
    case 'list': {
      const length = random.chance(0.05) ? 0 : 1 + random.int(3);
      return Array.from({ length }, () => valueFor(shape.item, random));
    }
    case 'object': {
      const entries = Object.entries(shape.fields).filter(() => !random.chance(0.02));
      return Object.fromEntries(entries.map(([name, item]) => [name, valueFor(item, random)]));
    }
  }
}

/** What no definition says: names of their own, wildcards, other accounts. */
function runTimeText(kind: TextKind, random: Random): string {
  if (random.chance(0.3)) return literal(kind, random);
  const name = random.pick(['zulu', 'Yankee-7', 'x-ray', 'w', 'a,b', 'orders2', 'v.1']);
  if (kind === 'key') return random.pick([`run/${name}`, '*', '?', 'a*z', name]);
  const prefix = random.chance(0.2) ? PREFIXES[kind].replace(/\d{12}/, '777788889999') : PREFIXES[kind];
  return `${prefix}${name}`;
}

/** Where a value of the shape has parts: how to get there by names and indexes, and what stands there. */
export interface Part {
  readonly steps: readonly (string | number)[];
  readonly shape: Shape;
}

export function partsOf(shape: Shape, depth = 3): readonly Part[] {
  const here: Part = { steps: [], shape };
  if (depth === 0 || shape.kind === 'text') return [here];
  const inner: readonly (readonly [string | number, Shape])[] =
    shape.kind === 'list' ? [[0, shape.item]] : Object.entries(shape.fields);
  const below = inner.flatMap(([step, item]) =>
    partsOf(item, depth - 1).map(({ steps, shape: part }) => ({ steps: [step, ...steps], shape: part })),
  );
  return [here, ...below];
}
