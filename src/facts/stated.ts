import { isArray, isObject, type Json } from '../asl/json.ts';
import { hasWildcard } from '../iam/pattern.ts';
import type { FactName, FactSource, ResourceFacts, StatedFacts } from './fact.ts';

/**
 * Facts as people and deployments write them: resource → fact → value. Everything is checked, because all of it ends
 * up in a policy.
 */

/** What is wrong with written facts: where, and what must stand there. */
export class FactsError extends Error {
  override readonly name = 'FactsError';
  /** From the outermost name to the one that is wrong; empty for the whole. */
  readonly path: readonly string[];

  constructor(path: readonly string[], message: string) {
    super(message);
    this.path = path;
  }
}

/** Reads facts that were written as JSON. Throws FactsError. */
export function statedFacts(json: Json, source: FactSource, place: string): readonly StatedFacts[] {
  if (!isObject(json)) throw new FactsError([], 'must be an object of resources and their facts');
  return Object.entries(json).map(([resource, facts]) => {
    if (!/^(?:arn:|\$\{)/.test(resource)) throw new FactsError([resource], 'must be the facts of an ARN');
    return { resource, facts: readFacts(resource, facts), source, place };
  });
}

function readFacts(resource: string, json: Json): ResourceFacts {
  if (!isObject(json)) throw new FactsError([resource], 'must be an object of facts');
  let facts: ResourceFacts = {};
  for (const [name, value] of Object.entries(json)) {
    if (!isFactName(name)) {
      throw new FactsError([resource, name], `is no fact; the facts are ${Object.keys(FACTS).join(', ')}`);
    }
    const { read, what } = FACTS[name];
    const fact = read(value);
    if (fact === undefined) throw new FactsError([resource, name], `must be ${what}`);
    facts = { ...facts, ...fact };
  }
  return facts;
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

interface FactForm {
  /** The fact as `ResourceFacts` has it; undefined if the value has another form. */
  readonly read: (value: Json) => ResourceFacts | undefined;
  /** Completes 'must be …'. */
  readonly what: string;
}

const KEY = /^(?:none|\$\{.+\}|arn:[^:]+:kms:[^:]*:[^:]*:(?:key|alias)\/.+)$/;
const ROLE = /^(?:\$\{.+\}|arn:[^:]+:iam::[^:]*:role\/.+)$/;
const SECRET = /^(?:\$\{.+\}|arn:[^:]+:secretsmanager:[^:]*:[^:]*:secret:.+)$/;
const OUTPUT = /^(?:none|\$\{.+\}|s3:\/\/[^/]+(?:\/.*)?)$/s;
const MODEL = /^(?:\$\{.+\}|arn:[^:]+:bedrock:.+)$/;

const FACTS: Readonly<Record<FactName, FactForm>> = {
  key: form(KEY, (key) => ({ key }), "a KMS key's or alias's ARN, or none"),
  roles: listForm(ROLE, (roles) => ({ roles }), "a list of roles' ARNs"),
  path: form(/^\/(?:.+\/)?$/, (path) => ({ path }), 'a path such as /service/'),
  secret: form(SECRET, (secret) => ({ secret }), "a secret's ARN"),
  output: form(OUTPUT, (output) => ({ output }), 's3://bucket/prefix/, or none'),
  enforced: {
    read: (value) => (typeof value === 'boolean' ? { enforced: value } : undefined),
    what: 'true or false',
  },
  type: {
    read: (value) => (value === 'STANDARD' || value === 'EXPRESS' ? { type: value } : undefined),
    what: 'STANDARD or EXPRESS',
  },
  models: listForm(MODEL, (models) => ({ models }), "a list of models' ARNs"),
};

function form(pattern: RegExp, factOf: (text: string) => ResourceFacts, what: string): FactForm {
  return { read: (value) => (isTextLike(value, pattern) ? factOf(value) : undefined), what };
}

function listForm(pattern: RegExp, factOf: (texts: readonly string[]) => ResourceFacts, what: string): FactForm {
  const read = (value: Json) => {
    if (!isArray(value)) return undefined;
    const texts = value.filter((one) => isTextLike(one, pattern));
    return texts.length === value.length ? factOf(texts) : undefined;
  };
  return { read, what };
}

/** A value names one thing: a pattern would be taken for a name. */
function isTextLike(value: Json, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value) && !hasWildcard(value);
}
