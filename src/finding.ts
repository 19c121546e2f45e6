/**
 * A finding: something that a person must know about a definition or its policy. These fields are what is printed and
 * logged; what a finding is about besides stays inside (src/grants/findings.ts).
 *
 * `state` is the JSON Pointer (RFC 6901) of the state that it is about, such as `/States/Pay`; the empty text
 * stands for the state machine as a whole.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly state: string;
  readonly message: string;
}

/** `error`: the policy would be incomplete or unsafe, or AWS refuses the definition. */
export type Severity = 'error' | 'warning' | 'info';

export type FindingCode =
  /** A resource is known only at run time: the grant is a wildcard. */
  | 'dynamic-resource'
  /** A part of a resource's name is known only at run time: the grant is a pattern. */
  | 'partly-dynamic-resource'
  /** More values than are told apart: what they have in common is granted. */
  | 'widened-values'
  /** AWS offers no narrower resource for the action, or AWS itself chooses the resource's name. */
  | 'wildcard-resource'
  /** A known value holds `*`, `?` or `${`, which IAM would read as a pattern or a variable. */
  | 'special-characters'
  /** An argument that names the resource is missing. */
  | 'missing-argument'
  /** The API has no argument of this name: AWS refuses the definition. */
  | 'unknown-argument'
  /** A whole value is an unresolved `${Placeholder}` and something had to be assumed about it. */
  | 'placeholder'
  /** AWS documents that the call may need more permissions, in some accounts or for some settings. */
  | 'dependent-action'
  /** An argument names a key on which nothing is granted, and why. */
  | 'key-use'
  /** No reference tells the action of an operation: it was taken from the operation's name. */
  | 'unconfirmed-action'
  /** No table has the operation: IAM's action of its name was granted, because --guess asks for it. */
  | 'guessed-action'
  /** The task's service or API is not one that is known. */
  | 'unknown-integration'
  /** A service that is spelled in another way, or that AWS's list of SDK integrations does not have. */
  | 'service-name'
  /** AWS does not offer this integration pattern for this API or this type of workflow. */
  | 'unsupported-pattern'
  /** AWS does not offer this feature in this type of workflow. */
  | 'unsupported-in-express'
  /** AWS refuses the definition's shape: only the command line looks for it, since Step Functions says it at deploy time. */
  | 'refused-definition'
  /** A field of the other query language, such as `Arguments` in a JSONPath state. */
  | 'query-language'
  /** A JSONata expression that doesn't parse, or isn't closed. */
  | 'invalid-expression'
  /** The call needs an action through which whoever edits the definition could gain rights. */
  | 'guarded-action'
  /** The call is made by another role, which needs a policy of its own. */
  | 'assumed-role'
  /** The workflow refers to itself and its name is not known. */
  | 'name-needed'
  /** The policy of the called resource decides, and must have a statement for the state machine. */
  | 'resource-policy'
  /** Nobody says whether customer managed keys encrypt these resources. */
  | 'unknown-encryption'
  /** Two sources say different things about one resource. */
  | 'contradicting-facts'
  /** AWS was asked what a named resource is, and did not say it. */
  | 'unread-facts'
  /** What the call reads or writes elsewhere is only partly named by the definition. */
  | 'data-location'
  /** A key stands twice in an object; the last one counts. */
  | 'duplicate-key'
  /** An entry of DefinitionSubstitutions that the definition has no placeholder for. */
  | 'unused-substitution'
  /** A placeholder of a template's definition that DefinitionSubstitutions don't replace, or of Terraform's that nothing does. */
  | 'unsubstituted-placeholder'
  /** A part of Terraform's files that could not be read or evaluated. */
  | 'unread-terraform'
  /** A reference in Terraform's files to what none of them declares. */
  | 'undeclared-reference'
  /** An AWS quota, and what contributes most to it. */
  | 'quota'
  /** A resource of another Region than the one that Step Functions calls. */
  | 'other-region'
  /** A resource or a role of another account, where only `Credentials` of a role of that account would do. */
  | 'other-account'
  /** The definition's own ARNs say another Region or account than the settings. */
  | 'place-mismatch'
  /** The Resource ARN's partition is not the one that was asked for. */
  | 'partition-mismatch'
  /** AWS's documentation contradicts itself about what is offered or needed. */
  | 'documentation';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Orders findings: errors first, then by state, code and message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.state, b.state) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Compares by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `a, b and 3 more`: the first ones, and how many others there are. */
export function shortList(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return more > 1 ? `${texts.slice(0, most).join(', ')} and ${more} more` : texts.join(', ');
}
