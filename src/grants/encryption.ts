import { NO_KEY } from '../facts/fact.ts';
import type { Fact, Facts } from '../facts/facts.ts';
import { type Arn, parseArn } from '../iam/arn.ts';
import type { Conditions, Grant, Resource } from './grant.ts';
import { keyOfFact } from './keys.ts';

/** The customer managed keys of the resources that a call uses. */

/** What an action on an encrypted resource needs of the resource's key: a row of src/integrations/encryption.ts. */
export interface KeyUse {
  /** The resource whose key is used, by its ARN: the bucket of an object. Undefined if the row isn't about this one. */
  readonly encrypted: (arn: Arn) => string | undefined;
  /** The actions that the caller needs on the key. */
  readonly actions: readonly string[];
  /** The conditions that AWS's page gives; `arn` is the resource of the grant. */
  readonly conditions?: (arn: Arn) => Conditions;
}

/** IAM action, such as `sqs:SendMessage` → the key uses that it may lead to. */
export type EncryptionTable = ReadonlyMap<string, readonly KeyUse[]>;

/** Returns a function that adds what the keys of the grants' resources ask for. */
export function encryptionBy(table: EncryptionTable, facts: Facts): (grants: readonly Grant[]) => readonly Grant[] {
  const usesOf = new Map<readonly string[], readonly KeyUse[]>();
  const made = new Map<Grant, readonly Grant[]>();
  const encryptionOf = (grant: Grant): readonly Grant[] => {
    // Equal grants of several calls are one object, and so are the actions of one row.
    let uses = usesOf.get(grant.actions);
    if (uses === undefined) {
      usesOf.set(grant.actions, (uses = grant.actions.flatMap((action) => table.get(action) ?? NO_USES)));
    }
    if (uses.length === 0) return NO_GRANTS;
    let encryption = made.get(grant);
    if (encryption === undefined) made.set(grant, (encryption = grantsOn(grant.resources, uses, facts)));
    return encryption;
  };
  return (grants) => {
    let all = NO_GRANTS;
    for (const grant of grants) {
      const encryption = encryptionOf(grant);
      if (encryption.length > 0) all = all.length === 0 ? encryption : [...all, ...encryption];
    }
    return all;
  };
}

const NO_USES: readonly KeyUse[] = [];
const NO_GRANTS: readonly Grant[] = [];

function grantsOn(resources: readonly Resource[], uses: readonly KeyUse[], facts: Facts): readonly Grant[] {
  const grants = new Map<string, { readonly actions: Set<string>; readonly grant: Grant }>();
  for (const resource of resources) {
    const arn = parseArn(resource.arn);
    if (arn === undefined) continue;
    for (const use of uses) {
      const encrypted = use.encrypted(arn);
      if (encrypted === undefined) continue;
      for (const fact of keysOf(facts, encrypted)) add(grants, use, arn, fact, facts);
    }
  }
  return [...grants.values()].map(({ actions, grant }) => ({ ...grant, actions: [...actions].toSorted() }));
}

/** The customer managed keys of a resource, or of those that a pattern may name. */
export function keysOf(facts: Facts, encrypted: string): readonly Fact<'key'>[] {
  return facts.within(encrypted, 'key').filter(({ value }) => value !== NO_KEY);
}

function add(
  grants: Map<string, { readonly actions: Set<string>; readonly grant: Grant }>,
  { actions, conditions }: KeyUse,
  arn: Arn,
  fact: Fact<'key'>,
  facts: Facts,
): void {
  const key = keyOfFact(fact, facts);
  const all = { ...conditions?.(arn), ...key.conditions };
  const same = JSON.stringify([key.resource.arn, all]);
  const known = grants.get(same);
  if (known === undefined) {
    const grant: Grant = {
      purpose: 'encryption',
      actions: [],
      resources: [key.resource],
      ...(Object.keys(all).length === 0 ? {} : { conditions: all }),
    };
    grants.set(same, { actions: new Set(actions), grant });
  } else for (const action of actions) known.actions.add(action);
}
