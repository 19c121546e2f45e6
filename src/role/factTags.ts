import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { isArray, type Json } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import type { StatedFacts } from '../facts/fact.ts';
import { type FactRecord, mergedFacts, NO_FACTS, type RecordedFacts, smallerRecords } from './recordedFacts.ts';
import { writtenFacts } from './writtenFacts.ts';

/**
 * Recorded facts as the values of tags: compressed JSON, cut into pieces of a tag's length. The first piece says how
 * many there are, since others may be left from a longer record.
 */

/** IAM allows 50 tags on a role; the rest is for people and for other policies. */
export const MOST_FACT_TAGS = 20;

/**
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules. All characters of base64 are
 * allowed.
 */
const LONGEST_VALUE = 256;

/** Bytes of JSON. Whoever may tag the role could write a small text that becomes a huge one. */
const MOST_JSON = 262_144;

/** The values of the tags, at most `room` of them; none if there is nothing to record. */
export function factTagValues(record: RecordedFacts, room: number): readonly string[] {
  if (record.facts.length === 0 && record.isComplete && record.earlier.length === 0) return [];
  const most = Math.max(1, Math.min(room, MOST_FACT_TAGS));
  let values: readonly string[] = [];
  for (const smaller of smallerRecords(record)) {
    values = piecesOf(smaller);
    if (values.length > 0 && values.length <= most) break;
  }
  return values;
}

/** Empty if the text is longer than what is read back. */
function piecesOf({ facts, isComplete, earlier }: RecordedFacts): readonly string[] {
  const json = JSON.stringify([
    isComplete,
    written(facts),
    ...earlier.map((record) => [record.until, record.isComplete, written(record.facts)]),
  ]);
  if (Buffer.byteLength(json) > MOST_JSON) return [];
  const text = deflateRawSync(json, { level: constants.Z_BEST_COMPRESSION }).toString('base64');
  const few = Math.ceil((text.length + 2) / LONGEST_VALUE);
  const count = few < 10 ? few : Math.ceil((text.length + 3) / LONGEST_VALUE);
  const all = `${count}:${text}`;
  return Array.from({ length: count }, (_, index) => all.slice(index * LONGEST_VALUE, (index + 1) * LONGEST_VALUE));
}

function written(stated: readonly StatedFacts[]) {
  return Object.fromEntries(mergedFacts(stated).map(({ resource, facts }) => [resource, facts]));
}

/** Reads the values of the tags. What cannot be read is an incomplete record, and no error: anyone may have written it. */
export function readFactTags(values: ReadonlyMap<number, string>): RecordedFacts {
  if (values.size === 0) return NO_FACTS;
  try {
    return recordIn(joined(values));
  } catch {
    return { ...NO_FACTS, isComplete: false };
  }
}

function joined(values: ReadonlyMap<number, string>): string {
  const [, count = '', first = ''] = /^(\d{1,2}):(.*)$/.exec(values.get(1) ?? '') ?? [];
  const pieces = Array.from({ length: Number(count) }, (_, index) => (index === 0 ? first : values.get(index + 1)));
  if (pieces.length === 0 || pieces.length > MOST_FACT_TAGS || pieces.includes(undefined)) throw new Error('a gap');
  return pieces.join('');
}

/** Throws if the text isn't a record. */
function recordIn(text: string): RecordedFacts {
  const json = parseJson(inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: MOST_JSON }).toString('utf8'));
  if (!isArray(json)) throw new Error('no record');
  const [isComplete, facts, ...earlier] = json;
  return {
    ...factRecord(isComplete, facts),
    earlier: earlier.map((one) => {
      const [until, complete, before] = isArray(one) ? one : [];
      if (typeof until !== 'number') throw new Error('no time');
      return { until, ...factRecord(complete, before) };
    }),
  };
}

function factRecord(isComplete: Json | undefined, facts: Json | undefined): FactRecord {
  if (typeof isComplete !== 'boolean') throw new Error('no record');
  return { facts: writtenFacts(facts), isComplete };
}
