import type { MachineReader, RunningExecution } from '../../src/aws/machine.ts';
import { MANAGED_TAG, type RoleState } from '../../src/aws/role.ts';
import type { ResourceFacts, StatedFacts } from '../../src/facts/fact.ts';
import type { FactQuestion } from '../../src/facts/facts.ts';
import type { LookUp } from '../../src/facts/lookUp.ts';
import { checkRole } from '../../src/recheck/check.ts';
import type { LookUpUntil } from '../../src/recheck/checkLookUp.ts';
import type { RoleReport } from '../../src/recheck/report.ts';
import { NO_FACTS } from '../../src/role/recordedFacts.ts';
import { type Deployment, tagsOf } from '../../src/role/rolefitPolicy.ts';
import type { RoleStore } from '../../src/role/store.ts';
import { machineArn, policyIdOf, roleArn, SETTINGS } from './world.ts';

/** One role of one state machine, with what its deployment has recorded, and an AWS that says what resources are. */

export const HERE = 'eu-west-1:111122223333';
export const KEY = (id: string) => `arn:aws:kms:${HERE}:key/${id}`;
export const QUEUE = (name: string) => `arn:aws:sqs:${HERE}:${name}`;
export const FAMILY = (name: string) => `arn:aws:ecs:${HERE}:task-definition/${name}`;

/** A definition that sends to these queues and runs these task definitions. */
export function definitionOf(queues: readonly string[], families: readonly string[] = []): string {
  const states = [
    ...queues.map((name) => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: `https://sqs.eu-west-1.amazonaws.com/111122223333/${name}`, MessageBody: 'x' },
      End: true,
    })),
    ...families.map((TaskDefinition) => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::ecs:runTask',
      Parameters: { Cluster: 'c', TaskDefinition },
      End: true,
    })),
    { Type: 'Succeed' },
  ];
  return JSON.stringify({
    StartAt: 'S0',
    States: Object.fromEntries(states.map((state, index) => [`S${index}`, state])),
  });
}

export function deployedFacts(facts: Readonly<Record<string, ResourceFacts>>): readonly StatedFacts[] {
  return Object.entries(facts).map(([resource, one]) => ({ resource, facts: one, source: 'deployment', place: '' }));
}

export interface FactRole {
  readonly definition: string;
  readonly type?: 'STANDARD' | 'EXPRESS';
  /** The definition of a version that an alias routes to, and of the running executions, if it isn't the current one. */
  readonly version?: string;
  readonly before?: string;
  readonly deployment?: Partial<Deployment>;
  /** What rolefit's policy has at first: `action resource`, without conditions. */
  readonly policy?: string;
  readonly tags?: ReadonlyMap<string, string>;
  /** Name → document of policies that rolefit did not write. */
  readonly others?: Readonly<Record<string, string>>;
  /** When the running executions started, in milliseconds; undefined if they cannot be listed. */
  readonly executions?: readonly number[] | undefined;
  /** Milliseconds. */
  readonly now?: number;
  /** In place of `now`, a time that goes on. */
  readonly clock?: () => number;
}

export const NOW = 1_800_000_000_000;

export class CheckedRole {
  #state: RoleState;
  readonly #role: FactRole;

  constructor(role: FactRole) {
    const deployment: Deployment = {
      driftMode: 'remediate',
      region: 'eu-west-1',
      machine: 'm',
      deployedAt: 0,
      approved: new Set(),
      bucketKeys: {},
      facts: NO_FACTS,
      ...role.deployment,
    };
    const tags = new Map([
      [MANAGED_TAG, 'true'],
      ...tagsOf(policyIdOf('r', 'rolefit'), deployment),
      ...(role.tags ?? new Map<string, string>()),
    ]);
    const inline = new Map([
      ...Object.entries(role.others ?? {}),
      ...(role.policy === undefined ? [] : [['rolefit', role.policy] as const]),
    ]);
    this.#role = role;
    this.#state = {
      role: { arn: roleArn('r'), name: 'r', tags, boundary: undefined },
      inline,
      attached: new Set(),
      managed: [],
    };
  }

  /** An event's check, then the two looks of a sweep; the last report. */
  async settle(lookUp?: LookUpUntil): Promise<RoleReport> {
    await this.check(lookUp, false);
    const first = await this.check(lookUp, true);
    return first.revisions === undefined ? first : this.check(lookUp, true, first.revisions);
  }

  /** The check of an event, or a look of the sweep. */
  check(lookUp: LookUpUntil | undefined, fleetKnown: boolean, earlierRevisions?: string): Promise<RoleReport> {
    return checkRole(
      { store: this.#store(), machines: this.#reader(), lookUp },
      { roleName: 'r', machines: async () => [machineArn('m')], fleetKnown, earlierRevisions },
      SETTINGS,
      new AbortController().signal,
    );
  }

  policy(name = 'rolefit'): string {
    return this.#state.inline.get(name) ?? '';
  }

  /** `action resource` of a policy, sorted. */
  allowed(name = 'rolefit'): readonly string[] {
    const { Statement }: { Statement: { Action: string[]; Resource: string[] }[] } = JSON.parse(
      this.policy(name) || '{"Statement":[]}',
    );
    return Statement.flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)),
    ).toSorted();
  }

  #store(): RoleStore {
    const { now = NOW, clock = () => now } = this.#role;
    return {
      read: async () => this.#state,
      perform: async ({ policyName }, write) => {
        const inline = new Map(this.#state.inline);
        if (write.kind === 'putInline') inline.set(policyName, write.document);
        else if (write.kind === 'deleteInline') inline.delete(policyName);
        else throw new Error(`the re-check does not ${write.kind} here`);
        this.#state = { ...this.#state, inline };
      },
      now: clock,
      pause: async () => {},
    };
  }

  #reader(): MachineReader {
    const { definition, type = 'STANDARD', version, before } = this.#role;
    const executions = 'executions' in this.#role ? this.#role.executions : [];
    const revisionOf = (text: string, id: string | undefined) => ({
      roleArn: roleArn('r'),
      definition: text,
      settings: { type, logging: false, tracing: false },
      id,
      isDeleting: false,
    });
    const id = version === undefined && before === undefined ? undefined : 'current';
    return {
      describe: async (arn) =>
        version !== undefined && arn.endsWith(':1') ? revisionOf(version, 'before') : revisionOf(definition, id),
      routedVersions: async (arn) => (version === undefined ? [] : [`${arn}:1`]),
      runningExecutions: async () => {
        if (executions === undefined) throw new Error('throttled');
        const listed = executions.map((started, index): RunningExecution => {
          return { arn: `execution-${index}`, started, version: undefined };
        });
        return { executions: listed.toSorted((a, b) => b.started - a.started), more: false };
      },
      revisionOfExecution: async () =>
        before === undefined ? undefined : { ...revisionOf(before, 'before'), updated: 0 },
    };
  }
}

/** What AWS says; it knows nothing of other resources. */
export function awsSays(facts: Readonly<Record<string, ResourceFacts>>): LookUpUntil & { readonly asked: string[] } {
  const asked: string[] = [];
  const lookUp: LookUp = async (questions) => {
    asked.push(...questions.map(({ resource, name }) => `${name} ${resource}`));
    const answers = questions.map((question) => ({ question, known: known(facts, question) }));
    return {
      stated: answers.flatMap(({ question, known: of }) =>
        of === undefined
          ? []
          : [{ resource: question.resource, facts: of, source: 'aws', place: 'sqs:GetQueueAttributes' }],
      ),
      unread: answers.flatMap(({ question: { resource, name }, known: of }) =>
        of === undefined ? [{ resource, name, why: 'access denied' }] : [],
      ),
    };
  };
  return Object.assign(() => lookUp, { asked });
}

function known(facts: Readonly<Record<string, ResourceFacts>>, { resource }: FactQuestion): ResourceFacts | undefined {
  return facts[resource] ?? facts[resource.replace(/:\*$/, '')];
}
