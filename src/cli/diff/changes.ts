import { type Change, permissionKey } from '../../analysis/diff.ts';

/** Permissions, each once however many states need it. */
export function permissionsOf(changes: readonly Change[]): number {
  return new Set(changes.map(permissionKey)).size;
}

export function wildcardsOf(changes: readonly Change[]): number {
  return permissionsOf(changes.filter(({ wildcard }) => wildcard));
}

/** Changes of one state for one purpose, on the same resource: their actions are listed together. */
export interface ChangeGroup {
  readonly sign: '+' | '-';
  readonly change: Change;
  readonly actions: readonly string[];
}

export interface StateChanges {
  readonly state: string;
  readonly groups: readonly ChangeGroup[];
}

/** What changes, state by state; what is added before what is removed. */
export function byState(added: readonly Change[], removed: readonly Change[]): readonly StateChanges[] {
  const found = new Map<string, Map<string, { sign: '+' | '-'; change: Change; actions: string[] }>>();
  const add = (sign: '+' | '-') => (change: Change) => {
    const groups = found.get(change.state) ?? new Map();
    found.set(change.state, groups);
    const { purpose, resource, conditions, origin, narrower } = change;
    const key = JSON.stringify([sign, purpose, resource, conditions, origin, narrower]);
    const same = groups.get(key);
    if (same) same.actions.push(change.action);
    else groups.set(key, { sign, change, actions: [change.action] });
  };
  added.forEach(add('+'));
  removed.forEach(add('-'));
  return [...found].map(([state, groups]) => ({ state, groups: [...groups.values()] }));
}

/** `/States/Each/ItemProcessor/States/Pay` as a person reads it: `Each > Pay`. */
export function stateNames(pointer: string): readonly string[] {
  if (pointer === '') return ['the state machine itself'];
  return pointer
    .split(/\/States\//)
    .slice(1)
    .map((part) => part.replace(/\/(ItemProcessor|Iterator|Branches\/\d+)$/, ''))
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
