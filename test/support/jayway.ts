import { isArray, isObject, type Json } from '../../src/asl/json.ts';
import { own } from '../../src/own.ts';
import { type Concrete, pick, type Random } from './concrete.ts';

/** One step of a path: its text, and what it finds below one value, in the manner of Jayway's JsonPath. */
export interface TestStep {
  readonly text: string;
  readonly definite: boolean;
  readonly find: (value: Json, place: Place) => readonly Json[];
}

interface Place {
  readonly isLast: boolean;
  /** True where every step before is definite: then what cannot be entered is an error. */
  readonly upstreamDefinite: boolean;
}

/** The run fails, or the path gives an empty list where it can give a list. */
export class NotFound extends Error {}

function enter(ok: boolean, { upstreamDefinite }: Place): void {
  if (!ok && upstreamDefinite) throw new NotFound();
}

function name(key: string, text: string): TestStep {
  return {
    text,
    definite: true,
    find: (value, place) => {
      enter(isObject(value) && own(value, key) !== undefined, place);
      const found = isObject(value) ? own(value, key) : undefined;
      return found === undefined ? [] : [found];
    },
  };
}

function onArray(text: string, definite: boolean, choose: (items: readonly Json[]) => readonly Json[]): TestStep {
  return {
    text,
    definite,
    find: (value, place) => {
      enter(isArray(value), place);
      return isArray(value) ? choose(value) : [];
    },
  };
}

function index(at: number): TestStep {
  return onArray(`[${at}]`, true, (items) => items.slice(at).slice(0, items.length + at >= 0 ? 1 : 0));
}

const WILDCARD: TestStep = {
  text: '[*]',
  definite: false,
  find: (value, { isLast }) => {
    if (isArray(value)) return value;
    if (isObject(value)) return Object.values(value);
    if (!isLast) throw new NotFound();
    return [];
  },
};

const FILTER: TestStep = {
  text: '[?(@.a)]',
  definite: false,
  find: (value, place) => {
    enter(isArray(value) || isObject(value), place);
    const candidates = isArray(value) ? value : [value];
    return candidates.filter((item) => isObject(item) && own(item, 'a') !== undefined);
  },
};

function descendants(value: Json): readonly Json[] {
  if (isArray(value)) return [value, ...value.flatMap(descendants)];
  return isObject(value) ? [value, ...Object.values(value).flatMap(descendants)] : [];
}

function scan(key: string): TestStep {
  return {
    text: `..${key}`,
    definite: false,
    find: (value) => descendants(value).flatMap((one) => (isObject(one) ? [own(one, key)].filter(isJson) : [])),
  };
}

function isJson(value: Concrete): value is Json {
  return value !== undefined;
}

const NAMES: readonly TestStep[] = [name('a', '.a'), name('b', "['b']"), name('c', '["c"]'), name('a', ".['a']")];
const STEPS: readonly TestStep[] = [
  ...NAMES,
  ...NAMES,
  index(0),
  index(1),
  index(-1),
  index(-2),
  WILDCARD,
  { ...WILDCARD, text: '.*' },
  FILTER,
  scan('a'),
  onArray('[0,1]', false, (items) => items.slice(0, 2)),
  onArray('[1:]', false, (items) => items.slice(1)),
  onArray('[-1:]', false, (items) => items.slice(-1)),
  onArray('[:-1]', false, (items) => items.slice(0, -1)),
  onArray('[0:2]', false, (items) => items.slice(0, 2)),
  {
    text: "['a','b']",
    definite: false,
    find: (value, place) => {
      enter(isObject(value), place);
      if (!isObject(value)) return [];
      const found = Object.entries(value).filter(([key]) => key === 'a' || key === 'b');
      return place.isLast ? [Object.fromEntries(found)] : ['a', 'b'].map((key) => own(value, key)).filter(isJson);
    },
  },
];

export function randomSteps(random: Random): readonly TestStep[] {
  return Array.from({ length: random(5) }, () => pick(random, STEPS));
}

/** What the path finds; throws NotFound where the run would fail, which for a path to several places AWS may forgive. */
export function findAll(start: Json, steps: readonly TestStep[]): Json {
  const definite = isDefinite(steps);
  const found = findFrom(start, steps, 0);
  if (!definite) return found;
  const [only] = found;
  if (only === undefined) throw new NotFound();
  return only;
}

export function isDefinite(steps: readonly TestStep[]): boolean {
  return steps.every((step, at) => step.definite || (step.text.startsWith("['a',") && at === steps.length - 1));
}

function findFrom(value: Json, steps: readonly TestStep[], at: number): readonly Json[] {
  const step = steps[at];
  if (!step) return [value];
  const upstreamDefinite = steps.slice(0, at).every((before) => before.definite);
  const below = step.find(value, { isLast: at === steps.length - 1, upstreamDefinite });
  return below.flatMap((item) => {
    try {
      return findFrom(item, steps, at + 1);
    } catch (error) {
      // JsonPath forgives what it meets below the items of an array that a wildcard walks.
      if (error instanceof NotFound && step.text.includes('*') && isArray(value)) return [];
      throw error;
    }
  });
}
