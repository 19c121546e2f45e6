import { compareFindings, type Finding, SEVERITIES } from '../finding.ts';
import type { Resource } from './grant.ts';

/** A finding of the analysis, and the resources of the state's grants that it is about. */
export interface GrantFinding extends Finding {
  /**
   * The same objects that the grants have, so that `about.includes(resource)` asks whether a finding is about a resource.
   * Their origins say where the names come from. None: the finding is about the call, or the state machine, as a whole.
   */
  readonly about?: readonly Resource[];
}

/** What `--json` and logs have of a finding: what people read, not what the analysis links it to. */
export function findingJson({ about: _, ...printed }: GrantFinding): Finding {
  return printed;
}

/**
 * Sorts findings; those with the same text become one, which is about the resources of all of them. The analysis walks
 * the states in order, so most findings are in order within their severity already: merging three sorted runs is faster
 * than comparing texts.
 */
export function sortFindings(findings: readonly GrantFinding[]): readonly GrantFinding[] {
  return SEVERITIES.flatMap((severity) => {
    const same = findings.filter((finding) => finding.severity === severity);
    const isSorted = same.every((finding, index) => orderAfter(same[index - 1], finding) <= 0);
    return joined(isSorted ? same : same.toSorted(compareFindings));
  });
}

function orderAfter(before: Finding | undefined, finding: Finding): number {
  return before === undefined ? -1 : compareFindings(before, finding);
}

/** Sorted findings, each text once. */
function joined(sorted: readonly GrantFinding[]): readonly GrantFinding[] {
  const once: GrantFinding[] = [];
  for (const finding of sorted) {
    const before = once.at(-1);
    if (before === undefined || compareFindings(before, finding) !== 0) once.push(finding);
    else if (finding.about !== undefined) {
      once.splice(-1, 1, { ...before, about: [...new Set([...(before.about ?? []), ...finding.about])] });
    }
  }
  return once;
}
