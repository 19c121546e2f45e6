import type { JsonObject } from './json.ts';

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The type of workflow that runs a state: the machine's own, or the one of a distributed Map's children. */
export type WorkflowType = 'STANDARD' | 'EXPRESS';

export type StateType = 'Task' | 'Parallel' | 'Map' | 'Pass' | 'Wait' | 'Choice' | 'Succeed' | 'Fail';

/**
 * States and their transitions: the state machine, a branch of a Parallel, or what a Map does with each item, in the
 * same execution (`inlineItems`) or in one of its own (`distributedItems`).
 */
export interface Workflow {
  readonly kind: 'stateMachine' | 'branch' | 'inlineItems' | 'distributedItems';
  /** The object that has its StartAt and States. */
  readonly json: JsonObject;
  readonly start: State;
  /** In the order of the document. */
  readonly states: readonly State[];
}

export interface State {
  readonly name: string;
  /** Counts all states of the definition from 0, nested ones as well. */
  readonly number: number;
  /** JSON Pointer of the state, such as `/States/Each/ItemProcessor/States/Pay`. */
  readonly path: string;
  readonly type: StateType;
  readonly json: JsonObject;
  readonly language: QueryLanguage;
  /** Undefined where the state runs in the machine itself, whose type the definition does not say. */
  readonly childOf: WorkflowType | undefined;
  /** Where it can go: its rules in their order, Default or Next, then its catchers in their order. */
  readonly transitions: readonly Transition[];
  /** True where the workflow can end with it. */
  readonly ends: boolean;
  /** The branches of a Parallel; the one workflow of a Map. */
  readonly inner: readonly Workflow[];
  /** What the role does in this state; undefined for a state that only moves data. */
  readonly acts: Acts | undefined;
}

export interface Transition {
  readonly kind: 'next' | 'default' | 'choice' | 'catch';
  /** The object that says it: a rule of a Choice, a catcher, else the state. */
  readonly json: JsonObject;
  /** The name that it says. */
  readonly target: string;
  /** Undefined where the workflow has no state of that name, which AWS refuses. */
  readonly to: State | undefined;
}

/** A Task calls an API; a Map in distributed mode starts executions, reads items and writes results. */
export type Acts =
  | { readonly kind: 'task'; readonly resource: string }
  | {
      readonly kind: 'distributedMap';
      /** Undefined where the definition does not say it, which AWS refuses. */
      readonly children: WorkflowType | undefined;
      readonly label: string | undefined;
      readonly reader: JsonObject | undefined;
      readonly writer: JsonObject | undefined;
    };

/** All states of a workflow, nested ones as well, in the order of the document. */
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
