import { type Acts, allStates, type State, type Workflow } from '../asl/workflow.ts';
import { parseResource, type TaskResource } from './resource.ts';

/** A state in which the execution role acts. */
export type ActingState = ActingTask | ActingMap;

export interface ActingTask {
  readonly kind: 'task';
  readonly state: State;
  /** The text of its `Resource`, and what it names. */
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
  // Many tasks have the same Resource.
  const targets = new Map<string, TaskResource>();
  const byPath = new Map<string, ActingState>();
  for (const state of allStates(workflow)) {
    const acting = actingState(state, targets);
    if (acting !== undefined) byPath.set(state.path, acting);
  }
  // Sorting texts is faster than sorting objects by them.
  return [...byPath.keys()].sort().flatMap((path) => byPath.get(path) ?? []);
}

function actingState(state: State, targets: Map<string, TaskResource>): ActingState | undefined {
  const { acts } = state;
  switch (acts?.kind) {
    case 'task': {
      const { resource } = acts;
      let target = targets.get(resource);
      if (target === undefined) targets.set(resource, (target = parseResource(resource)));
      return { kind: 'task', state, resource, target };
    }
    case 'distributedMap':
      return { kind: 'distributedMap', state, map: acts };
    case undefined:
      return undefined;
  }
}

/** The partition in the first task's `Resource` that has one. */
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
