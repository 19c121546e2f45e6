import type { Call } from '../calls/call.ts';
import { NO_KEY } from '../facts/fact.ts';
import type { Fact, Facts } from '../facts/facts.ts';
import { type Arn, parseArn } from '../iam/arn.ts';
import type { Value } from '../values/domain/value.ts';
import type { Conditions, Doubt, Grant, Resource } from './grant.ts';
import { type KeyArgument, keyOfFact } from './keys.ts';

/** The customer managed keys of the resources that a call uses. */

/** A resource of a grant: its ARN, or a placeholder for it, whose ARN isn't known. */
export interface GrantedResource {
  readonly text: string;
  readonly arn: Arn | undefined;
}

/** The call that uses the resource. */
export interface EncryptedCall {
  readonly call: Omit<Call, 'arguments'>;
  /** Whether the arguments are so in any of the executions. */
  readonly some: (test: (callArguments: Value) => boolean) => boolean;
}

/** What an action on an encrypted resource needs of the resource's key: a row of src/integrations/encryption.ts. */
export interface KeyUse {
  /** The resource whose key is used, by its ARN: the bucket of an object. Undefined if the row isn't about this one. */
  readonly encrypted: (resource: GrantedResource) => string | undefined;
  /** The actions that the caller needs on the key. */
  readonly actions: readonly string[];
  /** The row counts only for calls that are so. */
  readonly when?: (call: EncryptedCall) => boolean;
  /** What holds of the requests to AWS KMS. `key` is undefined if the key's ARN isn't known. */
  readonly conditions?: (resource: GrantedResource, key: Arn | undefined) => Conditions;
  /** Why the caller may not need it. */
  readonly doubt?: Doubt;
  /** The AWS page that says what callers need. */
  readonly page: string;
}

/** IAM action, such as `sqs:SendMessage` → the key uses that it may lead to. */
export type EncryptionTable = ReadonlyMap<string, readonly KeyUse[]>;

/** The key uses of a grant's actions: those of all calls, and those that depend on the call. */
interface Uses {
  readonly always: readonly KeyUse[];
  readonly dependent: readonly KeyUse[];
  /** What the first ask for, by ARN: many calls name the same resource. */
  readonly made: Map<string, readonly Grant[]>;
}

/** Returns a function that gives what the keys of the grants' resources ask for. */
export function encryptionBy(
  table: EncryptionTable,
  facts: Facts,
): (grants: readonly Grant[], call: () => EncryptedCall) => readonly Grant[] {
  const usesOf = new Map<readonly string[], Uses>();
  const encryptionOf = (grant: Grant, callOf: () => EncryptedCall): readonly Grant[] => {
    // The actions of a row are one object.
    let uses = usesOf.get(grant.actions);
    if (uses === undefined) usesOf.set(grant.actions, (uses = usesIn(table, grant.actions)));
    const { always, dependent, made } = uses;
    if (dependent.length > 0) {
      const call = callOf();
      const all = [...always, ...dependent.filter(({ when }) => when === undefined || when(call))];
      return all.length === 0 ? NO_GRANTS : grantsOn(grant.resources, all, facts);
    }
    if (always.length === 0) return NO_GRANTS;
    const [only] = grant.resources;
    if (only === undefined || grant.resources.length > 1) return grantsOn(grant.resources, always, facts);
    let encryption = made.get(only.arn);
    if (encryption === undefined) made.set(only.arn, (encryption = grantsOn(grant.resources, always, facts)));
    return encryption;
  };
  return (grants, call) => {
    let all = NO_GRANTS;
    for (const grant of grants) {
      const encryption = encryptionOf(grant, call);
      if (encryption.length > 0) all = all.length === 0 ? encryption : [...all, ...encryption];
    }
    return all;
  };
}

const NO_GRANTS: readonly Grant[] = [];

function usesIn(table: EncryptionTable, actions: readonly string[]): Uses {
  const uses = actions.flatMap((action) => table.get(action) ?? []);
  return {
    always: uses.filter(({ when }) => when === undefined),
    dependent: uses.filter(({ when }) => when !== undefined),
    made: new Map(),
  };
}

function grantsOn(resources: readonly Resource[], uses: readonly KeyUse[], facts: Facts): readonly Grant[] {
  const grants = new Map<string, { readonly actions: Set<string>; readonly grant: Grant }>();
  for (const { arn: text } of resources) {
    const resource = { text, arn: parseArn(text) };
    for (const use of uses) {
      const encrypted = use.encrypted(resource);
      if (encrypted === undefined) continue;
      const whole = facts.of(encrypted, 'key');
      for (const fact of keysOf(facts, encrypted)) {
        add(grants, fact === whole ? use : { ...use, doubt: ifNamed(fact, use) }, resource, fact, facts);
      }
    }
  }
  if (grants.size === 0) return NO_GRANTS;
  return [...grants.values()].map(({ actions, grant }) => ({ ...grant, actions: [...actions].toSorted() }));
}

/** The key of one of the resources that a pattern may name. */
function ifNamed({ resource }: Fact<'key'>, { page }: KeyUse): Doubt {
  return { certainty: 'conditional', reason: `the call names ${resource}`, source: page };
}

/** The customer managed keys of a resource, or of those that a pattern may name. */
function keysOf(facts: Facts, encrypted: string): readonly Fact<'key'>[] {
  return facts.within(encrypted, 'key').filter(({ value }) => value !== NO_KEY);
}

/** The same, as the keys of a row. */
export function knownKeys(encrypted: string, facts: Facts): readonly KeyArgument[] {
  return keysOf(facts, encrypted).map((fact) => {
    const { resource, ...rest } = keyOfFact(fact, facts);
    return { resources: [resource], ...rest };
  });
}

function add(
  grants: Map<string, { readonly actions: Set<string>; readonly grant: Grant }>,
  { actions, conditions, doubt }: KeyUse,
  resource: GrantedResource,
  fact: Fact<'key'>,
  facts: Facts,
): void {
  const key = keyOfFact(fact, facts);
  const all = { ...conditions?.(resource, parseArn(key.resource.arn)), ...key.conditions };
  const same = JSON.stringify([key.resource.arn, all, doubt]);
  const known = grants.get(same);
  if (known === undefined) {
    const grant: Grant = {
      purpose: 'encryption',
      actions: [],
      resources: [key.resource],
      ...(Object.keys(all).length === 0 ? {} : { conditions: all }),
      ...(doubt === undefined ? {} : { doubt }),
    };
    grants.set(same, { actions: new Set(actions), grant });
  } else for (const action of actions) known.actions.add(action);
}
