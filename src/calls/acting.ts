import { type Acts, allStates, type State, type Workflow } from '../asl/workflow.ts';
import { compareText } from '../finding.ts';
import { parseResource, type TaskResource } from './resource.ts';

/** A state in which the execution role acts. */
export type ActingState = ActingTask | ActingMap;

export interface ActingTask {
  readonly kind: 'task';
  readonly state: State;
  /** The text of its `Resource`, and what that says. */
  readonly resource: string;
  readonly target: TaskResource;
}

/** A Map in distributed mode. */
export interface ActingMap {
  readonly kind: 'distributedMap';
  readonly state: State;
  readonly map: Extract<Acts, { readonly kind: 'distributedMap' }>;
}

/** The states in which the role acts, ordered by path. */
export function actingStates(workflow: Workflow): readonly ActingState[] {
  return allStates(workflow)
    .flatMap((state) => actingState(state) ?? [])
    .sort((a, b) => compareText(a.state.path, b.state.path));
}

function actingState(state: State): ActingState | undefined {
  const { acts } = state;
  switch (acts?.kind) {
    case 'task':
      return { kind: 'task', state, resource: acts.resource, target: parseResource(acts.resource) };
    case 'distributedMap':
      return { kind: 'distributedMap', state, map: acts };
    case undefined:
      return undefined;
  }
}

/** The partition that the first of the tasks' resources names. */
export function partitionNamed(acting: readonly ActingState[]): string | undefined {
  for (const each of acting) {
    const partition = each.kind === 'task' && 'partition' in each.target ? each.target.partition : undefined;
    if (partition !== undefined) return partition;
  }
  return undefined;
}

/** The AWS SDK services that tasks call, as they spell them. */
export function sdkServices(acting: readonly ActingState[]): ReadonlySet<string> {
  const services = new Set<string>();
  for (const each of acting) if (each.kind === 'task' && each.target.kind === 'sdk') services.add(each.target.service);
  return services;
}
