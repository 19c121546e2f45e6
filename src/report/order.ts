import type { State, Workflow } from '../asl/graph.ts';

export interface Ordered {
  /** What can be reached from StartAt: each state after those that lead to it, but for loops; handlers of errors last. */
  readonly reached: readonly State[];
  /** What nothing leads to, in the document's order. */
  readonly unreached: readonly State[];
}

/** A workflow's states in the order of execution; of a Choice the rules in their order, then what else can happen. */
export function inOrder({ start, states }: Workflow): Ordered {
  const byPath = new Map(states.map((state) => [state.path, state]));
  const seen = new Set<string>();
  const reached = follow(start, byPath, seen);
  // What is found by it has handlers of its own: the list grows while it is walked.
  for (const { edges } of reached) {
    for (const { kind, to } of edges) {
      if (kind === 'catch' && to !== undefined) reached.push(...follow(to, byPath, seen));
    }
  }
  return { reached, unreached: states.filter(({ path }) => !seen.has(path)) };
}

/** What this state leads to without an error, itself first; depth first, without recursion: a chain may be long. */
function follow(start: string, byPath: ReadonlyMap<string, State>, seen: Set<string>): State[] {
  const finished: State[] = [];
  const open: { readonly state: State; readonly next: State[] }[] = [];
  const enter = (state: State | undefined): void => {
    if (!state || seen.has(state.path)) return;
    seen.add(state.path);
    open.push({ state, next: targetsOf(state, byPath) });
  };
  enter(byPath.get(start));
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.next.pop();
    if (next) enter(next);
    else finished.push(...open.splice(-1).map(({ state }) => state));
  }
  return finished.reverse();
}

/** In the order of the edges: the last one is followed first and so comes last when the order is turned round. */
function targetsOf({ edges }: State, byPath: ReadonlyMap<string, State>): State[] {
  return edges.flatMap(({ kind, to }) => (kind === 'catch' || to === undefined ? [] : (byPath.get(to) ?? [])));
}
