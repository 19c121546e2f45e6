/**
 * Which permissions of a policy were there only because a deployment's ExtraActions asked for them, and for which
 * operations, as the role's tags record it for the re-check: digests, which say of something that it was deployed and can
 * make nothing up.
 */
export interface RecordedExtra {
  /** What the last deployment granted. */
  readonly latest: ExtraDigests;
  /** What only earlier ones did, for executions that started before the last one. */
  readonly earlier: ExtraDigests;
  /** False if the tags have no room for all. */
  readonly isComplete: boolean;
}

export interface ExtraDigests {
  /** Operation → the permissions that it got; see operationDigest and approvalDigest. */
  readonly operations: ReadonlyMap<string, ReadonlySet<string>>;
  /** Operations and permissions in tags of a version that did not tell them apart. */
  readonly unsorted: ReadonlySet<string>;
}

const NO_DIGESTS: ExtraDigests = { operations: new Map(), unsorted: new Set() };
export const NO_EXTRA: RecordedExtra = { latest: NO_DIGESTS, earlier: NO_DIGESTS, isComplete: true };

/** The record of a deployment without one before it. */
export function recordedExtra(operations: ExtraDigests['operations']): RecordedExtra {
  return { ...NO_EXTRA, latest: { ...NO_DIGESTS, operations } };
}

/** The permissions of an operation; undefined if the record does not have the operation. */
export function permissionsFor(
  { operations, unsorted }: ExtraDigests,
  operation: string,
): ReadonlySet<string> | undefined {
  return operations.get(operation) ?? (unsorted.has(operation) ? unsorted : undefined);
}

/** All digests of a record. */
export function digestsOf({ latest, earlier }: RecordedExtra): ReadonlySet<string> {
  return new Set([latest, earlier].flatMap(({ operations, unsorted }) => [...allIn(operations), ...unsorted]));
}

function allIn(operations: ExtraDigests['operations']): readonly string[] {
  return [...operations].flatMap(([operation, permissions]) => [operation, ...permissions]);
}

/**
 * The record of a deployment that comes after another. What the policy no longer has of earlier ones is forgotten: it
 * would keep nothing, and be put back by hand at most. `present`: the digests of what the policy has.
 */
export function extraAfter(previous: RecordedExtra, next: RecordedExtra, present: ReadonlySet<string>): RecordedExtra {
  const { operations } = next.latest;
  const before = joined([previous.latest.operations, previous.earlier.operations]);
  const earlier = new Map(
    [...before].flatMap(([operation, permissions]) => {
      const now = operations.get(operation);
      const kept = [...permissions].filter((one) => present.has(one) && now?.has(one) !== true);
      return kept.length === 0 ? [] : [[operation, new Set(kept)] as const];
    }),
  );
  const known = new Set([...allIn(operations), ...allIn(earlier)]);
  const unsorted = [...previous.latest.unsorted, ...previous.earlier.unsorted].filter((one) => !known.has(one));
  const isUsed = unsorted.some((one) => present.has(one));
  const ended: ExtraDigests = { operations: earlier, unsorted: new Set(isUsed ? unsorted : []) };
  return {
    latest: next.latest,
    earlier: ended,
    // What did not fit is lost until something else is deployed, or nothing is left of what came before.
    isComplete:
      next.isComplete &&
      (previous.isComplete || !isSame(previous.latest, next.latest) || (earlier.size === 0 && !isUsed)),
  };
}

function joined(maps: readonly ExtraDigests['operations'][]): ReadonlyMap<string, ReadonlySet<string>> {
  const all = Map.groupBy(
    maps.flatMap((operations) => [...operations]),
    ([operation]) => operation,
  );
  return new Map([...all].map(([operation, those]) => [operation, new Set(those.flatMap(([, one]) => [...one]))]));
}

function isSame(previous: ExtraDigests, next: ExtraDigests): boolean {
  const before = new Set([...allIn(previous.operations), ...previous.unsorted]);
  const after = new Set(allIn(next.operations));
  return before.size === after.size && [...after].every((one) => before.has(one));
}

/** Tags of a role are few, and facts need more of them. */
const MOST_EXTRA_TAGS = 4;
/** A tag's value has 256 characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */
const LONGEST_VALUE = 256;
/** Marks that no digest begins with: what is of an earlier deployment, what precedes is an operation, there is more. */
const EARLIER = '@';
const OPERATION = '=';
const MORE = '+';

/**
 * The values of the tags; none if there is nothing to record. What is newer goes first. Each value can be read by itself:
 * `OPERATION = PERMISSION PERMISSION OPERATION = …`.
 */
export function extraTagValues({ latest, earlier, isComplete }: RecordedExtra): readonly string[] {
  const values = [
    ...filled([...latest.unsorted].toSorted().map((one) => [[], one])),
    ...filled([...grouped(latest.operations, ''), ...grouped(earlier.operations, EARLIER)]),
    ...filled([...earlier.unsorted].toSorted().map((one) => [[], EARLIER + one])),
  ];
  const kept = values.slice(0, MOST_EXTRA_TAGS);
  if (isComplete && kept.length === values.length) return kept;
  return kept.length === 0 ? [MORE] : kept.with(-1, `${kept.at(-1)} ${MORE}`);
}

/** A mark, behind those that must stand before it in the same tag. */
type Entry = readonly [head: readonly string[], mark: string];

function grouped(operations: ExtraDigests['operations'], prefix: string): readonly Entry[] {
  return [...operations]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([operation, permissions]) => [
      [[], `${prefix}${operation} ${OPERATION}`] as const,
      ...[...permissions].toSorted().map((one) => [[`${prefix}${operation} ${OPERATION}`], prefix + one] as const),
    ]);
}

/** Fills values one after the other, and leaves room for the mark that there is more. */
function filled(entries: readonly Entry[]): readonly string[] {
  const values: string[] = [];
  for (const [head, mark] of entries) {
    const last = values.at(-1);
    const longer = `${last} ${mark}`;
    if (last !== undefined && longer.length + 1 + MORE.length <= LONGEST_VALUE) values[values.length - 1] = longer;
    else values.push([...head, mark].join(' '));
  }
  return values;
}

/** Reads the values of the tags, whatever someone has written there: what is no digest matches nothing. */
export function readExtraTags(values: readonly string[]): RecordedExtra {
  const latest = emptyDigests();
  const earlier = emptyDigests();
  let isComplete = true;
  for (const value of values) {
    const marks = value.split(' ').filter((mark) => mark !== '');
    let permissions: Set<string> | undefined;
    for (const [index, mark] of marks.entries()) {
      if (mark === OPERATION) continue;
      if (mark === MORE) {
        isComplete = false;
        continue;
      }
      const isEarlier = mark.startsWith(EARLIER);
      const digest = isEarlier ? mark.slice(EARLIER.length) : mark;
      const { operations, unsorted } = isEarlier ? earlier : latest;
      if (marks[index + 1] === OPERATION) {
        permissions = operations.get(digest) ?? new Set();
        operations.set(digest, permissions);
      } else (permissions ?? unsorted).add(digest);
    }
  }
  return { latest, earlier, isComplete };
}

function emptyDigests() {
  return { operations: new Map<string, Set<string>>(), unsorted: new Set<string>() };
}
