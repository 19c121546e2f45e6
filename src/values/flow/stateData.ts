import { allStates, type State, type Workflow } from '../../asl/workflow.ts';
import type { Possible } from '../domain/possible.ts';
import { NO_VARIABLES, type Variables } from './variables.ts';

/** A reachable state, and what is known so far of the data that reaches it. */
export interface StateData {
  readonly state: State;
  readonly within: WorkflowData;
  readonly inner: readonly WorkflowData[];
  /** Its place in the order of work: before the states that follow it, as far as loops allow. */
  readonly order: number;
  /** Undefined until something reaches it. */
  input: Possible | undefined;
  variables: Variables;
  /** Its input when it was last processed. */
  seenInput: Possible | undefined;
  seenVariables: Variables;
  /** How often it was processed again because more can reach it. */
  rounds: number;
}

/** A workflow, and what is known so far of the data that enters and leaves it. */
export interface WorkflowData {
  readonly workflow: Workflow;
  /** Its reachable states. */
  readonly states: readonly StateData[];
  /** The Parallel or Map that contains it. */
  readonly holder: StateData | undefined;
  /** One item of the Map around it. */
  item: Possible | undefined;
  /** What it can end with. */
  output: Possible | undefined;
}

/** The reachable states, including nested ones. */
export interface Reachable {
  readonly inOrder: readonly StateData[];
  /** By the state's number. */
  readonly byNumber: readonly (StateData | undefined)[];
}

/** A workflow's reachable states; nothing is known of them yet. */
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

/** The reachable states, each before those that follow it unless a loop prevents that. Marks them as found. */
function inExecutionOrder({ start, states }: Workflow, found: Uint8Array): readonly State[] {
  if (states.length === 1) return states;
  const done: State[] = [];
  // The path from the start to the current state, and how many transitions are left of each state on it. An explicit
  // stack: recursion would overflow on a chain of 25,000 states.
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

/** The item of the nearest enclosing inline Map; a distributed Map runs its states in executions of their own. */
export function itemAround(data: WorkflowData | undefined): Possible | undefined {
  let around = data;
  while (around?.workflow.kind === 'branch') around = around.holder?.within;
  return around?.workflow.kind === 'inlineItems' ? around.item : undefined;
}
