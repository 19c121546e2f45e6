import type { State, Workflow } from '../../asl/states.ts';
import { unknownValue } from '../domain/construct.ts';
import { join } from '../domain/join.ts';
import type { Possible } from '../domain/possible.ts';
import { widen } from '../domain/widen.ts';
import { contextOf, type Start } from '../jsonpath/context.ts';
import { type Evaluator, evaluator, type Scope } from './expression.ts';
import { type Queue, queueOf } from './queue.ts';
import { branchInput, exitsOf, type Here, itemInput, resultOf, targetsOf, taskResult } from './transfer.ts';
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
  readonly startAt: string;
  readonly nodes: Map<string, Node>;
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
  const top = regionOf(workflow, undefined, nodes);
  const engine: Engine = { start, evaluator: evaluator(), numberOf: numbering(), queue: queueOf() };
  enter(top.nodes.get(top.startAt), { input: start.input, variables: NO_VARIABLES }, engine);
  for (let order = engine.queue.take(); order !== undefined; order = engine.queue.take()) {
    const node = nodes[order];
    if (node) look(node, engine);
  }
  const byState = new Map(nodes.map((node) => [node.state, node]));
  return {
    scopeOf: (state) => {
      const node = byState.get(state);
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
}

/** Numbers the states of a workflow that can be reached, and of those inside it. */
function regionOf(workflow: Workflow, holder: Node | undefined, nodes: Node[]): Region {
  const region: Region = {
    startAt: workflow.startAt,
    nodes: new Map(),
    holder,
    item: undefined,
    output: undefined,
  };
  for (const state of inOrder(workflow)) {
    const inner: Region[] = [];
    const node: Node = {
      state,
      within: region,
      inner,
      order: nodes.length,
      entry: undefined,
      seen: undefined,
      rounds: 0,
    };
    nodes.push(node);
    region.nodes.set(state.name, node);
    for (const workflowInside of state.inner) inner.push(regionOf(workflowInside, node, nodes));
  }
  return region;
}

/** The states that can be reached, each before those that follow it where no loop forbids that. */
function inOrder({ startAt, states }: Workflow): readonly State[] {
  if (states.length === 1) return states;
  const waiting = new Map(states.map((state) => [state.name, state]));
  const done: State[] = [];
  const open: { readonly state: State; readonly next: string[] }[] = [];
  const visit = (name: string): void => {
    const state = waiting.get(name);
    if (state === undefined) return;
    waiting.delete(name);
    open.push({ state, next: targetsOf(state) });
  };
  visit(startAt);
  // An own stack: a chain of 25,000 states would end the language's.
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    const name = last.next.pop();
    if (name !== undefined) visit(name);
    else {
      done.push(last.state);
      open.pop();
    }
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
  while (around?.holder !== undefined && around.holder.state.type !== 'Map') around = around.holder.within;
  return around?.holder?.state.acts === undefined ? around?.item : undefined;
}

/** Sees where a state leads, with all that is known to reach it by now. */
function look(node: Node, engine: Engine): void {
  const entry = settled(node);
  const { state, inner } = node;
  const here: Here = { state, scope: scopeAt(state, entry, node.within, engine), evaluator: engine.evaluator };
  if (inner.length > 0) enterInner(node, here, entry.variables, engine);
  for (const { to, output, assigned } of exitsOf(here, resultIn(node))) {
    if (to === undefined) leave(node.within, output, engine);
    else {
      const variables = withVariables(entry.variables, assigned, engine.numberOf);
      enter(node.within.nodes.get(to), { input: output, variables }, engine);
    }
  }
}

function resultIn({ state, inner }: Node): Possible | 'none' | undefined {
  if (inner.length > 0) {
    const outputs = inner.map(({ output }) => output);
    return resultOf(state, outputs);
  }
  return state.type === 'Task' ? taskResult(state) : 'none';
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

function enter(node: Node | undefined, entry: Entry, engine: Engine): void {
  if (node === undefined) return;
  const old = node.entry;
  if (old === undefined) node.entry = entry;
  else {
    const input = join([old.input, entry.input]);
    const variables = joinVariables(old.variables, entry.variables);
    if (input === old.input && variables === old.variables) return;
    node.entry = { input, variables };
  }
  engine.queue.add(node.order);
}

function enterInner(node: Node, here: Here, variables: Variables, engine: Engine): void {
  const { input, item } = node.state.type === 'Map' ? itemInput(here) : branchInput(here);
  for (const region of node.inner) {
    if (item !== undefined) setItem(region, item, engine);
    enter(region.nodes.get(region.startAt), { input, variables }, engine);
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
  for (const node of region.nodes.values()) {
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
