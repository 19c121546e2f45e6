import type { DescribedMachine, MachineReader, RunningExecution } from '../../src/aws/machine.ts';
import { MANAGED_TAG, managedPath, type RoleState } from '../../src/aws/role.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { checkRole } from '../../src/recheck/check.ts';
import type { RoleReport } from '../../src/recheck/report.ts';
import type { CheckPorts, CheckSettings } from '../../src/recheck/request.ts';
import { documentsOf, type RoleWrite } from '../../src/role/plan.ts';
import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { type DriftMode, managedName, ownerOf, type PolicyId, tagsOf } from '../../src/role/rolefitPolicy.ts';
import type { RoleStore } from '../../src/role/store.ts';

/**
 * A small AWS in memory, with a clock of its own: state machines with revisions, versions, an alias and executions; roles
 * whose reads lag behind writes; checks that crash. For tests that need thousands of runs.
 */

export const PLACE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' } as const;
const HERE = 'eu-west-1:111122223333';
export const SETTINGS: CheckSettings = {
  ...PLACE,
  ceiling: ['*'],
  wildcards: 'deployed',
  ownResources: [],
  boundary: '',
  grace: 3600,
};

export const machineArn = (name: string) => `arn:aws:states:${HERE}:stateMachine:${name}`;
export const roleArn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

/** Elements of a definition: tables that it reads; `big` for as many as need managed policies; `grab` for a guarded call. */
export type Element = 'a' | 'b' | 'c' | 'd' | 'big' | 'grab';

const BIG = Array.from({ length: 45 }, (_, index) => `${'t'.repeat(230)}-${index}`);

function tablesOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => (element === 'big' ? BIG : element === 'grab' ? [] : [element]));
}

/** The permissions that a definition of these elements needs and may be given: `action resource`. */
export function permissionsOf(elements: readonly Element[]): readonly string[] {
  return tablesOf(elements).map((table) => `dynamodb:GetItem arn:aws:dynamodb:${HERE}:table/${table}`);
}

export function definitionOf(elements: readonly Element[]): string {
  const states: [string, object][] = tablesOf(elements).map((TableName, index) => [
    `S${index}`,
    { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName }, End: true },
  ]);
  if (elements.includes('grab')) {
    const Parameters = { UserName: 'eve', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
    states.push([
      'Grab',
      { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:iam:attachUserPolicy', Parameters, End: true },
    ]);
  }
  states.push(['End', { Type: 'Succeed' }]);
  return JSON.stringify({ StartAt: states[0]?.[0], States: Object.fromEntries(states) });
}

interface Revision {
  readonly id: string | undefined;
  readonly role: string;
  readonly elements: readonly Element[];
  readonly updated: number;
}

interface Execution {
  readonly arn: string;
  readonly revision: Revision;
  readonly version: number | undefined;
  readonly started: number;
}

interface Machine {
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly made: number;
  revision: Revision;
  readonly versions: Revision[];
  /** The version that the alias routes to, from 1. */
  alias: number | undefined;
  executions: Execution[];
}

export interface CheckOptions {
  readonly all?: () => Iterable<string>;
  readonly earlierRevisions?: string | undefined;
  readonly fleetKnown?: boolean;
}

export class World {
  now = 1_800_000_000_000;
  /** Milliseconds by which reads of roles, and lists of executions, lag behind. */
  lag = 0;
  /** After how many writes the next one crashes. */
  crashAfter = Number.POSITIVE_INFINITY;
  readonly machines = new Map<string, Machine>();
  /** State machines whose definitions cannot be read. */
  unreadable: ReadonlySet<string> = new Set();
  readonly #roles = new Map<string, { readonly at: number; readonly state: RoleState }[]>();
  #count = 0;

  addRole(
    name: string,
    policies: readonly { readonly policyName: string; readonly machine?: string; readonly driftMode?: DriftMode }[],
  ): void {
    const tags = new Map([[MANAGED_TAG, 'true']]);
    for (const { policyName, machine, driftMode = 'remediate' } of policies) {
      const deployment = {
        driftMode,
        region: PLACE.region,
        machine,
        deployedAt: 0,
        approved: new Set<string>(),
        bucketKeys: {},
        facts: NO_FACTS,
      } as const;
      for (const [key, value] of tagsOf(policyIdOf(name, policyName), deployment)) tags.set(key, value);
    }
    const role = { arn: roleArn(name), name, tags, boundary: undefined };
    this.#push(name, { role, inline: new Map(), attached: new Set(), managed: [] });
  }

  addMachine(name: string, role: string, elements: readonly Element[], type: Machine['type'] = 'STANDARD'): void {
    const revision = { id: undefined, role, elements, updated: this.now };
    this.machines.set(name, { type, made: this.now, revision, versions: [], alias: undefined, executions: [] });
  }

  update(name: string, change: { readonly role?: string; readonly elements?: readonly Element[] }): void {
    const machine = this.#machine(name);
    machine.revision = { ...machine.revision, ...change, id: `r${++this.#count}`, updated: this.now };
  }

  publish(name: string): void {
    const { versions, revision } = this.#machine(name);
    versions.push(revision);
  }

  route(name: string, version: number): void {
    const machine = this.#machine(name);
    if (version <= machine.versions.length) machine.alias = version;
  }

  start(name: string, byAlias: boolean): void {
    const machine = this.#machine(name);
    const version = byAlias ? machine.alias : undefined;
    const revision = version === undefined ? machine.revision : machine.versions[version - 1];
    if (!revision) return;
    const arn = `arn:aws:states:${HERE}:execution:${name}:${++this.#count}`;
    machine.executions.push({ arn, revision, version, started: this.now });
  }

  end(name: string): void {
    this.#machine(name).executions.shift();
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    for (const machine of this.machines.values()) {
      // Express executions run for five minutes at most.
      if (machine.type === 'EXPRESS')
        machine.executions = machine.executions.filter(({ started }) => started > this.now - 300_000);
    }
  }

  state(role: string): RoleState {
    const state = this.#roles.get(role)?.at(-1)?.state;
    if (!state) throw new Error(`no role ${role}`);
    return state;
  }

  /** Every state of a role since there were so many. */
  history(role: string, since = 0): readonly RoleState[] {
    return (this.#roles.get(role) ?? []).slice(since).map(({ state }) => state);
  }

  /** Someone changes a policy by hand. */
  edit(role: string, policyName: string, document: string | undefined): void {
    const state = this.state(role);
    const inline = new Map(state.inline);
    if (document === undefined) inline.delete(policyName);
    else inline.set(policyName, document);
    this.#push(role, { ...state, inline });
  }

  detach(role: string): void {
    const state = this.state(role);
    this.#push(role, { ...state, attached: new Set([...state.attached].slice(1)) });
  }

  /** `action resource` of all that a role's policies allow. */
  allowed(role: string, state = this.state(role)): ReadonlySet<string> {
    const documents = [
      ...state.inline.values(),
      ...state.managed.filter(({ arn }) => state.attached.has(arn)).map(({ document = '' }) => document),
    ];
    const policies: readonly Policy[] = documents.map((document) => JSON.parse(document));
    const statements = policies.flatMap(({ Statement }) => Statement);
    if (statements.some(({ Effect }) => Effect === 'Deny')) return new Set();
    return new Set(
      statements.flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)),
      ),
    );
  }

  /**
   * Revisions that could run, or run, with a role: of one state machine or of all. Of Express workflows nobody can tell
   * which executions are running: with `told`, they do not count.
   */
  live(role: string, name?: string, { told = false } = {}): readonly Revision[] {
    return [...this.machines]
      .filter(([one]) => name === undefined || one === name)
      .flatMap(([, { type, revision, versions, alias, executions }]) => {
        const running = told && type === 'EXPRESS' ? [] : executions;
        const routed = alias === undefined ? undefined : versions[alias - 1];
        return [revision, ...(routed ? [routed] : []), ...running.map((execution) => execution.revision)];
      })
      .filter((revision) => revision.role === role);
  }

  needed(role: string, name?: string, told = { told: false }): ReadonlySet<string> {
    return new Set(this.live(role, name, told).flatMap(({ elements }) => permissionsOf(elements)));
  }

  /** Checks a role for state machines: `all` of them after a write. */
  check(
    role: string,
    names: readonly string[],
    { all = () => names, earlierRevisions, fleetKnown = false }: CheckOptions = {},
  ): Promise<RoleReport> {
    const machines = async (afterWrite: boolean) => [...(afterWrite ? all() : names)].map(machineArn);
    const request = { roleName: role, machines, fleetKnown, earlierRevisions };
    return checkRole(this.ports(), request, SETTINGS, new AbortController().signal);
  }

  ports(): CheckPorts {
    return { store: this.#store(), machines: this.#reader() };
  }

  #machine(name: string): Machine {
    const machine = this.machines.get(name);
    if (!machine) throw new Error(`no state machine ${name}`);
    return machine;
  }

  #push(role: string, state: RoleState): void {
    const history = this.#roles.get(role);
    const moment = { at: this.now, state };
    if (history) history.push(moment);
    else this.#roles.set(role, [moment]);
  }

  #store(): RoleStore {
    return {
      read: async (role) => {
        const history = this.#roles.get(role) ?? [];
        const seen = history.findLast(({ at }) => at <= this.now - this.lag) ?? history[0];
        if (!seen) throw new Error(`no role ${role}`);
        return seen.state;
      },
      perform: async (policyId, step) => {
        if (this.crashAfter-- <= 0) throw new Error('crashed');
        this.#push(policyId.roleName, performed(this.state(policyId.roleName), policyId, step));
      },
      now: () => this.now,
      pause: async (milliseconds) => this.pass(milliseconds),
    };
  }

  #reader(): MachineReader {
    const described = ({ id, role, elements }: Revision, type: Machine['type']): DescribedMachine => ({
      roleArn: roleArn(role),
      definition: definitionOf(elements),
      settings: { type, logging: false, tracing: false },
      id,
      isDeleting: false,
    });
    const named = (arn: string) => arn.split(':')[6] ?? '';
    return {
      describe: async (arn) => {
        if (this.unreadable.has(named(arn))) throw new Error('no key');
        const machine = this.machines.get(named(arn));
        const version = arn.split(':')[7];
        const revision = version === undefined ? machine?.revision : machine?.versions[Number(version) - 1];
        return machine && revision ? described(revision, machine.type) : undefined;
      },
      routedVersions: async (arn) => {
        const alias = this.machines.get(named(arn))?.alias;
        return alias === undefined ? [] : [`${arn}:${alias}`];
      },
      runningExecutions: async (arn) => {
        const executions = this.#machine(named(arn)).executions.filter(({ started }) => started <= this.now - this.lag);
        const listed = executions.map(({ arn: execution, started, version }): RunningExecution => {
          return { arn: execution, started, version: version === undefined ? undefined : `${arn}:${version}` };
        });
        return { executions: listed.toReversed(), more: false };
      },
      revisionOfExecution: async (arn) => {
        const machine = this.#machine(named(arn));
        const execution = machine.executions.find((one) => one.arn === arn);
        return execution && { ...described(execution.revision, 'STANDARD'), updated: execution.revision.updated };
      },
    };
  }
}

export function policyIdOf(roleName: string, policyName: string): PolicyId {
  return { roleName, policyName, owner: ownerOf('stack', policyName) };
}

/** A role after one write, as IAM would have it. */
function performed(state: RoleState, policyId: PolicyId, step: RoleWrite): RoleState {
  const inline = new Map(state.inline);
  const attached = new Set(state.attached);
  const arnOf = (name: string) => `arn:aws:iam::111122223333:policy${managedPath(policyId.roleName)}${name}`;
  switch (step.kind) {
    case 'putInline':
      inline.set(policyId.policyName, step.document);
      return { ...state, inline };
    case 'deleteInline':
      inline.delete(policyId.policyName);
      return { ...state, inline };
    case 'createManaged': {
      if (step.name !== managedName(policyId, step.document)) throw new Error('a wrong name');
      const others = state.managed.filter(({ name }) => name !== step.name);
      const policy = { arn: arnOf(step.name), name: step.name, version: 'v1', document: step.document };
      return { ...state, managed: [...others, policy] };
    }
    case 'attach':
      attached.add(arnOf(step.name));
      return { ...state, attached };
    case 'detach':
      attached.delete(step.arn);
      return { ...state, attached };
    case 'deleteManaged':
      if (attached.has(step.arn)) throw new Error('DeleteConflict');
      return { ...state, managed: state.managed.filter(({ arn }) => arn !== step.arn) };
    case 'restoreManaged':
    case 'tagRole':
    case 'untagRole':
      throw new Error(`the re-check does not ${step.kind} here`);
  }
}

/** The documents of one policy of a role. */
export function documents(world: World, role: string, policyName: string): readonly string[] {
  return documentsOf(world.state(role), policyIdOf(role, policyName));
}
