/** How old the documents of AWS managed policies are: AWS edits some of them every week, and says so nowhere else. */

interface Aged {
  readonly edited: string;
  readonly version: string;
}

const DAY = 24 * 60 * 60 * 1000;

/** `asOf` is the newest edit of any policy in the source: what AWS has edited since is not known. */
export function ageLines(policies: Readonly<Record<string, Aged>>, asOf: string, today: Date): readonly string[] {
  const days = Math.floor((today.getTime() - Date.parse(asOf)) / DAY);
  const sorted = Object.entries(policies).toSorted(([, one], [, other]) => (one.edited < other.edited ? 1 : -1));
  const [newest] = sorted;
  const oldest = sorted.at(-1);
  if (newest === undefined || oldest === undefined) return ['No managed policy is known.'];
  const shown = ([name, { edited, version }]: readonly [string, Aged]) => `${name} ${version} of ${edited}`;
  return [
    `${sorted.length} managed policies, as AWS had them on ${asOf}: ${days} days ago.`,
    `The last edit among them is ${shown(newest)}, the oldest document is ${shown(oldest)}.`,
    'What AWS has edited since is unknown here; https://docs.aws.amazon.com/aws-managed-policy/latest/reference/<name>.html has the version and date of each.',
  ];
}
