import { below, type Random, randomFrom, shuffled } from './random.ts';

/** An account that looks real: state machines of all kinds on roles of their own and on shared ones. */

export const PLACE = { partition: 'aws', region: 'eu-west-1', account: '111122223333' } as const;
/** When the sweep begins, in milliseconds since 1970. */
export const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

export interface Revision {
  /** Undefined for the first. */
  readonly id: string | undefined;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly definition: string;
}

export interface Execution {
  readonly arn: string;
  readonly started: number;
  readonly revision: Revision;
  /** The version's ARN, where an alias has started it. */
  readonly version: string | undefined;
}

export interface Machine {
  readonly name: string;
  readonly arn: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly current: Revision;
  /** The version that its alias routes to. */
  readonly routed: { readonly arn: string; readonly revision: Revision } | undefined;
  /** Those that run, the newest first. */
  readonly executions: readonly Execution[];
}

export interface Role {
  readonly name: string;
  readonly managed: boolean;
  /** What is wrong with its policy when the sweep begins. */
  readonly fault: 'none' | 'missing' | 'excess';
  readonly machines: readonly Machine[];
}

/** Roles come in blocks, so that each has the same share of everything, whatever the fleet's size. */
const BLOCK = 100;
/** Of 20 roles, how many state machines each has: most have few, some are shared by many. */
const MACHINES_PER_ROLE = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 4, 4, 4, 8, 8, 16, 38];
const MACHINES_PER_BLOCK = 500;
/** How many of a block's roles and state machines there are of a kind. */
const FAULTS = { missing: 3, excess: 3 } as const;
const MACHINES = { neverUpdated: 200, express: 150, routed: 75, running: 50 } as const;

/** So many roles: a multiple of 100. */
export function fleetOf(roles: number): readonly Role[] {
  const random = randomFrom(roles);
  return Array.from({ length: roles / BLOCK }, (_, index) => block(random, index)).flat();
}

function block(random: Random, index: number): readonly Role[] {
  const machines = machinesOf(random, index);
  const ranks = Array.from({ length: BLOCK }, (_, rank) => index * BLOCK + rank);
  const order = shuffled(random, ranks);
  const faulty = shuffled(random, order.filter(isManaged));
  const faults = new Map<number, Role['fault']>();
  for (const rank of faulty.slice(0, FAULTS.missing)) faults.set(rank, 'missing');
  for (const rank of faulty.slice(FAULTS.missing, FAULTS.missing + FAULTS.excess)) faults.set(rank, 'excess');
  let first = 0;
  return order.map((rank, position) => {
    const size = MACHINES_PER_ROLE[rank % MACHINES_PER_ROLE.length] ?? 0;
    first += size;
    return {
      name: `role-${index}-${position}`,
      managed: isManaged(rank),
      fault: faults.get(rank) ?? 'none',
      machines: machines.slice(first - size, first),
    };
  });
}

/** Nine of ten of every size. */
function isManaged(rank: number): boolean {
  const group = Math.floor(rank / MACHINES_PER_ROLE.length);
  return (rank + group) % 10 !== 0;
}

function machinesOf(random: Random, block: number): readonly Machine[] {
  const positions = Array.from({ length: MACHINES_PER_BLOCK }, (_, position) => position);
  const updated = shuffled(random, positions).slice(MACHINES.neverUpdated);
  const express = new Set(shuffled(random, positions).slice(0, MACHINES.express));
  const standard = positions.filter((position) => !express.has(position));
  const traits = {
    updated: new Set(updated),
    routed: new Set(shuffled(random, updated).slice(0, MACHINES.routed)),
    running: new Set(shuffled(random, standard).slice(0, MACHINES.running)),
  };
  return positions.map((position) =>
    machineOf(random, `flow-${block}-${position}`, {
      updated: traits.updated.has(position),
      express: express.has(position),
      routed: traits.routed.has(position),
      running: traits.running.has(position),
    }),
  );
}

interface Traits {
  readonly updated: boolean;
  readonly express: boolean;
  readonly routed: boolean;
  readonly running: boolean;
}

function machineOf(random: Random, name: string, { updated, express, routed, running }: Traits): Machine {
  const arn = `arn:aws:states:${PLACE.region}:${PLACE.account}:stateMachine:${name}`;
  const kinds = Array.from({ length: 2 + below(random, 4) }, () => below(random, STATES.length));
  const first = { id: undefined, updated: NOW - 300 * DAY, definition: definitionOf(name, kinds, 1) };
  const second = { id: `${name}-2`, updated: NOW - DAY - below(random, DAY), definition: definitionOf(name, kinds, 2) };
  const current = updated ? second : first;
  const version = routed ? { arn: `${arn}:1`, revision: first } : undefined;
  return {
    name,
    arn,
    type: express ? 'EXPRESS' : 'STANDARD',
    current,
    routed: version,
    executions: running ? executionsOf(random, name, { current, first, version }) : [],
  };
}

interface Revisions {
  readonly current: Revision;
  readonly first: Revision;
  readonly version: Machine['routed'];
}

/** Up to 20 of now; of half of the state machines up to three that are older than its last update. */
function executionsOf(random: Random, name: string, { current, first, version }: Revisions): readonly Execution[] {
  const newer = Array.from({ length: 1 + below(random, 20) }, () => ({
    started: NOW - below(random, DAY / 2),
    ...(version ? { revision: first, version: version.arn } : { revision: current, version: undefined }),
  }));
  const older = Array.from({ length: random() < 0.5 ? 0 : 1 + below(random, 3) }, () => ({
    started: current.updated - DAY - below(random, 30 * DAY),
    revision: first,
    version: undefined,
  }));
  return [...newer, ...older]
    .toSorted((a, b) => b.started - a.started)
    .map((execution, index) => ({
      ...execution,
      arn: `arn:aws:states:${PLACE.region}:${PLACE.account}:execution:${name}:${index}`,
    }));
}

/** A definition of states of these kinds; each revision calls something that the others do not. */
export function definitionOf(name: string, kinds: readonly number[], revision: number): string {
  const states = kinds.map((kind, index) => {
    const own = index === 0 ? `${name}-r${revision}` : `${name}-${index}`;
    const last = index === kinds.length - 1;
    return [`S${index}`, { ...STATES[kind]?.(own), ...(last ? { End: true } : { Next: `S${index + 1}` }) }];
  });
  return JSON.stringify({ StartAt: 'S0', States: Object.fromEntries(states) });
}

const HERE = `${PLACE.region}:${PLACE.account}`;
const STATES: readonly ((name: string) => object)[] = [
  (name) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: `arn:aws:lambda:${HERE}:function:${name}`, 'Payload.$': '$' },
  }),
  (name) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:putItem',
    Parameters: { TableName: name, Item: { id: { 'S.$': '$.id' } } },
  }),
  (name) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: {
      QueueUrl: `https://sqs.${PLACE.region}.amazonaws.com/${PLACE.account}/${name}`,
      'MessageBody.$': '$',
    },
  }),
  (name) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::sns:publish',
    Parameters: { TopicArn: `arn:aws:sns:${HERE}:${name}`, 'Message.$': '$' },
  }),
];
