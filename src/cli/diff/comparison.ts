import { basename } from 'node:path';
import { type Difference, diff, NOTHING } from '../../analysis/diff.ts';
import type { Fit } from '../../analysis/fit.ts';
import type { Finding } from '../../finding.ts';
import { Failure } from '../failure.ts';
import type { StateMachine, StateMachines } from '../input/stateMachines.ts';

/** A state machine on either side; undefined where that side does not have it. */
export interface Sides<T> {
  /** What both sides know it by. */
  readonly label: string;
  readonly old: T | undefined;
  readonly new: T | undefined;
}

export interface Compared {
  readonly label: string;
  readonly status: 'changed' | 'same' | 'added' | 'removed';
  readonly difference: Difference;
  /** Of the new version: they decide the exit status. */
  readonly findings: readonly Finding[];
}

/**
 * Pairs the state machines of two sides. If each side has one, they are a pair whatever they are called; of several, those
 * with the same logical ID, and in a CDK app also the same template, are.
 */
export function paired(
  before: StateMachines,
  after: StateMachines,
  only: string | undefined,
): readonly Sides<StateMachine>[] {
  const old = ofInterest(before, only);
  const now = ofInterest(after, only);
  if (only !== undefined && old.length + now.length === 0) {
    throw new Failure(`diff: neither side has the state machine ${only}`);
  }
  const [oldOne, newOne] = [old[0], now[0]];
  if (old.length === 1 && now.length === 1 && oldOne && newOne) {
    return [{ label: newOne.template?.machine.logicalId ?? newOne.label, old: oldOne, new: newOne }];
  }
  for (const [side, other, name] of [
    [old, now, 'NEW'],
    [now, old, 'OLD'],
  ] as const) {
    if (other.length > 1 && side.some(({ template, inProject }) => template === undefined && inProject === undefined)) {
      throw new Failure(
        `diff: ${name} has ${other.length} state machines, the other side is a definition; choose one with --state-machine`,
      );
    }
  }
  const isClear = [old, now].every((side) => new Set(side.map(idOf)).size === side.length);
  const keyOnSide = (one: StateMachine) => (isClear ? idOf(one) : `${basename(one.file)} ${idOf(one)}`);
  const oldByKey = new Map(old.map((one) => [keyOnSide(one), one]));
  const newByKey = new Map(now.map((one) => [keyOnSide(one), one]));
  const keys = new Set([...newByKey.keys(), ...oldByKey.keys()]);
  // A state machine that one side cannot read is neither new nor gone: it is listed as unreadable, and not compared.
  const unreadable = [...before.unreadable, ...after.unreadable];
  const isUnread = (one: StateMachine | undefined) =>
    unreadable.some(({ logicalId, file }) =>
      logicalId === undefined ? basename(file) === basename(one?.file ?? '') : logicalId === idOf(one),
    );
  return [...keys]
    .map((label) => ({ label, old: oldByKey.get(label), new: newByKey.get(label) }))
    .filter((pair) => (pair.old && pair.new) || !isUnread(pair.old ?? pair.new));
}

function ofInterest({ stateMachines }: StateMachines, only: string | undefined): readonly StateMachine[] {
  return stateMachines.filter(
    ({ template }) => only === undefined || template === undefined || template.machine.logicalId === only,
  );
}

function idOf(stateMachine: StateMachine | undefined): string {
  return stateMachine?.template?.machine.logicalId ?? stateMachine?.inProject ?? stateMachine?.label ?? '';
}

export function compared({ label, old, new: now }: Sides<Fit>): Compared {
  const difference = diff(old ?? NOTHING, now ?? NOTHING);
  const status = old === undefined ? 'added' : now === undefined ? 'removed' : difference.same ? 'same' : 'changed';
  return { label, status, difference, findings: now?.findings ?? [] };
}
