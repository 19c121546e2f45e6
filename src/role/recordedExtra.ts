/**
 * Which permissions of a policy were there only because a deployment's ExtraActions asked for them, and for which operations,
 * as the role's tags record it for the re-check: digests, which say of something that it was deployed and can make nothing up.
 */
export interface RecordedExtra {
  /** Of permissions and of operations; see approvalDigest and operationDigest. */
  readonly digests: ReadonlySet<string>;
  /** Those of earlier deployments, for executions that started before the last one. */
  readonly earlier: ReadonlySet<string>;
  /** False if the tags have no room for all. */
  readonly isComplete: boolean;
}

export const NO_EXTRA: RecordedExtra = { digests: new Set(), earlier: new Set(), isComplete: true };

/** The record of a deployment that comes after another. */
export function extraAfter(previous: RecordedExtra, next: RecordedExtra): RecordedExtra {
  const before = new Set([...previous.digests, ...previous.earlier]);
  const isSame = previous.digests.size === next.digests.size && [...next.digests].every((one) => before.has(one));
  return {
    digests: next.digests,
    earlier: new Set([...before].filter((one) => !next.digests.has(one))),
    // What did not fit is lost until something else is deployed.
    isComplete: next.isComplete && (previous.isComplete || !isSame),
  };
}

/** Tags of a role are few, and facts need more of them. */
const MOST_EXTRA_TAGS = 4;
/** Digests of 16 characters with a mark and a space, in a tag's 256. */
const PER_TAG = 14;
/** Characters that no digest begins with. */
const EARLIER = '@';
const MORE = '+';

/** The values of the tags; none if there is nothing to record. What is newer goes first. */
export function extraTagValues({ digests, earlier, isComplete }: RecordedExtra): readonly string[] {
  const all = [...[...digests].toSorted(), ...[...earlier].toSorted().map((one) => `${EARLIER}${one}`)];
  const most = MOST_EXTRA_TAGS * PER_TAG - 1;
  const kept = [...all.slice(0, most), ...(isComplete && all.length <= most ? [] : [MORE])];
  return Array.from({ length: Math.ceil(kept.length / PER_TAG) }, (_, index) =>
    kept.slice(index * PER_TAG, (index + 1) * PER_TAG).join(' '),
  );
}

/** Reads the values of the tags, whatever someone has written there: what is no digest matches nothing. */
export function readExtraTags(values: readonly string[]): RecordedExtra {
  const marks = values.flatMap((value) => value.split(' ')).filter((mark) => mark !== '');
  const isEarlier = (mark: string) => mark.startsWith(EARLIER);
  return {
    digests: new Set(marks.filter((mark) => mark !== MORE && !isEarlier(mark))),
    earlier: new Set(marks.filter(isEarlier).map((mark) => mark.slice(EARLIER.length))),
    isComplete: !marks.includes(MORE),
  };
}
