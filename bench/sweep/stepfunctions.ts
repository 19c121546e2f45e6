import { type ServiceInputTypes, type ServiceOutputTypes, SFNClient } from '@aws-sdk/client-sfn';
import { type Execution, type Machine, NOW, PLACE, type Revision, type Role } from './fleet.ts';
import { type Ask, textOf } from './request.ts';

/** Step Functions as the sweep sees it: it answers from a fleet that does not change. */
export class StepFunctions {
  readonly #machines: ReadonlyMap<string, Machine>;
  readonly #list: readonly Machine[];
  /** ARN of the state machine → its role's name. */
  readonly #roles: ReadonlyMap<string, string>;
  readonly #executions: ReadonlyMap<string, { readonly machine: Machine; readonly execution: Execution }>;

  constructor(fleet: readonly Role[]) {
    this.#list = fleet.flatMap(({ machines }) => machines);
    this.#roles = new Map(fleet.flatMap(({ name, machines }) => machines.map(({ arn }) => [arn, name])));
    this.#machines = new Map(this.#list.map((machine) => [machine.arn, machine]));
    this.#executions = new Map(
      this.#list.flatMap((machine) =>
        machine.executions.map((execution) => [execution.arn, { machine, execution }] as const),
      ),
    );
  }

  /**
   * A client that this answers in place of AWS: before a request is written and sent, so that a sweep of 10,000 state
   * machines takes seconds.
   */
  client(ask: Ask): SFNClient {
    const client = new SFNClient({ region: PLACE.region });
    client.middlewareStack.add(
      (_, { commandName = '' }) =>
        async ({ input }) => {
          const api = commandName.replace(/Command$/, '');
          await ask('sfn', api);
          return { response: undefined, output: this.#answer(api, input) };
        },
      { step: 'initialize', priority: 'high' },
    );
    return client;
  }

  #answer(api: string, input: ServiceInputTypes): ServiceOutputTypes {
    const arn = textOf(input, 'stateMachineArn');
    switch (api) {
      case 'ListStateMachines':
        return this.#page(Number(textOf(input, 'nextToken')));
      case 'DescribeStateMachine':
        return this.#describe(arn);
      case 'ListStateMachineAliases': {
        const alias = { stateMachineAliasArn: `${arn}:live`, creationDate: MADE };
        return { stateMachineAliases: this.#machine(arn).routed ? [alias] : [], $metadata: {} };
      }
      case 'DescribeStateMachineAlias': {
        const { routed } = this.#machine(textOf(input, 'stateMachineAliasArn').replace(/:live$/, ''));
        const route = { stateMachineVersionArn: routed?.arn, weight: 100 };
        return { routingConfiguration: [route], $metadata: {} };
      }
      case 'ListExecutions':
        return this.#running(arn);
      case 'DescribeStateMachineForExecution': {
        const found = this.#executions.get(textOf(input, 'executionArn'));
        if (!found) throw new Error('no such execution');
        return this.#revision(found.machine, found.execution.revision);
      }
      default:
        throw new Error(`the stand-in does not know ${api}`);
    }
  }

  #machine(arn: string): Machine {
    const machine = this.#machines.get(arn);
    if (!machine) throw new Error(`no state machine ${arn}`);
    return machine;
  }

  #page(from: number): ServiceOutputTypes {
    const stateMachines = this.#list
      .slice(from, from + PAGE)
      .map(({ arn: stateMachineArn, name, type }) => ({ stateMachineArn, name, type, creationDate: MADE }));
    const more = from + PAGE < this.#list.length;
    return { stateMachines, ...(more ? { nextToken: String(from + PAGE) } : {}), $metadata: {} };
  }

  #describe(arn: string): ServiceOutputTypes {
    const [, own = arn] = /^((?:[^:]+:){6}[^:]+):\d+$/.exec(arn) ?? [];
    const machine = this.#machine(own);
    const revision = own === arn ? machine.current : machine.routed?.revision;
    if (!revision) throw new Error(`no version ${arn}`);
    return this.#revision(machine, revision);
  }

  #revision({ arn, name, type }: Machine, { id, updated, definition }: Revision) {
    return {
      stateMachineArn: arn,
      name,
      type,
      definition,
      roleArn: `arn:aws:iam::${PLACE.account}:role/${this.#roles.get(arn)}`,
      creationDate: MADE,
      updateDate: new Date(updated),
      ...(id === undefined ? {} : { revisionId: id }),
      $metadata: {},
    };
  }

  #running(stateMachineArn: string): ServiceOutputTypes {
    // The sweep asks for its own: it is the only one.
    const executions = this.#machines.get(stateMachineArn)?.executions ?? [];
    return {
      executions: executions.map(({ arn, started, version }) => ({
        executionArn: arn,
        stateMachineArn,
        name: arn,
        status: 'RUNNING',
        startDate: new Date(started),
        ...(version === undefined ? {} : { stateMachineVersionArn: version }),
      })),
      $metadata: {},
    };
  }
}

/** The most that AWS lists in one answer: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachines.html */
const PAGE = 1_000;
const MADE = new Date(NOW - 365 * 86_400_000);
