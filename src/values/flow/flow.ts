import type { State, Workflow } from '../../asl/workflow.ts';
import { join, type Possible, unknownValue, widen } from '../domain/possible.ts';
import { contextOf, type Start } from '../jsonpath/context.ts';
import type { Entered } from './entered.ts';
import { exitsOf, innerInput } from './exits.ts';
import { type Evaluator, evaluator, type Scope } from './expression.ts';
import { type Queue, queueOf } from './queue.ts';
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
  readonly scopeOf: (state: State) => Scope;
  readonly evaluator: Evaluator;
}

/** What a state is entered with. */
interface Entry {
  readonly input: Possible;
  readonly variables: Variables;
}

interface Node {
  readonly state: State;
  readonly within: Region;
  readonly inner: readonly Region[];
  /** The order in which states are looked at: before those that follow them, as far as loops allow. */
  readonly order: number;
  entry: Entry | undefined;
  /** What it was entered with when it was looked at last. */
  seen: Entry | undefined;
  /** How often it was looked at again because more can reach it. */
  rounds: number;
}

/** A workflow, and where it stands. */
interface Region {
  readonly workflow: Workflow;
  readonly nodes: readonly Node[];
  readonly holder: Node | undefined;
  /** One item of the inline Map around it. */
  item: Possible | undefined;
  /** What it can end with. */
  output: Possible | undefined;
}

/** A state that more and more reaches is given this many rounds to find every value; then texts keep their ends only. */
const ROUNDS_UNTIL_WIDENED = 8;
/** … and then nothing is known there any more. */
const ROUNDS_UNTIL_ANYTHING = 16;

/**
 * Follows data through a workflow: from state to state, in and out of Parallel and Map states, around loops until
 * nothing new is found. Values join over all paths that reach a state; whether a Choice can take a path is not asked.
 */
export function flowOf(workflow: Workflow, start: Start): Flow {
  const nodes: Node[] = [];
  const nodeOf = new Map<State, Node>();
  regionOf(workflow, undefined, nodes, nodeOf);
  const engine: Engine = { start, evaluator: evaluator(), numberOf: numbering(), queue: queueOf(), nodeOf };
  enter(workflow.start, start.input, NO_VARIABLES, engine);
  for (let order = engine.queue.take(); order !== undefined; order = engine.queue.take()) {
    const node = nodes[order];
    if (node) look(node, engine);
  }
  return {
    scopeOf: (state) => {
      const node = nodeOf.get(state);
      return scopeAt(state, node?.entry ?? UNREACHED, node?.within, engine);
    },
    evaluator: engine.evaluator,
  };
}

/** What reaches a state that no path leads to: AWS refuses most such definitions, and nothing may be missed. */
const UNREACHED: Entry = {
  input: unknownValue('the state input', { state: '', reason: 'no path leads to the state' }),
  variables: anyVariables(),
};

/** What is left where a loop would go on finding new values. */
const ANYTHING: Entry = {
  input: unknownValue('the state input', { state: '', reason: 'a loop makes ever new values', widened: true }),
  variables: anyVariables(),
};

interface Engine {
  readonly start: Start;
  readonly evaluator: Evaluator;
  readonly numberOf: Numbering;
  readonly queue: Queue;
  /** Of the states that can be reached. */
  readonly nodeOf: ReadonlyMap<State, Node>;
}

/** Numbers the states of a workflow that can be reached, and of those inside it. */
function regionOf(workflow: Workflow, holder: Node | undefined, nodes: Node[], nodeOf: Map<State, Node>): Region {
  const own: Node[] = [];
  const region: Region = { workflow, nodes: own, holder, item: undefined, output: undefined };
  for (const state of inOrder(workflow)) {
    const inner: Region[] = [];
    const order = nodes.length;
    const node: Node = { state, within: region, inner, order, entry: undefined, seen: undefined, rounds: 0 };
    nodes.push(node);
    nodeOf.set(state, node);
    own.push(node);
    for (const workflowInside of state.inner) inner.push(regionOf(workflowInside, node, nodes, nodeOf));
  }
  return region;
}

/** The states that can be reached, each before those that follow it where no loop forbids that. */
function inOrder({ start, states }: Workflow): readonly State[] {
  if (states.length === 1) return states;
  const found = new Set<State>([start]);
  const done: State[] = [];
  // Where the way here leads, and how many of the transitions of each state on it are still to be followed. An own
  // stack: a chain of 25,000 states would end the language's.
  const open: State[] = [start];
  const left: number[] = [start.transitions.length];
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const index = (left.pop() ?? 0) - 1;
    const next = last.transitions[index]?.to;
    if (index < 0) {
      done.push(last);
      open.pop();
      continue;
    }
    left.push(index);
    if (next === undefined || found.has(next)) continue;
    found.add(next);
    open.push(next);
    left.push(next.transitions.length);
  }
  return done.reverse();
}

function scopeAt(state: State, { input, variables }: Entry, within: Region | undefined, engine: Engine): Scope {
  return {
    state: state.path,
    input,
    context: () => contextOf(state, engine.start, itemAround(within)),
    variable: (name) => variableOf(variables, name, engine.numberOf),
  };
}

/** The item of the closest inline Map around; a distributed one runs its states in executions of their own. */
function itemAround(region: Region | undefined): Possible | undefined {
  let around = region;
  while (around?.workflow.kind === 'branch') around = around.holder?.within;
  return around?.workflow.kind === 'inlineItems' ? around.item : undefined;
}

/** Sees where a state leads, with all that is known to reach it by now. */
function look(node: Node, engine: Engine): void {
  const entry = settled(node);
  const { state, inner, within } = node;
  const entered: Entered = { state, scope: scopeAt(state, entry, within, engine), evaluator: engine.evaluator };
  if (inner.length > 0) enterInner(inner, entered, entry.variables, engine);
  for (const { to, output, assigned } of exitsOf(entered, outputsOf(inner))) {
    if (to === undefined) leave(within, output, engine);
    else enter(to, output, withVariables(entry.variables, assigned, engine.numberOf), engine);
  }
}

const NO_OUTPUTS: readonly (Possible | undefined)[] = [];

function outputsOf(inner: readonly Region[]): readonly (Possible | undefined)[] {
  return inner.length === 0 ? NO_OUTPUTS : inner.map(({ output }) => output);
}

/** What a state is entered with, widened where it would go on growing. */
function settled(node: Node): Entry {
  const { entry = UNREACHED, seen } = node;
  let next = entry;
  if (seen !== undefined && entry !== seen) {
    node.rounds++;
    if (node.rounds > ROUNDS_UNTIL_ANYTHING) next = ANYTHING;
    else if (node.rounds > ROUNDS_UNTIL_WIDENED) {
      next = { input: widen(seen.input, entry.input), variables: widenVariables(seen.variables, entry.variables) };
    }
  }
  node.entry = next;
  node.seen = next;
  return next;
}

function enter(state: State, input: Possible, variables: Variables, engine: Engine): void {
  const node = engine.nodeOf.get(state);
  if (node === undefined) return;
  const old = node.entry;
  if (old === undefined) node.entry = { input, variables };
  else {
    const joined = { input: join([old.input, input]), variables: joinVariables(old.variables, variables) };
    if (joined.input === old.input && joined.variables === old.variables) return;
    node.entry = joined;
  }
  engine.queue.add(node.order);
}

function enterInner(regions: readonly Region[], entered: Entered, variables: Variables, engine: Engine): void {
  const { input, item } = innerInput(entered);
  for (const region of regions) {
    if (item !== undefined) setItem(region, item, engine);
    enter(region.workflow.start, input, variables, engine);
  }
}

function setItem(region: Region, item: Possible, engine: Engine): void {
  const joined = region.item === undefined ? item : join([region.item, item]);
  if (joined === region.item) return;
  region.item = joined;
  // The context object of every state inside has changed.
  lookAgain(region, engine);
}

function lookAgain(region: Region, engine: Engine): void {
  for (const node of region.nodes) {
    if (node.seen !== undefined) engine.queue.add(node.order);
    for (const inner of node.inner) lookAgain(inner, engine);
  }
}

function leave(region: Region, output: Possible, engine: Engine): void {
  const joined = region.output === undefined ? output : join([region.output, output]);
  if (joined === region.output) return;
  region.output = joined;
  if (region.holder !== undefined) engine.queue.add(region.holder.order);
}
