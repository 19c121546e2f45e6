import { NO_KEY, type ResourceFacts, type StatedFacts } from '../facts/fact.ts';

/**
 * The facts on which a deployed policy rests, as the role's tags record them for the re-check: what it grants must not
 * depend on what AWS says later.
 */

export interface FactRecord {
  readonly facts: readonly StatedFacts[];
  /** False if the deployment knew more than the tags hold, or if they cannot be read. */
  readonly isComplete: boolean;
}

/** What an earlier deployment knew and a later one didn't, or knew differently. */
export interface EarlierFacts extends FactRecord {
  /** When the later one was deployed, in seconds since 1970: executions that started before may need it. */
  readonly until: number;
}

export interface RecordedFacts extends FactRecord {
  /** The latest first. */
  readonly earlier: readonly EarlierFacts[];
}

export const NO_FACTS: RecordedFacts = { facts: [], isComplete: true, earlier: [] };

/** How many earlier records are kept; of older ones only that they existed. */
const MOST_EARLIER = 4;

/**
 * How long a Standard execution may run, in seconds.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const LONGEST_EXECUTION = 366 * 86_400;

/** The keys of buckets, which have tags of their own, as facts. */
export function bucketFacts(bucketKeys: Readonly<Record<string, string>>, partition: string): readonly StatedFacts[] {
  return Object.entries(bucketKeys).map(([bucket, key]) => ({
    resource: `arn:${partition}:s3:::${bucket}`,
    facts: { key },
    source: 'deployment',
    place: 'BucketKeys',
  }));
}

/**
 * The record of a deployment at `now` (seconds since 1970) that comes after what the tags have recorded. `lost`: what it
 * has lost or changed beside the record.
 */
export function recordAfter(
  previous: RecordedFacts,
  next: FactRecord,
  now: number,
  lost: readonly StatedFacts[] = [],
): RecordedFacts {
  const changed = mergedFacts([...changedFacts(previous.facts, next.facts), ...lost]);
  const ended: readonly EarlierFacts[] =
    changed.length === 0 && (previous.isComplete || !next.isComplete)
      ? []
      : [{ until: now, facts: changed, isComplete: previous.isComplete }];
  const earlier = [...ended, ...previous.earlier].filter(({ until }) => until > now - LONGEST_EXECUTION);
  return { ...next, earlier: fewer(earlier) };
}

function fewer(earlier: readonly EarlierFacts[]): readonly EarlierFacts[] {
  const oldest = earlier[MOST_EARLIER];
  return oldest === undefined ? earlier : [...earlier.slice(0, MOST_EARLIER), forgotten(oldest)];
}

function forgotten({ until }: EarlierFacts): EarlierFacts {
  return { until, facts: [], isComplete: false };
}

/** The facts of the first list that the second doesn't have, without those that grant nothing. */
export function changedFacts(before: readonly StatedFacts[], after: readonly StatedFacts[]): readonly StatedFacts[] {
  const kept = new Set(
    after.flatMap(({ resource, facts }) => Object.entries(facts).map((one) => textOf(resource, one))),
  );
  return withoutNone(before).flatMap((stated) => filtered(stated, (one) => !kept.has(textOf(stated.resource, one))));
}

function textOf(resource: string, fact: readonly [string, unknown]): string {
  return JSON.stringify([resource, ...fact]);
}

/** `key: none` grants as much as a key that isn't known. */
function withoutNone(stated: readonly StatedFacts[]): readonly StatedFacts[] {
  return stated.flatMap((one) => filtered(one, ([name, value]) => name !== 'key' || value !== NO_KEY));
}

function filtered(stated: StatedFacts, keep: (fact: [string, unknown]) => boolean): readonly StatedFacts[] {
  const facts: ResourceFacts = Object.fromEntries(Object.entries(stated.facts).filter(keep));
  return Object.keys(facts).length === 0 ? [] : [{ ...stated, facts }];
}

/** Smaller and smaller records, for tags that don't have room for all; what is left out makes a record incomplete. */
export function* smallerRecords(record: RecordedFacts): Generator<RecordedFacts> {
  yield record;
  const facts = withoutNone(record.facts);
  yield { ...record, facts };
  const [latest] = record.earlier;
  const earlier = latest === undefined ? [] : [forgotten(latest)];
  if (latest !== undefined) yield { ...record, facts, earlier };
  // In few steps: each of them is compressed to see how long it is.
  for (let most = facts.length; most > 0; ) {
    most = Math.floor(most * 0.9);
    yield { facts: facts.slice(0, most), isComplete: false, earlier };
  }
}

/**
 * What held for each time that executions may be from: now, then before the last deployment, then before the one
 * before it. Whoever needs nothing older takes the first ones only.
 */
export function factsByTime({ facts, earlier }: RecordedFacts): readonly (readonly StatedFacts[])[] {
  const times: (readonly StatedFacts[])[] = [facts];
  let known = facts;
  for (const record of earlier) times.push((known = mergedFacts([...known, ...record.facts])));
  return times;
}

/** One entry for each resource, sorted; of two values of one fact the last counts. */
export function mergedFacts(stated: readonly StatedFacts[]): readonly StatedFacts[] {
  const merged = new Map<string, StatedFacts>();
  for (const one of stated) {
    const known = merged.get(one.resource);
    merged.set(one.resource, known === undefined ? one : { ...one, facts: { ...known.facts, ...one.facts } });
  }
  return [...merged].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
