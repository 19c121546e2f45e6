import type { State, Workflow } from '../asl/workflow.ts';

export interface Ordered {
  /** Reachable from StartAt: each state after those that lead to it, except in loops; error handlers last. */
  readonly reached: readonly State[];
  /** States that nothing leads to, in the document's order. */
  readonly unreached: readonly State[];
}

/** A workflow's states in the order of execution; of a Choice first its rules in their order, then the default. */
export function inOrder({ start, states }: Workflow): Ordered {
  const seen = new Set<State>();
  const reached = follow(start, seen);
  // The handlers' states have handlers of their own: the list grows while it is walked.
  for (const { transitions } of reached) {
    for (const { kind, to } of transitions) {
      if (kind === 'catch' && to !== undefined) reached.push(...follow(to, seen));
    }
  }
  return { reached, unreached: states.filter((state) => !seen.has(state)) };
}

/** The states that this one leads to without an error, itself first. Depth first, without recursion: a chain may be long. */
function follow(start: State, seen: Set<State>): State[] {
  const finished: State[] = [];
  const open: { readonly state: State; readonly next: State[] }[] = [];
  const enter = (state: State): void => {
    if (seen.has(state)) return;
    seen.add(state);
    open.push({ state, next: withoutError(state) });
  };
  enter(start);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.next.pop();
    if (next) enter(next);
    else finished.push(...open.splice(-1).map(({ state }) => state));
  }
  return finished.reverse();
}

/** In reverse order of the transitions: the last one is followed first and so comes last in the reversed result. */
function withoutError({ transitions }: State): State[] {
  return transitions.flatMap(({ kind, to }) => (kind === 'catch' || to === undefined ? [] : to));
}
