import { type GuardNote, guardRule, type Judgement } from './judgement.ts';

/**
 * What a Lambda Hook answers.
 *
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html,
 * Response input
 */
export interface HookResponse {
  readonly hookStatus: 'SUCCESS' | 'FAILED';
  /** Only where the status is FAILED: whether the operation was judged, or could not be. */
  readonly errorCode?: 'NonCompliant' | 'InternalFailure';
  readonly message: string;
  readonly clientRequestToken: string;
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly annotationName: string;
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly statusMessage: string;
  readonly remediationMessage?: string;
  readonly severityLevel: 'INFORMATIONAL' | 'LOW' | 'MEDIUM' | 'HIGH';
}

/**
 * The longest message that a stack's event, a result of the Hook and Cloud Control API all keep whole, and the lengths of
 * annotations. How many annotations there may be is not said: as many as anybody reads, below the 6 MB of an answer.
 *
 * Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_HookResultSummary.html (HookStatusReason)
 * and https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Annotation.html
 */
export const LIMITS = { message: 1024, annotations: 100, name: 1024, text: 16_384 } as const;

/** The answer to a template that was judged. */
export function judged(token: string, { notes, compared }: Judgement): HookResponse {
  if (notes.length === 0) return passed(token, NO_MACHINE);
  const blocking = notes.filter(({ rule }) => guardRule(rule).blocks);
  const common = { clientRequestToken: token, annotations: annotationsOf(notes) };
  if (blocking.length > 0) {
    const more = blocking.length > 1 ? `${blocking.length} problems. ` : '';
    const message = line(
      `rolefit: ${more}${blocking
        .slice(0, 20)
        .map(({ text }) => text)
        .join(' | ')}`,
      LIMITS.message,
    );
    return { hookStatus: 'FAILED', errorCode: 'NonCompliant', message, ...common };
  }
  const open = notes.filter(({ rule }) => guardRule(rule).status === 'SKIPPED');
  const [first] = open;
  const missed = first === undefined ? '' : ` Not decided: ${first.text}`;
  const message = `rolefit: ${compared} state machine${compared === 1 ? '' : 's'} compared, nothing is missing.${missed}`;
  return { hookStatus: 'SUCCESS', message: line(message, LIMITS.message), ...common };
}

/** The answer where there is nothing to compare. */
export function passed(token: string, why: string): HookResponse {
  return {
    hookStatus: 'SUCCESS',
    message: line(`rolefit: ${why}.`, LIMITS.message),
    clientRequestToken: token,
    annotations: [],
  };
}

export const NO_MACHINE = 'The template has no state machine';

const DECIDE =
  'Look at the log of the guard function. To deploy without the check, switch the guard to warn or off, or exclude the stack: docs/guard.md.';

/**
 * The answer of a guard that could not decide. CloudFormation goes on where the Hook warns, and stops where it fails:
 * otherwise whoever can stop the guard could deploy anything.
 */
export function undecided(token: string, why: string): HookResponse {
  const text = line(`rolefit could not check this operation: ${why}.`, LIMITS.message);
  return {
    hookStatus: 'FAILED',
    errorCode: 'InternalFailure',
    message: line(`${text} ${DECIDE}`, LIMITS.message),
    clientRequestToken: token,
    annotations: [
      {
        annotationName: 'rolefit: undecided',
        status: 'SKIPPED',
        statusMessage: text,
        remediationMessage: DECIDE,
        severityLevel: 'MEDIUM',
      },
    ],
  };
}

function annotationsOf(notes: readonly GuardNote[]): readonly Annotation[] {
  const shown = notes.length > LIMITS.annotations ? notes.slice(0, LIMITS.annotations - 1) : notes;
  const names = new Map<string, number>();
  const all = shown.map(({ subject, rule, text, remedy }): Annotation => {
    const { status, severity } = guardRule(rule);
    const name = line(`${subject}: ${rule}`, LIMITS.name);
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return {
      annotationName: count === 1 ? name : line(`${rule} ${count}: ${subject}`, LIMITS.name),
      status,
      statusMessage: line(text, LIMITS.text),
      ...(remedy === '' ? {} : { remediationMessage: line(remedy, LIMITS.text) }),
      severityLevel: severity,
    };
  });
  if (shown.length === notes.length) return all;
  const left = notes.slice(shown.length);
  const more: Annotation = {
    annotationName: 'rolefit: more',
    // Of those left out the first is the worst.
    status: left.some(({ rule }) => guardRule(rule).blocks) ? 'FAILED' : 'SKIPPED',
    statusMessage: `${left.length} more are not listed. Run rolefit check on the template to see all.`,
    severityLevel: 'INFORMATIONAL',
  };
  return [...all, more];
}

/** One line of at most so many characters: a template's names could hold anything. */
function line(text: string, most: number): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '?');
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
