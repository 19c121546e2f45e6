import { MANAGED_TAG, type RoleState } from '../aws/role.ts';
import { mayPass } from './failure.ts';
import { type Plan, type RoleWrite, sameJson } from './plan.ts';
import type { PolicyId } from './rolefitPolicy.ts';
import type { RoleStore } from './store.ts';

export interface ConvergedRole {
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
export async function converge(
  store: RoleStore,
  policyId: PolicyId,
  goal: Goal,
  signal: AbortSignal,
): Promise<ConvergedRole> {
  const written = new Map<string, number>();
  const start = store.now();
  /** The last write of each kind and name: a read that does not show them is older than they are. */
  const latest = new Map<string, RoleWrite>();
  let current: TimedGoal = { goal, writes: 0 };
  let writes = 0;
  let last = Number.NEGATIVE_INFINITY;
  let refusedSince: number | undefined;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal.throwIfAborted();
    const state = await store.read(policyId.roleName, signal);
    const next = await nextFor(current, state, writes).catch((error: unknown) => {
      // The state may be one that reading again changes.
      if (!mayPass(error) || store.now() - start >= LAG) throw error;
      return undefined;
    });
    const due = next?.due;
    if (next) current = next.current;
    // Where another function has written since, a read never shows what was written here: it counts after some time.
    const seen = store.now() - last >= LAG || [...latest.values()].every((write) => shows(state, policyId, write));
    if (due?.length === 0 && seen) return { writes, state };
    for (const write of due ?? []) {
      const key = writeKey(write);
      if (store.now() - (written.get(key) ?? Number.NEGATIVE_INFINITY) < WRITE_AGAIN) continue;
      signal.throwIfAborted();
      try {
        await store.perform(policyId, write, state, signal);
      } catch (error) {
        refusedSince ??= store.now();
        if (!mayPassFor(state, error) || store.now() - refusedSince >= LAG) throw error;
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

/** True where reading the role again may tell why a write was refused: it did opt in, and may be new, changed, or gone. */
function mayPassFor({ role }: RoleState, error: unknown): boolean {
  return mayPass(error) && role?.tags.get(MANAGED_TAG) === 'true';
}

/** A goal, and how many writes there had been when it was read. */
interface TimedGoal {
  readonly goal: Goal;
  readonly writes: number;
}

/** The writes that are due, by a goal that is read again where nothing is left to write by one that is older than the last write. */
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

/** Removals only where nothing is left to add. */
function writesOf({ plan }: Goal, state: RoleState): readonly RoleWrite[] {
  const { add, remove } = plan(state);
  return add.length > 0 ? add : remove;
}

/** What a write is about: a later one for the same replaces it. */
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

/** True where a role as it reads shows that a write was taken. */
function shows({ role, inline, attached, managed }: RoleState, { policyName }: PolicyId, write: RoleWrite): boolean {
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
