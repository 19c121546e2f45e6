import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { attempt, collected, unlessAbsent } from '../src/aws/request.ts';
import type { Fleet, MachineUse } from '../src/recheck/fleet.ts';
import { dictionary } from './dictionary.ts';

/** What the re-check and the sweep keep in the sweep's bucket, which nobody else may write: which state machines use which role. */
export const FLEET = 'fleet.json';

/** The same as the last sweep's list alone has told it, for the next one to see who has left a role. */
export const LIST = 'list.json';

/** What one execution of the sweep keeps for itself, by its name: none goes on with what another has written. */
export function sweepFiles(execution: string) {
  const file = (name: string) => `sweeps/${execution}/${name}.json`;
  return {
    /** The fleet, and where to go on, while the sweep is still listing. */
    unfinished: file('unfinished'),
    /** What the first look is at, and the second: each a list that the state machine reads. */
    roles: file('roles'),
    again: file('again'),
    /** Of the first, those that no check had come to the end of when the second was made. */
    unlooked: file('unlooked'),
    /** That it has listed, and that it has come to its end. */
    listed: file('listed'),
    finished: file('finished'),
  } as const;
}

/** The objects below these expire; see template.yaml. */
const USES = 'uses/';
const TOUCHED = 'touched/';
const AGAIN = 'again/';
const LOOKED = 'looked/';

/** S3's times are whole seconds of another clock; in milliseconds. */
const CLOCK_MARGIN = 2_000;

const fleet = z.object({ listed: z.number(), roles: dictionary(z.array(z.string())) });

/** A list that is not at its end: the next page is where Step Functions' token says. */
const unfinished = z.object({ fleet, nextToken: z.string() });

const listed = z.object({ listed: z.number(), roles: z.number() });

const items = z.array(z.object({ role: z.string() }));

/** The two looks of a sweep. */
export type Look = 'first' | 'second';

/** What the first look has found for the second. */
const firstLook = z.object({
  settled: z.string(),
  /** When it looked, in milliseconds since 1970. */
  looked: z.number(),
});
export type FirstLook = z.output<typeof firstLook>;

export interface FleetFiles {
  readonly fleet: (key: typeof FLEET | typeof LIST, signal: AbortSignal) => Promise<Fleet | undefined>;
  readonly unfinished: (key: string, signal: AbortSignal) => Promise<z.output<typeof unfinished> | undefined>;
  /** When a sweep began, in seconds since 1970, and how many roles it has found. */
  readonly listed: (key: string, signal: AbortSignal) => Promise<z.output<typeof listed> | undefined>;
  /** The roles of a list that the state machine reads. */
  readonly items: (key: string, signal: AbortSignal) => Promise<readonly string[] | undefined>;
  readonly exists: (key: string, signal: AbortSignal) => Promise<boolean>;
  readonly write: (key: string, content: unknown, signal: AbortSignal) => Promise<void>;
  /** Remembers for some days that a version or an execution of a state machine uses a role. */
  readonly remember: (use: MachineUse, signal: AbortSignal) => Promise<void>;
  /** The same of a state machine that has just changed: a sweep that is under way may not know of that. */
  readonly touch: (use: MachineUse, signal: AbortSignal) => Promise<void>;
  /** What both have told, of one role or of all. */
  readonly uses: (roleName: string | undefined, signal: AbortSignal) => Promise<readonly MachineUse[]>;
  /** Whether anything that uses a role has changed since a time, in milliseconds since 1970. */
  readonly changed: (roleName: string, since: number, signal: AbortSignal) => Promise<boolean>;
  /** Says that a role of the sweep that began at `listed` is to be looked at again. */
  readonly lookAgain: (listed: number, roleName: string, what: FirstLook, signal: AbortSignal) => Promise<void>;
  /** What `lookAgain` has told of a role; undefined where it has not. */
  readonly lookedAt: (listed: number, roleName: string, signal: AbortSignal) => Promise<FirstLook | undefined>;
  /** Says that a check of a role has come to its end, or has told why it could not, in the sweep that began at `listed`. */
  readonly looked: (listed: number, look: Look, roleName: string, signal: AbortSignal) => Promise<void>;
  /** The roles that `looked` has told of. */
  readonly allLooked: (listed: number, look: Look, signal: AbortSignal) => Promise<readonly string[]>;
  /** The roles that `lookAgain` has told of. */
  readonly toLookAgain: (listed: number, signal: AbortSignal) => Promise<readonly string[]>;
}

export function fleetFiles(s3: S3Client, Bucket: string): FleetFiles {
  /** Undefined where the object is not there: before the first sweep there is none. */
  const read = (Key: string, abortSignal: AbortSignal): Promise<unknown> => {
    const request = async () => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }), { abortSignal });
      return JSON.parse((await Body?.transformToString()) ?? '');
    };
    return unlessAbsent('s3:GetObject', `s3://${Bucket}/${Key}`, request);
  };
  const write = async (Key: string, content: unknown, abortSignal: AbortSignal) => {
    const Body = JSON.stringify(content);
    const command = new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' });
    await attempt('s3:PutObject', `s3://${Bucket}/${Key}`, () => s3.send(command, { abortSignal }));
  };
  /** The objects below a prefix: their names, and when they were written. */
  const list = (Prefix: string, abortSignal: AbortSignal) =>
    attempt('s3:ListBucket', `s3://${Bucket}/${Prefix}`, () =>
      collected(paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }, { abortSignal }), ({ Contents = [] }) =>
        Contents.map(({ Key = '', LastModified }) => {
          return { name: Key.slice(Prefix.length), at: LastModified?.getTime() ?? Date.now() };
        }),
      ),
    );
  const readAs = async <T>(schema: z.ZodMiniType<T>, key: string, signal: AbortSignal): Promise<T | undefined> => {
    const parsed = schema.safeParse(await read(key, signal));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    fleet: (key, signal) => readAs(fleet, key, signal),
    unfinished: (key, signal) => readAs(unfinished, key, signal),
    listed: (key, signal) => readAs(listed, key, signal),
    items: async (key, signal) => (await readAs(items, key, signal))?.map(({ role }) => role),
    exists: async (key, signal) => (await read(key, signal)) !== undefined,
    write,
    remember: ({ roleName, machineArn }, signal) => write(`${USES}${roleName}/${machineArn}`, {}, signal),
    touch: ({ roleName, machineArn }, signal) => write(`${TOUCHED}${roleName}/${machineArn}`, {}, signal),
    uses: async (roleName, signal) => {
      const prefix = roleName === undefined ? '' : `${roleName}/`;
      const names = [...(await list(USES + prefix, signal)), ...(await list(TOUCHED + prefix, signal))];
      return names.flatMap(({ name }): readonly MachineUse[] => {
        const [, role, machineArn] = /^([^/]+)\/(.+)$/s.exec(prefix + name) ?? [];
        return role === undefined || machineArn === undefined ? [] : [{ roleName: role, machineArn }];
      });
    },
    changed: async (roleName, since, signal) =>
      (await list(`${TOUCHED}${roleName}/`, signal)).some(({ at }) => at >= since - CLOCK_MARGIN),
    lookAgain: (began, roleName, what, signal) => write(`${AGAIN}${began}/${roleName}`, what, signal),
    lookedAt: (began, roleName, signal) => readAs(firstLook, `${AGAIN}${began}/${roleName}`, signal),
    looked: (began, look, roleName, signal) => write(`${LOOKED}${began}/${look}/${roleName}`, {}, signal),
    allLooked: async (began, look, signal) =>
      (await list(`${LOOKED}${began}/${look}/`, signal)).map(({ name }) => name),
    toLookAgain: async (began, signal) => (await list(`${AGAIN}${began}/`, signal)).map(({ name }) => name),
  };
}
