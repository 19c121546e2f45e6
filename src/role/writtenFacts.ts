import { isArray, isObject, type Json } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import type { FactName, ResourceFacts, StatedFacts } from '../facts/fact.ts';
import { hasWildcard } from '../iam/pattern.ts';

/**
 * Facts as a deployment writes them into tags. What people write is read by src/facts/statedFacts.ts, which is stricter about
 * names: here a resource is what a policy names, also in part, and a value may be what AWS has answered. All of it ends
 * up in a policy, and whoever may tag the role can have written it.
 */

/** Reads facts that were written as JSON. Throws an Error if they are none. */
export function writtenFacts(json: Json | undefined): readonly StatedFacts[] {
  if (!isObject(json)) throw new Error('no object of facts');
  return Object.entries(json).map(([resource, facts]) => {
    if (!resource.startsWith('arn:')) throw new Error(`${resource} is no ARN`);
    return { resource, facts: readFacts(facts), source: 'deployment', place: 'tags of the role' };
  });
}

/** Whether `writtenFacts` reads these facts back: one that it refuses would make the others unreadable, too. */
export function isReadBack({ resource, facts }: StatedFacts): boolean {
  try {
    return writtenFacts(parseJson(JSON.stringify({ [resource]: facts }))).length === 1;
  } catch {
    return false;
  }
}

function readFacts(json: Json): ResourceFacts {
  if (!isObject(json)) throw new Error('no object of facts');
  let facts: ResourceFacts = {};
  for (const [name, value] of Object.entries(json)) {
    const fact = isFactName(name) ? FACTS[name](value) : undefined;
    if (fact === undefined) throw new Error(`${name} is no fact, or has no such value`);
    facts = { ...facts, ...fact };
  }
  return facts;
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** The fact as `ResourceFacts` has it; undefined if the value has another form. */
type FactReader = (value: Json) => ResourceFacts | undefined;

const KEY = /^(?:none|arn:[^:]+:kms:[^:]*:[^:]*:(?:key|alias)\/.+)$/;
const ROLE = /^arn:[^:]+:iam::[^:]*:role\/.+$/;
const PATH = /^\/(?:.+\/)?$/;
const SECRET = /^arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:.+$/;
const OUTPUT = /^(?:none|s3:\/\/[^/]+(?:\/.*)?)$/s;
const MODEL = /^arn:[^:]+:bedrock:.+$/;

const FACTS: Readonly<Record<FactName, FactReader>> = {
  key: textLike(KEY, (key) => ({ key })),
  roles: listLike(ROLE, (roles) => ({ roles })),
  path: textLike(PATH, (path) => ({ path })),
  secret: textLike(SECRET, (secret) => ({ secret })),
  output: textLike(OUTPUT, (output) => ({ output })),
  enforced: (value) => (typeof value === 'boolean' ? { enforced: value } : undefined),
  type: (value) => (value === 'STANDARD' || value === 'EXPRESS' ? { type: value } : undefined),
  models: listLike(MODEL, (models) => ({ models })),
};

function textLike(pattern: RegExp, factOf: (text: string) => ResourceFacts): FactReader {
  return (value) => (isNameLike(value, pattern) ? factOf(value) : undefined);
}

function listLike(pattern: RegExp, factOf: (texts: readonly string[]) => ResourceFacts): FactReader {
  return (value) => {
    if (!isArray(value)) return undefined;
    const texts = value.filter((one) => isNameLike(one, pattern));
    return texts.length === value.length ? factOf(texts) : undefined;
  };
}

/** A value names one thing: a pattern would be taken for a name. */
function isNameLike(value: Json, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value) && !hasWildcard(value);
}
