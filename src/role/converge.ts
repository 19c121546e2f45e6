import { MANAGED_TAG, type RoleState } from '../aws/role.ts';
import { mayPass } from './failure.ts';
import { type Plan, type RoleWrite, sameJson } from './plan.ts';
import type { PolicyId } from './rolefitPolicy.ts';
import type { RoleStore } from './store.ts';

export interface ConvergedRole {
  /** How many writes it took; 0 if the role was right already. */
  readonly writes: number;
  /** The role as it reads now. */
  readonly state: RoleState;
}

/** The state to reach. */
export interface Goal {
  /** Plans the writes for a role as it reads; none if it is right. */
  readonly plan: (state: RoleState) => Plan;
  /**
   * Reads the goal again. With it, the role counts as right only if a goal that was read after the last write leaves
   * nothing to write: whoever writes last knows what others needed by then.
   */
  readonly reread?: (state: RoleState) => Promise<Goal>;
}

/** IAM becomes consistent within seconds. What it doesn't show after this time is written again. Milliseconds. */
const WRITE_AGAIN = 15_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 4_000;
/** How long an error may be due to a stale read, in milliseconds. */
const LAG = 12_000;

/**
 * Reads, plans and writes until the plan is empty. Removals wait for a read that shows all additions, so the role
 * never lacks what it had and still needs. Running it again repairs a crash at any point.
 */
export async function converge(
  store: RoleStore,
  policyId: PolicyId,
  goal: Goal,
  signal: AbortSignal,
): Promise<ConvergedRole> {
  const written = new Map<string, number>();
  const start = store.now();
  /** The last write to each target. A read that doesn't show them is stale. */
  const latest = new Map<string, RoleWrite>();
  let current: TimedGoal = { goal, writes: 0 };
  let writes = 0;
  let last = Number.NEGATIVE_INFINITY;
  let refusedSince: number | undefined;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    const state = await store.read(policyId.roleName, signal);
    const next = await nextFor(current, state, writes).catch((error: unknown) => {
      // The read may be stale: try again.
      if (!mayPass(error) || store.now() - start >= LAG) throw error;
      return undefined;
    });
    const due = next?.due;
    if (next) current = next.current;
    // If another function has written in between, no read will ever show the writes made here; accept the state after
    // some time.
    const seen = store.now() - last >= LAG || [...latest.values()].every((write) => showsWrite(state, policyId, write));
    if (due?.length === 0 && seen) return { writes, state };
    for (const write of due ?? []) {
      const key = writeKey(write);
      if (store.now() - (written.get(key) ?? Number.NEGATIVE_INFINITY) < WRITE_AGAIN) continue;
      signal.throwIfAborted();
      try {
        await store.perform(policyId, write, state, signal);
      } catch (error) {
        refusedSince ??= store.now();
        if (!isTransient(state, error) || store.now() - refusedSince >= LAG) throw error;
        break;
      }
      refusedSince = undefined;
      written.set(key, store.now());
      latest.set(targetOf(write), write);
      last = store.now();
      writes++;
    }
    await store.pause(wait, signal);
  }
}

/** True if reading the role again may explain the refusal: the role opted in, and may be new, changed or deleted. */
function isTransient({ role }: RoleState, error: unknown): boolean {
  return mayPass(error) && role?.tags.get(MANAGED_TAG) === 'true';
}

/** A goal, and the number of writes made before it was read. */
interface TimedGoal {
  readonly goal: Goal;
  readonly writes: number;
}

/** The writes that are due. If a goal older than the last write leaves nothing to do, reads the goal again. */
async function nextFor(
  current: TimedGoal,
  state: RoleState,
  writes: number,
): Promise<{ readonly due: readonly RoleWrite[]; readonly current: TimedGoal }> {
  const due = writesOf(current.goal, state);
  if (due.length > 0 || writes === current.writes || !current.goal.reread) return { due, current };
  const latest = { goal: await current.goal.reread(state), writes };
  return { due: writesOf(latest.goal, state), current: latest };
}

/** Additions first; removals only if there is nothing to add. */
function writesOf({ plan }: Goal, state: RoleState): readonly RoleWrite[] {
  const { add, remove } = plan(state);
  return add.length > 0 ? add : remove;
}

/** What a write changes: a later write to the same target supersedes it. */
function targetOf(write: RoleWrite): string {
  switch (write.kind) {
    case 'tagRole':
    case 'untagRole':
      return 'tags';
    case 'putInline':
    case 'deleteInline':
      return 'inline';
    case 'createManaged':
    case 'attach':
      return write.name;
    case 'restoreManaged':
    case 'detach':
    case 'deleteManaged':
      return write.arn.slice(write.arn.lastIndexOf('/') + 1);
  }
}

/** True if the role as read shows the write. */
function showsWrite(
  { role, inline, attached, managed }: RoleState,
  { policyName }: PolicyId,
  write: RoleWrite,
): boolean {
  switch (write.kind) {
    case 'tagRole':
      return [...write.tags].every(([key, value]) => role?.tags.get(key) === value);
    case 'untagRole':
      return !write.keys.some((key) => role?.tags.has(key));
    case 'putInline':
      return sameJson(inline.get(policyName), write.document);
    case 'deleteInline':
      return !inline.has(policyName);
    case 'createManaged':
      return managed.some(({ name }) => name === write.name);
    case 'attach':
      return [...attached].some((arn) => arn.endsWith(`/${write.name}`));
    case 'restoreManaged':
      return managed.some(({ arn, version }) => arn === write.arn && version === 'v1');
    case 'detach':
      return !attached.has(write.arn);
    case 'deleteManaged':
      return !managed.some(({ arn }) => arn === write.arn);
  }
}

function writeKey(write: RoleWrite): string {
  return JSON.stringify(write.kind === 'tagRole' ? { ...write, tags: [...write.tags] } : write);
}
