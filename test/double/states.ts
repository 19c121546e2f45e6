import { Refusal } from './refusal.ts';

/** Step Functions, as far as the functions read it. Dates are seconds since 1970, as the protocol has them. */

/** What DescribeStateMachine says, as far as a test needs it. */
export interface MachineRecord {
  readonly name?: string;
  readonly type?: 'STANDARD' | 'EXPRESS';
  readonly definition: string;
  readonly roleArn?: string;
  readonly revisionId?: string;
  readonly creationDate?: number;
  readonly status?: 'ACTIVE' | 'DELETING';
  readonly encryptionConfiguration?: { readonly kmsKeyId: string };
  readonly [setting: string]: unknown;
}

export interface ExecutionRecord {
  readonly executionArn: string;
  readonly startDate: number;
  readonly stateMachineVersionArn?: string;
  /** The revision that it was started on. */
  readonly revision: MachineRecord & { readonly updateDate: number };
}

export class StateMachines {
  /** ARN of a state machine or a version → its record. */
  readonly machines = new Map<string, MachineRecord>();
  /** ARN of a state machine → ARN of the version that its one alias routes to. */
  readonly routes = new Map<string, string>();
  /** ARN of a state machine → its running executions, the newest first. */
  readonly executions = new Map<string, readonly ExecutionRecord[]>();
  /** How many state machines a page has. */
  pageSize = 1000;

  answer(action: string, asked: Readonly<Record<string, string>>): object {
    const { stateMachineArn = '', stateMachineAliasArn = '', executionArn, nextToken, includedData } = asked;
    switch (action) {
      case 'DescribeStateMachine': {
        const { creationDate = 1_600_000_000, definition, ...record } = this.#machine(stateMachineArn);
        const described = { stateMachineArn, creationDate, ...record };
        return includedData === 'METADATA_ONLY' ? described : { ...described, definition };
      }
      case 'ListStateMachines': {
        const all = [...this.machines].filter(([arn]) => arn.split(':').length === 7);
        const from = Number(nextToken ?? 0);
        const stateMachines = all
          .slice(from, from + this.pageSize)
          .map(([arn, { name = 'm', creationDate = 1_600_000_000 }]) => {
            return { stateMachineArn: arn, name, type: 'STANDARD', creationDate };
          });
        const next = from + this.pageSize;
        return next < all.length ? { stateMachines, nextToken: String(next) } : { stateMachines };
      }
      case 'ListStateMachineAliases': {
        this.#machine(stateMachineArn);
        const route = this.routes.get(stateMachineArn);
        const alias = { stateMachineAliasArn: `${stateMachineArn}:live`, creationDate: 1_600_000_000 };
        return { stateMachineAliases: route === undefined ? [] : [alias] };
      }
      case 'DescribeStateMachineAlias': {
        const stateMachineVersionArn = this.routes.get(stateMachineAliasArn.replace(/:live$/, ''));
        if (stateMachineVersionArn === undefined) throw new Refusal('ResourceNotFound', 'no such alias', 400);
        return { stateMachineAliasArn, routingConfiguration: [{ stateMachineVersionArn, weight: 100 }] };
      }
      case 'ListExecutions': {
        if (this.#machine(stateMachineArn).type === 'EXPRESS') {
          throw new Refusal('StateMachineTypeNotSupported', 'This operation is not supported by this type', 400);
        }
        const executions = (this.executions.get(stateMachineArn) ?? []).map(({ revision: _, ...listed }) => {
          return { ...listed, stateMachineArn, name: 'e', status: 'RUNNING' };
        });
        return { executions };
      }
      case 'DescribeStateMachineForExecution': {
        const execution = [...this.executions.values()].flat().find((one) => one.executionArn === executionArn);
        if (!execution) throw new Refusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`, 400);
        return { name: 'm', ...execution.revision };
      }
      default:
        throw new Refusal('InvalidAction', `the double does not know ${action}`, 400);
    }
  }

  /** ARN of the KMS key of a state machine, a version or an execution's state machine; undefined for none. */
  keyOf(arn: string): string | undefined {
    return this.#revisionOf(arn)?.encryptionConfiguration?.kmsKeyId;
  }

  /** ARN of the state machine that a version or an execution is of. */
  machineOf(arn: string): string {
    const [, prefix = '', name = ''] = /^((?:[^:]*:){5})[^:]+:([^:/]+)/.exec(arn) ?? [];
    return `${prefix}stateMachine:${name}`;
  }

  #revisionOf(arn: string): MachineRecord | undefined {
    const execution = [...this.executions.values()].flat().find(({ executionArn }) => executionArn === arn);
    return execution?.revision ?? this.machines.get(arn);
  }

  #machine(arn: string): MachineRecord {
    const found = this.machines.get(arn);
    if (!found) throw new Refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`, 400);
    return found;
  }
}
