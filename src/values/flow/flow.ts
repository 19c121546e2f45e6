import type { State, Workflow } from '../../asl/workflow.ts';
import { unknownValue } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import type { Possible } from '../domain/possible.ts';
import { widen } from '../domain/widen.ts';
import type { JsonataEngine } from '../jsonata/engine.ts';
import { contextOf, type Start } from '../jsonpath/context.ts';
import { endingBy, innerInput, ownEnding } from './endings.ts';
import type { Entered } from './entered.ts';
import { type Evaluator, evaluator, type StateScope } from './expression.ts';
import { type Queue, queueOf } from './queue.ts';
import { itemAround, type Reachable, reachable, type StateData, type WorkflowData } from './stateData.ts';
import {
  anyVariables,
  joinVariables,
  NO_VARIABLES,
  type Numbering,
  numbering,
  type Variables,
  variableOf,
  widenVariables,
  withVariables,
} from './variables.ts';

/** What is known, over all executions, of the data that reaches each state. */
export interface Flow {
  /** What the expressions of a state can refer to, as it is entered. */
  readonly scopeOf: (state: State) => StateScope;
  readonly evaluator: Evaluator;
}

/** How many times a state's input may grow before it is widened: then texts keep only their ends. */
const ROUNDS_UNTIL_WIDENED = 8;
/** How many times it may grow before nothing is known of it any more. */
const ROUNDS_UNTIL_ANYTHING = 16;

interface Engine {
  readonly start: Start;
  readonly evaluator: Evaluator;
  readonly numberOf: Numbering;
  readonly queue: Queue;
  readonly byNumber: Reachable['byNumber'];
}

/**
 * Follows data through a workflow: from state to state, in and out of Parallel and Map states, and around loops until
 * nothing new is found. Values join over all paths that reach a state; whether a Choice can take a path isn't
 * considered. `jsonata` evaluates the definition's JSONata: see `jsonataFor`.
 */
export function flowOf(workflow: Workflow, start: Start, jsonata: JsonataEngine | undefined): Flow {
  const { inOrder, byNumber } = reachable(workflow);
  const queue = queueOf(inOrder.length);
  const engine: Engine = { start, evaluator: evaluator(jsonata), numberOf: numbering(), queue, byNumber };
  enter(workflow.start, start.input, NO_VARIABLES, engine);
  for (let order = queue.take(); order !== undefined; order = queue.take()) {
    const data = inOrder[order];
    if (data) look(data, engine);
  }
  return { scopeOf: (state) => finalScope(state, engine), evaluator: engine.evaluator };
}

/** The input of a state that no path leads to. AWS refuses most such definitions; assuming anything misses nothing. */
const UNREACHED = unknownValue('the state input', { state: '', reason: 'no path leads to the state' });

/** What is known if a loop would never stop finding new values. */
const ANYTHING = unknownValue('the state input', { state: '', reason: 'a loop makes ever new values', widened: true });

function finalScope(state: State, engine: Engine): StateScope {
  const data = engine.byNumber[state.number];
  const variables = data?.input === undefined ? anyVariables() : data.variables;
  return scopeAt(state, data?.input ?? UNREACHED, variables, data?.within, engine);
}

function scopeAt(
  state: State,
  input: Possible,
  variables: Variables,
  within: WorkflowData | undefined,
  engine: Engine,
): StateScope {
  return {
    state: state.path,
    input,
    context: () => contextOf(state, engine.start, itemAround(within)),
    variable: (name) => variableOf(variables, name, engine.numberOf),
  };
}

/** Passes on what a state ends with, given everything known to reach it so far. */
function look(data: StateData, engine: Engine): void {
  settle(data);
  const { state, inner, within, input = UNREACHED, variables } = data;
  const entered: Entered = {
    state,
    input,
    scopeWith: (changed, returned) => {
      const scope = scopeAt(state, changed, variables, within, engine);
      return returned === undefined ? scope : { ...scope, ...returned };
    },
    evaluator: engine.evaluator,
  };
  if (inner.length > 0) enterInner(inner, entered, variables, engine);
  const own = ownEnding(entered, inner);
  for (const transition of state.transitions) {
    if (transition.to === undefined) continue;
    const ending = endingBy(transition, own, entered);
    if (ending === undefined) continue;
    enter(transition.to, ending.output, withVariables(variables, ending.assigned, engine.numberOf), engine);
  }
  if (state.ends && own !== undefined) leave(within, own.output, engine);
}

/** Widens a state's input if it keeps growing. */
function settle(data: StateData): void {
  const { input, variables, seenInput, seenVariables } = data;
  if (seenInput !== undefined && input !== undefined && (input !== seenInput || variables !== seenVariables)) {
    data.rounds++;
    if (data.rounds > ROUNDS_UNTIL_ANYTHING) {
      data.input = ANYTHING;
      data.variables = anyVariables();
    } else if (data.rounds > ROUNDS_UNTIL_WIDENED) {
      data.input = widen(seenInput, input);
      data.variables = widenVariables(seenVariables, variables);
    }
  }
  data.seenInput = data.input;
  data.seenVariables = data.variables;
}

function enter(state: State, input: Possible, variables: Variables, engine: Engine): void {
  const data = engine.byNumber[state.number];
  if (data === undefined) return;
  if (data.input === undefined) {
    data.input = input;
    data.variables = variables;
  } else {
    const joinedInput = join([data.input, input]);
    const joinedVariables = joinVariables(data.variables, variables);
    if (joinedInput === data.input && joinedVariables === data.variables) return;
    data.input = joinedInput;
    data.variables = joinedVariables;
  }
  engine.queue.add(data.order);
}

function enterInner(inner: readonly WorkflowData[], entered: Entered, variables: Variables, engine: Engine): void {
  const { input, item } = innerInput(entered);
  for (const data of inner) {
    if (item !== undefined) setItem(data, item, engine);
    enter(data.workflow.start, input, variables, engine);
  }
}

function setItem(data: WorkflowData, item: Possible, engine: Engine): void {
  const joined = data.item === undefined ? item : join([data.item, item]);
  if (joined === data.item) return;
  data.item = joined;
  // The context object of every state inside has changed.
  lookAgain(data, engine);
}

function lookAgain({ states }: WorkflowData, engine: Engine): void {
  for (const { seenInput, order, inner } of states) {
    if (seenInput !== undefined) engine.queue.add(order);
    for (const data of inner) lookAgain(data, engine);
  }
}

function leave(data: WorkflowData, output: Possible, engine: Engine): void {
  const joined = data.output === undefined ? output : join([data.output, output]);
  if (joined === data.output) return;
  data.output = joined;
  if (data.holder !== undefined) engine.queue.add(data.holder.order);
}
