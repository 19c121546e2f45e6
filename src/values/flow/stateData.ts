import { allStates, type State, type Workflow } from '../../asl/workflow.ts';
import type { Possible } from '../domain/possible.ts';
import { NO_VARIABLES, type Variables } from './variables.ts';

/** A state that can be reached, and what is known so far of the data that reaches it. */
export interface StateData {
  readonly state: State;
  readonly within: WorkflowData;
  readonly inner: readonly WorkflowData[];
  /** The order in which states are looked at: before those that follow them, as far as loops allow. */
  readonly order: number;
  /** Undefined until something reaches it. */
  input: Possible | undefined;
  variables: Variables;
  /** What it was entered with when it was looked at last. */
  seenInput: Possible | undefined;
  seenVariables: Variables;
  /** How often it was looked at again because more can reach it. */
  rounds: number;
}

/** A workflow, and what is known so far of the data that enters and leaves it. */
export interface WorkflowData {
  readonly workflow: Workflow;
  /** Of those of its states that can be reached. */
  readonly states: readonly StateData[];
  /** The Parallel or Map that it stands in. */
  readonly holder: StateData | undefined;
  /** One item of the Map around it. */
  item: Possible | undefined;
  /** What it can end with. */
  output: Possible | undefined;
}

/** The states that can be reached, nested ones as well. */
export interface Reachable {
  readonly inOrder: readonly StateData[];
  /** By the state's number. */
  readonly byNumber: readonly (StateData | undefined)[];
}

/** A workflow's states that can be reached, of which nothing is known yet. */
export function reachable(workflow: Workflow): Reachable {
  const count = allStates(workflow).length;
  const inOrder: StateData[] = [];
  const byNumber = new Array<StateData | undefined>(count);
  const found = new Uint8Array(count);
  const add = (inside: Workflow, holder: StateData | undefined): WorkflowData => {
    const states: StateData[] = [];
    const within: WorkflowData = { workflow: inside, states, holder, item: undefined, output: undefined };
    for (const state of inExecutionOrder(inside, found)) {
      const inner: WorkflowData[] = [];
      const data: StateData = {
        state,
        within,
        inner,
        order: inOrder.length,
        input: undefined,
        variables: NO_VARIABLES,
        seenInput: undefined,
        seenVariables: NO_VARIABLES,
        rounds: 0,
      };
      inOrder.push(data);
      byNumber[state.number] = data;
      states.push(data);
      for (const innerWorkflow of state.inner) inner.push(add(innerWorkflow, data));
    }
    return within;
  };
  add(workflow, undefined);
  return { inOrder, byNumber };
}

/** The states that can be reached, each before those that follow it where no loop forbids that. Marks them as found. */
function inExecutionOrder({ start, states }: Workflow, found: Uint8Array): readonly State[] {
  if (states.length === 1) return states;
  const done: State[] = [];
  // The way from the start to the state that is looked at, and how many transitions of each state on it are left. An
  // own stack: a chain of 25,000 states would end the language's.
  const way: State[] = [start];
  const left: number[] = [start.transitions.length];
  found[start.number] = 1;
  for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
    const index = (left.pop() ?? 0) - 1;
    if (index < 0) {
      done.push(last);
      way.pop();
      continue;
    }
    left.push(index);
    const next = last.transitions[index]?.to;
    if (next === undefined || found[next.number] === 1) continue;
    found[next.number] = 1;
    way.push(next);
    left.push(next.transitions.length);
  }
  return done.reverse();
}

/** The item of the closest inline Map around; a distributed one runs its states in executions of their own. */
export function itemAround(data: WorkflowData | undefined): Possible | undefined {
  let around = data;
  while (around?.workflow.kind === 'branch') around = around.holder?.within;
  return around?.workflow.kind === 'inlineItems' ? around.item : undefined;
}
