import type { JsonObject } from './json.ts';

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The type of workflow that runs a state: the machine's, or that of a distributed Map's children. */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

export type StateType = 'Task' | 'Parallel' | 'Map' | 'Pass' | 'Wait' | 'Choice' | 'Succeed' | 'Fail';

/**
 * States and their transitions: the state machine, a branch of a Parallel, or what a Map does with each item, either in
 * the same execution (`inlineItems`) or in one of its own (`distributedItems`).
 */
export interface Workflow {
  readonly kind: 'stateMachine' | 'branch' | 'inlineItems' | 'distributedItems';
  /** The object with its StartAt and States. */
  readonly json: JsonObject;
  readonly start: State;
  /** In document order. */
  readonly states: readonly State[];
}

export interface State {
  readonly name: string;
  /** Counts all states of the definition from 0, including nested ones. */
  readonly number: number;
  /** JSON Pointer of the state, such as `/States/Each/ItemProcessor/States/Pay`. */
  readonly path: string;
  readonly type: StateType;
  readonly json: JsonObject;
  readonly language: QueryLanguage;
  /** Undefined if the state runs in the machine itself, whose type isn't in the definition. */
  readonly childOf: WorkflowType | undefined;
  /** Its rules in order, Default or Next, then its catchers in order. */
  readonly transitions: readonly Transition[];
  /** True if the workflow can end with it. */
  readonly ends: boolean;
  /** The branches of a Parallel; the one workflow of a Map. */
  readonly inner: readonly Workflow[];
  /** What the execution role does in this state; undefined for a state that only moves data. */
  readonly acts: Acts | undefined;
}

export interface Transition {
  readonly kind: 'next' | 'default' | 'choice' | 'catch';
  /** The object that defines it: a rule of a Choice, a catcher, otherwise the state. */
  readonly json: JsonObject;
  /** The target's name. */
  readonly target: string;
  /** Undefined if the workflow has no state of that name, which AWS refuses. */
  readonly to: State | undefined;
}

/** A Task calls an API; a distributed Map starts executions, reads items and writes results. */
export type Acts =
  | { readonly kind: 'task'; readonly resource: string }
  | {
      readonly kind: 'distributedMap';
      /** Undefined if the definition doesn't give it, which AWS refuses. */
      readonly children: WorkflowType | undefined;
      readonly label: string | undefined;
      readonly reader: JsonObject | undefined;
      readonly writer: JsonObject | undefined;
    };

/** All states of a workflow, including nested ones, in document order. */
export function allStates(workflow: Workflow): readonly State[] {
  const found: State[] = [];
  const walk = ({ states }: Workflow): void => {
    for (const state of states) {
      found.push(state);
      for (const inner of state.inner) walk(inner);
    }
  };
  walk(workflow);
  return found;
}
