import { MANAGED_TAG, type RoleState } from '../aws/role.ts';
import { mayPass } from './failure.ts';
import type { Owned } from './owned.ts';
import { type Plan, type Step, sameJson } from './plan.ts';
import type { RoleStore } from './store.ts';

export interface Written {
  /** How many writes it took; 0 where the role was right already. */
  readonly writes: number;
  /** The role as it reads now. */
  readonly state: RoleState;
}

/** What a role is to be like. */
export interface Goal {
  /** What to write to a role as it reads; nothing where it is right. */
  readonly plan: (state: RoleState) => Plan;
  /**
   * Where given, the role is right only if nothing is left to write by a goal that was read after the last write: whoever writes
   * last knows what others wanted by then.
   */
  readonly reread?: (state: RoleState) => Promise<Goal>;
}

/** IAM agrees within seconds; what it still does not show after this long is written again, in milliseconds. */
const WRITE_AGAIN = 15_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;
/** How long a refusal may be the work of a read that lags behind, in milliseconds. */
const LAG = 12_000;

/**
 * Reads, plans and writes until the plan is empty. Removals wait for a read that shows all additions, so the role never
 * lacks what it had and still needs. A crash at any point is made good by running it again.
 */
export async function converge(store: RoleStore, owned: Owned, goal: Goal, signal: AbortSignal): Promise<Written> {
  const written = new Map<string, number>();
  const start = store.now();
  /** The last write of each kind and name: a read that does not show them is older than they are. */
  const latest = new Map<string, Step>();
  let current: Current = { goal, writes: 0 };
  let writes = 0;
  let last = Number.NEGATIVE_INFINITY;
  let refusedSince: number | undefined;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    const state = await store.read(owned.roleName, signal);
    const next = await nextFor(current, state, writes).catch((error: unknown) => {
      // The state may be one that reading again changes.
      if (!mayPass(error) || store.now() - start >= LAG) throw error;
      return undefined;
    });
    const steps = next?.steps;
    if (next) current = next.current;
    // Where another function has written since, a read never shows what was written here: it counts after some time.
    const seen = store.now() - last >= LAG || [...latest.values()].every((step) => shows(state, owned, step));
    if (steps?.length === 0 && seen) return { writes, state };
    for (const step of steps ?? []) {
      const key = keyOf(step);
      if (store.now() - (written.get(key) ?? Number.NEGATIVE_INFINITY) < WRITE_AGAIN) continue;
      signal.throwIfAborted();
      try {
        await store.perform(owned, step, state, signal);
      } catch (error) {
        refusedSince ??= store.now();
        if (!mayPassFor(state, error) || store.now() - refusedSince >= LAG) throw error;
        break;
      }
      refusedSince = undefined;
      written.set(key, store.now());
      latest.set(targetOf(step), step);
      last = store.now();
      writes++;
    }
    await store.pause(wait, signal);
  }
}

/** True where reading the role again may tell why a write was refused: it did opt in, and may be new, changed, or gone. */
function mayPassFor({ role }: RoleState, error: unknown): boolean {
  return mayPass(error) && role?.tags.get(MANAGED_TAG) === 'true';
}

/** A goal, and how many writes there had been when it was read. */
interface Current {
  readonly goal: Goal;
  readonly writes: number;
}

/** The steps to take now, by a goal that is read again where nothing is left to write by one that is older than the last write. */
async function nextFor(
  current: Current,
  state: RoleState,
  writes: number,
): Promise<{ readonly steps: readonly Step[]; readonly current: Current }> {
  const steps = stepsOf(current.goal, state);
  if (steps.length > 0 || writes === current.writes || !current.goal.reread) return { steps, current };
  const latest = { goal: await current.goal.reread(state), writes };
  return { steps: stepsOf(latest.goal, state), current: latest };
}

/** Removals only where nothing is left to add. */
function stepsOf({ plan }: Goal, state: RoleState): readonly Step[] {
  const { add, remove } = plan(state);
  return add.length > 0 ? add : remove;
}

/** What a step is about: a later one for the same replaces it. */
function targetOf(step: Step): string {
  switch (step.kind) {
    case 'tagRole':
    case 'untagRole':
      return 'tags';
    case 'putInline':
    case 'deleteInline':
      return 'inline';
    case 'createManaged':
    case 'attach':
      return step.name;
    case 'restoreManaged':
    case 'detach':
    case 'deleteManaged':
      return step.arn.slice(step.arn.lastIndexOf('/') + 1);
  }
}

/** True where a role as it reads shows that a step was taken. */
function shows({ role, inline, attached, managed }: RoleState, { policyName }: Owned, step: Step): boolean {
  switch (step.kind) {
    case 'tagRole':
      return [...step.tags].every(([key, value]) => role?.tags.get(key) === value);
    case 'untagRole':
      return !step.keys.some((key) => role?.tags.has(key));
    case 'putInline':
      return sameJson(inline.get(policyName), step.document);
    case 'deleteInline':
      return !inline.has(policyName);
    case 'createManaged':
      return managed.some(({ name }) => name === step.name);
    case 'attach':
      return [...attached].some((arn) => arn.endsWith(`/${step.name}`));
    case 'restoreManaged':
      return managed.some(({ arn, version }) => arn === step.arn && version === 'v1');
    case 'detach':
      return !attached.has(step.arn);
    case 'deleteManaged':
      return !managed.some(({ arn }) => arn === step.arn);
  }
}

function keyOf(step: Step): string {
  return JSON.stringify(step.kind === 'tagRole' ? { ...step, tags: [...step.tags] } : step);
}
