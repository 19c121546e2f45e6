import { compareFindings, type Finding, SEVERITIES } from '../finding.ts';
import type { Resource } from './grant.ts';

/** A finding of the analysis, and the resources of the state's grants that it is about. */
export interface GrantFinding extends Finding {
  /**
   * The same objects as in the grants, so that `about.includes(resource)` tells whether a finding is about a resource.
   * Empty if the finding is about the whole call or state machine.
   */
  readonly about?: readonly Resource[];
}

/** A finding in `--json` and logs: what people read, without the links to resources. */
export function findingJson({ about: _, ...printed }: GrantFinding): Finding {
  return printed;
}

/**
 * Sorts findings; those with the same text become one, about the resources of all of them. The analysis walks the
 * states in order, so most findings are already sorted within their severity: merging three sorted runs is faster than
 * comparing texts.
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

/** Sorted findings, without duplicate texts. */
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
