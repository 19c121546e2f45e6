import { fit } from '../../src/analysis/fit.ts';
import { parseText } from '../../src/asl/parse.ts';
import { MANAGED_TAG } from '../../src/aws/role.ts';
import type { Grant } from '../../src/grants/grant.ts';
import { policyOf } from '../../src/policy/merge.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { planDocuments } from '../../src/role/plan.ts';
import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { ownerOf, tagsOf } from '../../src/role/rolefitPolicy.ts';
import { type RoleStore, roleStore } from '../../src/role/store.ts';
import { definitionOf, type Machine, NOW, PLACE, type Role } from './fleet.ts';
import { Iam, type IamRole } from './iam.ts';

/** The roles as deployments have left them, and what is wrong with some since. */

/** A role, what it needs, and what it has when the sweep begins. */
export interface Deployed {
  readonly role: Role;
  readonly needed: Policy;
  readonly found: Policy;
}

const LONG_AGO = Math.floor(NOW / 1000) - 30 * 86_400;

export function deployed(fleet: readonly Role[]): Promise<readonly Deployed[]> {
  return Promise.all(fleet.map(deploy));
}

async function deploy(role: Role): Promise<Deployed> {
  const grants: Grant[] = [];
  for (const machine of role.machines) {
    for (const definition of definitionsOf(machine)) grants.push(...(await grantsOf(machine, definition)));
  }
  const needed = policyOf(grants);
  switch (role.fault) {
    case 'none':
      return { role, needed, found: needed };
    case 'missing':
      // All that the first state calls.
      return { role, needed, found: policyOf(grants.filter(({ resources }) => resources !== grants[0]?.resources)) };
    case 'excess': {
      const [machine] = role.machines;
      const gone = machine ? await grantsOf(machine, definitionOf(`${machine.name}-before`, [0, 1], 1)) : [];
      return { role, needed, found: policyOf([...grants, ...gone]) };
    }
  }
}

/** Every definition that may run: of Express executions nobody can tell. */
function definitionsOf({ type, current, routed, executions }: Machine): ReadonlySet<string> {
  const running = type === 'EXPRESS' ? [] : executions.map(({ revision }) => revision);
  return new Set([current, ...(routed ? [routed.revision] : []), ...running].map(({ definition }) => definition));
}

async function grantsOf({ name, type }: Machine, definition: string): Promise<readonly Grant[]> {
  const { calls } = await fit(parseText(definition, 'json'), { ...PLACE, name, type, logging: false, tracing: false });
  return calls.flatMap(({ grants }) => grants);
}

/** An account with these roles, written as the hook writes them. */
export async function accountOf(deployments: readonly Deployed[]): Promise<Iam> {
  const iam = new Iam();
  const store = roleStore(
    iam.client(async () => {}),
    { managed: 'ownDocuments', onlyOptedIn: true },
  );
  for (const { role, found } of deployments) await write(iam, store, role, found);
  return iam;
}

async function write(iam: Iam, store: RoleStore, { name, managed, machines }: Role, policy: Policy): Promise<void> {
  const policyId = { roleName: name, policyName: 'rolefit', owner: ownerOf('stack', name) };
  const deployment = {
    driftMode: 'remediate',
    region: PLACE.region,
    machine: machines[0]?.name,
    deployedAt: LONG_AGO,
    approved: new Set<string>(),
    bucketKeys: {},
    facts: NO_FACTS,
  } as const;
  const tags = managed ? new Map([[MANAGED_TAG, 'true'], ...tagsOf(policyId, deployment)]) : new Map<string, string>();
  const { arn } = iam.add(name, tags);
  const state = {
    role: { arn, name, tags, boundary: undefined },
    inline: new Map<string, string>(),
    attached: new Set<string>(),
    managed: [],
  };
  const { signal } = new AbortController();
  for (const step of planDocuments(state, policyId, policy).add) await store.perform(policyId, step, state, signal);
}

/** True where a role allows exactly what it needs: an unmanaged one, what it allowed before. */
export function isRight({ role, needed, found }: Deployed, { inline, attached, managed }: IamRole): boolean {
  const documents = [...inline.values(), ...[...attached].map((arn) => managed.get(arn) ?? '')];
  const policies = documents.map((document): Policy => JSON.parse(document));
  return sameSet(permissionsOf(policies), permissionsOf([role.managed ? needed : found]));
}

function permissionsOf(policies: readonly Policy[]): ReadonlySet<string> {
  return new Set(
    policies.flatMap(({ Statement }) =>
      Statement.flatMap(({ Action, Resource, Condition }) =>
        Action.flatMap((action) => Resource.map((resource) => JSON.stringify([action, resource, Condition]))),
      ),
    ),
  );
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
