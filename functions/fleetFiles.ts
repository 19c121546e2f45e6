import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import { attempt, collected, unlessAbsent } from '../src/aws/request.ts';
import type { Fleet, MachineUse } from '../src/recheck/fleet.ts';
import { dictionary } from './dictionary.ts';

/**
 * The file in the sweep's bucket that says which state machines use which role. Only the re-check and the sweep may
 * write to the bucket.
 */
export const FLEET = 'fleet.json';

/** The last sweep's list alone, from which the next one sees which state machines have left a role. */
export const LIST = 'list.json';

/** The files of one execution of the sweep, by its name: no execution continues from what another has written. */
export function sweepFiles(execution: string) {
  const file = (name: string) => `sweeps/${execution}/${name}.json`;
  return {
    /** The fleet so far and the next page's token, while the sweep is still listing. */
    unfinished: file('unfinished'),
    /** The roles of the first and of the second look: lists that the state machine reads. */
    roles: file('roles'),
    again: file('again'),
    /** Roles of the first look that no check had finished when the second list was written. */
    unlooked: file('unlooked'),
    /** Written when the list is complete, and when the sweep has ended. */
    listed: file('listed'),
    finished: file('finished'),
  } as const;
}

/** Objects with these prefixes expire; see template.yaml. */
const USES = 'uses/';
const TOUCHED = 'touched/';
const AGAIN = 'again/';
const LOOKED = 'looked/';

/** S3's times are in whole seconds and from another clock; milliseconds. */
const CLOCK_MARGIN = 2_000;

const fleet = z.object({ listed: z.number(), roles: dictionary(z.array(z.string())) });

/** An unfinished list, with Step Functions' token for the next page. */
const unfinished = z.object({ fleet, nextToken: z.string() });

const listed = z.object({ listed: z.number(), roles: z.number() });

const items = z.array(z.object({ role: z.string() }));

/** The two looks of a sweep. */
export type Look = 'first' | 'second';

/** What the first look found, for the second. */
const firstLook = z.object({
  settled: z.string(),
  /** When the first look was, in milliseconds since 1970. */
  looked: z.number(),
});
export type FirstLook = z.output<typeof firstLook>;

export interface FleetFiles {
  readonly fleet: (key: typeof FLEET | typeof LIST, signal: AbortSignal) => Promise<Fleet | undefined>;
  readonly unfinished: (key: string, signal: AbortSignal) => Promise<z.output<typeof unfinished> | undefined>;
  /** When a sweep began (seconds since 1970), and how many roles it found. */
  readonly listed: (key: string, signal: AbortSignal) => Promise<z.output<typeof listed> | undefined>;
  /** The roles of a list that the state machine reads. */
  readonly items: (key: string, signal: AbortSignal) => Promise<readonly string[] | undefined>;
  readonly exists: (key: string, signal: AbortSignal) => Promise<boolean>;
  readonly write: (key: string, content: unknown, signal: AbortSignal) => Promise<void>;
  /** Remembers for some days that a version or an execution of a state machine uses a role. */
  readonly remember: (use: MachineUse, signal: AbortSignal) => Promise<void>;
  /** The same for a state machine that has just changed: a sweep in progress may not know it yet. */
  readonly recordChange: (use: MachineUse, signal: AbortSignal) => Promise<void>;
  /** What both have recorded, for one role or all. */
  readonly uses: (roleName: string | undefined, signal: AbortSignal) => Promise<readonly MachineUse[]>;
  /** Whether anything that uses a role has changed since a time, in milliseconds since 1970. */
  readonly hasChanged: (roleName: string, since: number, signal: AbortSignal) => Promise<boolean>;
  /** Records that the sweep that began at `listed` must look at a role again. */
  readonly recordFirstLook: (listed: number, roleName: string, what: FirstLook, signal: AbortSignal) => Promise<void>;
  /** What `recordFirstLook` recorded for a role; undefined if nothing. */
  readonly firstLook: (listed: number, roleName: string, signal: AbortSignal) => Promise<FirstLook | undefined>;
  /** Records that the sweep that began at `listed` has checked a role, or has reported why it couldn't. */
  readonly recordLook: (listed: number, look: Look, roleName: string, signal: AbortSignal) => Promise<void>;
  /** The roles that `recordLook` recorded. */
  readonly lookedRoles: (listed: number, look: Look, signal: AbortSignal) => Promise<readonly string[]>;
  /** The roles that `recordFirstLook` recorded. */
  readonly rolesToLookAgain: (listed: number, signal: AbortSignal) => Promise<readonly string[]>;
}

export function fleetFiles(s3: S3Client, Bucket: string): FleetFiles {
  /** Undefined if the object doesn't exist, as before the first sweep. */
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
  /** The objects with a prefix: their names without it, and when they were written. */
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
    recordChange: ({ roleName, machineArn }, signal) => write(`${TOUCHED}${roleName}/${machineArn}`, {}, signal),
    uses: async (roleName, signal) => {
      const prefix = roleName === undefined ? '' : `${roleName}/`;
      const names = [...(await list(USES + prefix, signal)), ...(await list(TOUCHED + prefix, signal))];
      return names.flatMap(({ name }): readonly MachineUse[] => {
        const [, role, machineArn] = /^([^/]+)\/(.+)$/s.exec(prefix + name) ?? [];
        return role === undefined || machineArn === undefined ? [] : [{ roleName: role, machineArn }];
      });
    },
    hasChanged: async (roleName, since, signal) =>
      (await list(`${TOUCHED}${roleName}/`, signal)).some(({ at }) => at >= since - CLOCK_MARGIN),
    recordFirstLook: (began, roleName, what, signal) => write(`${AGAIN}${began}/${roleName}`, what, signal),
    firstLook: (began, roleName, signal) => readAs(firstLook, `${AGAIN}${began}/${roleName}`, signal),
    recordLook: (began, look, roleName, signal) => write(`${LOOKED}${began}/${look}/${roleName}`, {}, signal),
    lookedRoles: async (began, look, signal) =>
      (await list(`${LOOKED}${began}/${look}/`, signal)).map(({ name }) => name),
    rolesToLookAgain: async (began, signal) => (await list(`${AGAIN}${began}/`, signal)).map(({ name }) => name),
  };
}
