import { Graph, layout as layoutGraph, type Point } from '@dagrejs/dagre';
import type { State, Transition, Workflow } from '../asl/workflow.ts';
import { visible } from './html.ts';
import { pixels, shorten } from './text.ts';
import { whenWords } from './when.ts';

/** A workflow whose states have places; coordinates are its own, from its upper left corner. */
export interface PlacedWorkflow {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly edges: readonly PlacedEdge[];
  /** The centres of the dots where it starts and ends. */
  readonly start: Point;
  readonly end: Point | undefined;
  /** Notes that stand for many transitions, from which one line leads to their target. */
  readonly notes: readonly PlacedLabel[];
}

export interface PlacedState {
  readonly state: State;
  /** The upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly inner: readonly PlacedInner[];
}

/** A branch or an item processor inside a state, from that state's upper left corner. */
export interface PlacedInner {
  readonly x: number;
  readonly y: number;
  readonly workflow: PlacedWorkflow;
}

export interface PlacedEdge {
  readonly kind: Transition['kind'] | 'start' | 'end';
  readonly points: readonly Point[];
  readonly label: PlacedLabel | undefined;
}

export interface PlacedLabel {
  /** Its centre. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const DOT = 5;
const LABEL_SIZE = 11.5;
export const CARD_WIDTH = 236;
const LABEL_WIDTH = 170;
/** So many lines to one handler say less than a note in each card. */
const CROWD = 4;
const PAD = 14;
const GAP = { rank: 30, node: 28, edge: 18, inner: 14 } as const;

/**
 * Dagre's time grows with the square of long transitions, and no one could follow so many: a workflow beyond this stands
 * in a column in the document's order. AWS's limit of 1 MB allows thousands of states.
 */
const LAID_OUT = { states: 1000, extraLines: 300 } as const;

/**
 * Gives every state a place. Inner workflows are laid out first and are then nodes of the outer one, so that each
 * keeps its own shape; `headOf` returns how much room a state's own text needs.
 */
export function place(workflow: Workflow, headOf: (state: State) => Size): PlacedWorkflow {
  const sized = workflow.states.map((state) => sizeState(state, headOf));
  const handlers = handlersOf(workflow.states);
  const lines = linesOf(workflow, handlers);
  const tooMany = sized.length > LAID_OUT.states || lines.length - sized.length > LAID_OUT.extraLines;
  return tooMany ? column(sized) : arrange(sized, lines, handlers);
}

type SizedState = Omit<PlacedState, 'x' | 'y'>;

function sizeState(state: State, headOf: (state: State) => Size): SizedState {
  const head = headOf(state);
  if (state.inner.length === 0) return { state, ...head, inner: [] };
  const placed = state.inner.map((inner) => place(inner, headOf));
  const inner: PlacedInner[] = [];
  let x = PAD;
  for (const part of placed) {
    inner.push({ x, y: head.height, workflow: part });
    x += part.width + GAP.inner;
  }
  const width = Math.max(head.width, x - GAP.inner + PAD);
  const spare = (width - (x - GAP.inner + PAD)) / 2;
  const height = head.height + Math.max(...placed.map((part) => part.height)) + PAD;
  return { state, width, height, inner: inner.map((part) => ({ ...part, x: part.x + spare })) };
}

/**
 * The states that catch the errors of so many others that lines would hide the workflow: JSON Pointer → how many. A
 * state that leads there says it in its card instead.
 */
export function handlersOf(states: readonly State[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { transitions } of states) {
    const caughtBy = new Set(transitions.flatMap(({ kind, to }) => (kind === 'catch' && to ? to.path : [])));
    for (const path of caughtBy) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count >= CROWD));
}

/** An edge to draw: transitions of the same kind to the same state are one. */
interface Line {
  readonly kind: PlacedEdge['kind'];
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

const START = 'start';
const END = 'end';

function linesOf({ start, states }: Workflow, handlers: ReadonlyMap<string, number>): readonly Line[] {
  // Numbers, not names: a state may be called anything, `__proto__` too.
  const ids = new Map(states.map(({ path }, index) => [path, String(index)]));
  const lines: Line[] = [{ kind: 'start', from: START, to: ids.get(start.path) ?? '0', text: '' }];
  for (const { path, transitions, ends } of states) {
    const from = ids.get(path) ?? '0';
    const grouped = Map.groupBy(
      transitions.filter(({ to, kind }) => to !== undefined && !(kind === 'catch' && handlers.has(to.path))),
      ({ kind, to }) => `${kind} ${to?.path}`,
    );
    for (const [first, ...others] of grouped.values()) {
      if (first === undefined) continue;
      const to = ids.get(first.to?.path ?? '') ?? '0';
      lines.push({ kind: first.kind, from, to, text: labelOf(first, others.length) });
    }
    if (ends) lines.push({ kind: 'end', from, to: END, text: '' });
  }
  for (const path of handlers.keys())
    lines.push({ kind: 'catch', from: noteOf(path), to: ids.get(path) ?? '0', text: '' });
  return lines;
}

function noteOf(path: string): string {
  return `note ${path}`;
}

function labelOf(first: Transition, others: number): string {
  switch (first.kind) {
    case 'next':
      return '';
    case 'default':
      return 'otherwise';
    case 'choice':
      return others > 0 ? `${others + 1} rules` : shorten(visible(whenWords(first)), LABEL_SIZE, LABEL_WIDTH);
    case 'catch':
      return others > 0
        ? `${others + 1} catchers`
        : shorten(visible(`catch ${whenWords(first)}`), LABEL_SIZE, LABEL_WIDTH);
  }
}

function arrange(
  sized: readonly SizedState[],
  lines: readonly Line[],
  handlers: ReadonlyMap<string, number>,
): PlacedWorkflow {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: GAP.node,
    ranksep: GAP.rank,
    edgesep: GAP.edge,
    marginx: PAD,
    marginy: PAD,
  });
  const notes = [...handlers].map(([path, count]) => ({ id: noteOf(path), text: `errors of ${count} states` }));
  for (const { id, text } of notes) graph.setNode(id, labelSize(text));
  graph.setNode(START, { width: 2 * DOT, height: 2 * DOT });
  for (const [index, { width, height }] of sized.entries()) graph.setNode(String(index), { width, height });
  const hasEnd = lines.some(({ to }) => to === END);
  if (hasEnd) graph.setNode(END, { width: 2 * DOT, height: 2 * DOT });
  for (const [index, { from, to, text, kind }] of lines.entries()) {
    const label = text === '' ? { width: 0, height: 0 } : labelSize(text);
    // The main road runs straight; what is caught goes around it.
    const weight = kind === 'catch' ? 1 : 4;
    graph.setEdge(from, to, { ...label, labelpos: 'c', weight }, String(index));
  }
  layoutGraph(graph);
  const { width = 0, height = 0 } = graph.graph() ?? {};
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    states: sized.map((state, index) => {
      const { x, y } = centre(graph.node(String(index)));
      return { ...state, x: x - state.width / 2, y: y - state.height / 2 };
    }),
    edges: lines.map(({ from, to, text, kind }, index) => {
      const edge = graph.edge(from, to, String(index));
      const label = text === '' ? undefined : { ...centre(edge), text };
      return { kind, points: edge.points ?? [], label };
    }),
    start: centre(graph.node(START)),
    end: hasEnd ? centre(graph.node(END)) : undefined,
    notes: notes.map(({ id, text }) => ({ ...centre(graph.node(id)), text })),
  };
}

export function labelSize(text: string): Size {
  return { width: pixels(text, LABEL_SIZE) + 8, height: 18 };
}

function centre({ x = 0, y = 0 }: Partial<Point>): Point {
  return { x, y };
}

/** States one below the other. Only transitions to the next one are drawn; the states' sections list the others. */
function column(sized: readonly SizedState[]): PlacedWorkflow {
  const width = Math.max(...sized.map((state) => state.width)) + 2 * PAD;
  const middle = width / 2;
  const note = { x: middle, y: PAD + LABEL_SIZE, text: 'Not all transitions are drawn' };
  const start = { x: middle, y: note.y + GAP.rank };
  let y = start.y + DOT + GAP.rank;
  const states = sized.map((state): PlacedState => {
    const placed = { ...state, x: middle - state.width / 2, y };
    y += state.height + GAP.rank;
    return placed;
  });
  const edges = states.flatMap((from, index): readonly PlacedEdge[] => {
    const to = states[index + 1];
    const transition = from.state.transitions.find((candidate) => candidate.to === to?.state);
    if (to === undefined || transition === undefined) return [];
    const points = [
      { x: middle, y: from.y + from.height },
      { x: middle, y: to.y },
    ];
    return [{ kind: transition.kind, points, label: undefined }];
  });
  return { width, height: y, states, edges, start, end: undefined, notes: [note] };
}
