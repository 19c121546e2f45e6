import { GetObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Fleet, Use } from '../src/fleet/fleet.ts';
import { attempt, orUndefined } from '../src/role/read.ts';
import { dictionary } from './dictionary.ts';

/** What the re-check and the sweep keep in the sweep's bucket, which nobody else may write. */
export const FILES = {
  /** Which state machines use which role. */
  fleet: 'fleet.json',
  /** The same while the sweep is still listing. */
  unfinished: 'unfinished.json',
  /** What the first look is at, and the second: each a list that the state machine reads. */
  roles: 'roles.json',
  again: 'again.json',
} as const;

/** The objects below these expire; see template.yaml. */
const USES = 'uses/';
const TOUCHED = 'touched/';
const AGAIN = 'again/';

/** What S3 answers where an object is not there: before the first sweep there is none. */
const NOT_THERE: ReadonlySet<string> = new Set(['NoSuchKey']);

/** S3's times are whole seconds of another clock; in milliseconds. */
const CLOCK_MARGIN = 2_000;

const fleet = z.object({ listed: z.number(), roles: dictionary(z.array(z.string())) });

/** What the first look has found for the second. */
const found = z.object({
  settled: z.string(),
  /** When it looked, in milliseconds since 1970. */
  looked: z.number(),
});
export type Found = z.output<typeof found>;

export interface Files {
  readonly fleet: (key: string, signal: AbortSignal) => Promise<Fleet | undefined>;
  readonly write: (key: string, content: unknown, signal: AbortSignal) => Promise<void>;
  /** Remembers for some days that a version or an execution of a state machine uses a role. */
  readonly remember: (use: Use, signal: AbortSignal) => Promise<void>;
  /** The same of a state machine that has just changed: a sweep that is under way may not know of that. */
  readonly touch: (use: Use, signal: AbortSignal) => Promise<void>;
  /** What both have told, of one role or of all. */
  readonly uses: (roleName: string | undefined, signal: AbortSignal) => Promise<readonly Use[]>;
  /** Whether anything that uses a role has changed since a time, in milliseconds since 1970. */
  readonly changed: (roleName: string, since: number, signal: AbortSignal) => Promise<boolean>;
  /** Says that a role of the sweep that began at `listed` is to be looked at again. */
  readonly lookAgain: (listed: number, roleName: string, what: Found, signal: AbortSignal) => Promise<void>;
  /** What `lookAgain` has told of a role; undefined where it has not. */
  readonly lookedAt: (listed: number, roleName: string, signal: AbortSignal) => Promise<Found | undefined>;
  /** The roles that `lookAgain` has told of. */
  readonly toLookAgain: (listed: number, signal: AbortSignal) => Promise<readonly string[]>;
}

export function fleetFiles(s3: S3Client, Bucket: string): Files {
  const read = (Key: string, abortSignal: AbortSignal): Promise<unknown> => {
    const request = async () => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }), { abortSignal });
      return JSON.parse((await Body?.transformToString()) ?? '');
    };
    return orUndefined('s3:GetObject', `s3://${Bucket}/${Key}`, request, NOT_THERE);
  };
  const write = async (Key: string, content: unknown, abortSignal: AbortSignal) => {
    const Body = JSON.stringify(content);
    const command = new PutObjectCommand({ Bucket, Key, Body, ContentType: 'application/json' });
    await attempt('s3:PutObject', `s3://${Bucket}/${Key}`, () => s3.send(command, { abortSignal }));
  };
  /** The objects below a prefix: their names, and when they were written. */
  const list = (Prefix: string, abortSignal: AbortSignal) =>
    attempt('s3:ListBucket', `s3://${Bucket}/${Prefix}`, async () => {
      const objects: { readonly name: string; readonly at: number }[] = [];
      for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix }, { abortSignal })) {
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          objects.push({ name: Key.slice(Prefix.length), at: LastModified?.getTime() ?? Date.now() });
        }
      }
      return objects;
    });
  return {
    fleet: async (key, signal) => {
      const parsed = fleet.safeParse(await read(key, signal));
      return parsed.success ? parsed.data : undefined;
    },
    write,
    remember: ({ roleName, machineArn }, signal) => write(`${USES}${roleName}/${machineArn}`, {}, signal),
    touch: ({ roleName, machineArn }, signal) => write(`${TOUCHED}${roleName}/${machineArn}`, {}, signal),
    uses: async (roleName, signal) => {
      const prefix = roleName === undefined ? '' : `${roleName}/`;
      const names = [...(await list(USES + prefix, signal)), ...(await list(TOUCHED + prefix, signal))];
      return names.flatMap(({ name }): readonly Use[] => {
        const [, role, machineArn] = /^([^/]+)\/(.+)$/s.exec(prefix + name) ?? [];
        return role === undefined || machineArn === undefined ? [] : [{ roleName: role, machineArn }];
      });
    },
    changed: async (roleName, since, signal) =>
      (await list(`${TOUCHED}${roleName}/`, signal)).some(({ at }) => at >= since - CLOCK_MARGIN),
    lookAgain: (listed, roleName, what, signal) => write(`${AGAIN}${listed}/${roleName}`, what, signal),
    lookedAt: async (listed, roleName, signal) => {
      const parsed = found.safeParse(await read(`${AGAIN}${listed}/${roleName}`, signal));
      return parsed.success ? parsed.data : undefined;
    },
    toLookAgain: async (listed, signal) => (await list(`${AGAIN}${listed}/`, signal)).map(({ name }) => name),
  };
}
