import type { ActingState } from '../calls/acting.ts';
import { operationName } from '../calls/call.ts';
import type { Table } from '../grants/integration.ts';
import type { ActionNames } from '../iam/actions.ts';
import { own } from '../own.ts';
import { SERVICES } from './data/services.ts';
import { sdkServiceLike } from './serviceNames.ts';

/** An SDK operation that a task calls and no table has. */
export interface UnknownOperation {
  /** As findings name it: `aws-sdk:acme:startJob`. */
  readonly name: string;
  readonly service: string;
  readonly api: string;
}

export function unknownOperations(
  acting: readonly ActingState[],
  tables: ReadonlyMap<string, Table>,
): readonly UnknownOperation[] {
  const found = new Map<string, UnknownOperation>();
  for (const each of acting) {
    if (each.kind !== 'task' || each.target.kind !== 'sdk') continue;
    const { service, api } = each.target;
    const name = operationName({ kind: 'sdk', service, api });
    if (!found.has(name) && tables.get(service)?.api(api) === undefined) found.set(name, { name, service, api });
  }
  return [...found.values()];
}

/** What an operation that no table has probably needs, by its name. */
export interface LikelyAction {
  readonly action: string;
  /** True if IAM has an action of exactly that name. */
  readonly isKnown: boolean;
}

/** Operation → the action of its name. */
export function likelyActions(
  operations: readonly UnknownOperation[],
  names: ActionNames,
): ReadonlyMap<string, LikelyAction> {
  return new Map(operations.map((operation) => [operation.name, likelyAction(operation, names)]));
}

function likelyAction({ service, api }: UnknownOperation, names: ActionNames): LikelyAction {
  const known = own(SERVICES, service)?.prefix;
  const prefixes = [...(known === undefined ? [] : [known]), ...names.prefixesLike(service)];
  const actions = [...prefixes, service].map((prefix) => `${prefix}:${api.charAt(0).toUpperCase()}${api.slice(1)}`);
  // A service by its everyday name, such as airflow for mwaa, is a mistake as well: AWS refuses the definition.
  const isService = known !== undefined || sdkServiceLike(service) === undefined;
  // With other capitals it is a mistake: nobody knows whether it is the same operation.
  const found = isService ? actions.find((action) => names.spelled(action) === action) : undefined;
  return { action: found ?? actions[0] ?? '', isKnown: found !== undefined };
}
