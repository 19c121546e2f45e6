import { shortList } from '../finding.ts';
import { consequence, stateName } from '../grants/consequence.ts';
import type { PlacedStatement } from '../policy/policySet.ts';
import type { Shortfall } from '../policy/shortfalls.ts';
import type { Verdict } from '../policy/verdict.ts';
import { conditionText, placeText } from './statementWords.ts';

/** `error` fails a build; a `note` changes nothing. */
export type ProblemLevel = 'error' | 'warning' | 'note';

export type VerdictCode =
  | 'missing-permission'
  | 'denied-permission'
  | 'perhaps-denied-permission'
  | 'conditional-permission'
  | 'open-permission'
  | 'unproven-permission'
  | 'uncertain-permission'
  | 'precaution-permission'
  | 'data-permission';

/** A verdict as a problem: its level, its rule and its text. */
interface VerdictWords {
  readonly level: ProblemLevel;
  readonly code: VerdictCode;
  readonly text: string;
}

/** Whose policies were judged: those in files may not be all that the role has. */
interface Judged {
  /** The files that its policies were read from, and nowhere else. */
  readonly files?: readonly string[];
  /** True where nobody says that these are all of its policies. */
  readonly isPart?: boolean;
}

/** A verdict in words, to follow the actions and resources that it is about. */
export function verdictWords(each: Shortfall, role: Judged): VerdictWords {
  const words = certainWords(each.verdict, role);
  if (each.doubt === undefined || words.code === 'open-permission') return words;
  const { certainty, reason } = each.doubt;
  switch (certainty) {
    case 'precaution':
      return { level: 'note', code: 'precaution-permission', text: `${words.text}; it is a precaution: ${reason}` };
    case 'conditional':
      return {
        level: 'warning',
        code: words.level === 'error' ? 'uncertain-permission' : words.code,
        text: `${words.text}; needed only if ${reason}`,
      };
  }
}

/** What no policy that was read allows. Another may, where these are not known to be all. */
export function notAllowed({ files = [], isPart }: Judged): string {
  return isPart === true ? `not allowed by ${shortList(files, 3)}` : 'not allowed';
}

/** The verdict on what is certainly needed. */
function certainWords(verdict: Verdict, role: Judged): VerdictWords {
  switch (verdict.kind) {
    case 'allowed':
      return { level: 'note', code: 'missing-permission', text: 'allowed' };
    case 'missing': {
      const only = verdict.by.length === 0 ? '' : `; ${allowedOnlyOn(verdict.by)}`;
      return { level: 'error', code: 'missing-permission', text: `${notAllowed(role)}${only}` };
    }
    case 'denied':
      return { level: 'error', code: 'denied-permission', text: `denied by ${places(verdict.by)}` };
    case 'perhapsDenied':
      return {
        level: 'warning',
        code: 'perhaps-denied-permission',
        text: `allowed, but ${places(verdict.by)} ${placesOf(verdict.by).length > 1 ? 'deny' : 'denies'} it under a condition or for some resources`,
      };
    case 'conditional':
      return {
        level: 'warning',
        code: 'conditional-permission',
        text: `allowed only under a condition: ${conditionsBy(verdict.by)}`,
      };
    case 'inPart':
      return {
        level: 'note',
        code: 'open-permission',
        text: `allowed for some resources; which one is used is decided at run time; ${allowedOnlyOn(verdict.by)}`,
      };
    case 'data':
      return {
        level: 'warning',
        code: 'data-permission',
        text: `${notAllowed(role)}; the definition does not tell whether what the call reads or writes needs it`,
      };
    case 'unknown':
      return {
        level: 'warning',
        code: 'unproven-permission',
        text: `not shown to be allowed; ${verdict.because.map(({ source, reason }) => `${source} ${reason}`).join('; ')}`,
      };
  }
}

function allowedOnlyOn(by: readonly PlacedStatement[]): string {
  return by
    .map((each) => `${placeText(each)} allows it only on ${shortList(each.statement.Resource ?? [], 3)}`)
    .join('; ');
}

function places(by: readonly PlacedStatement[]): string {
  return placesOf(by).join(' and ');
}

function placesOf(by: readonly PlacedStatement[]): readonly string[] {
  return [...new Set(by.map(placeText))];
}

function conditionsBy(by: readonly PlacedStatement[]): string {
  return by.map((each) => `${conditionText(each.statement.Condition)} (${placeText(each)})`).join(' or ');
}

/** What happens without the permission. */
export function effectOf(each: Shortfall, role: Judged): readonly string[] {
  const effect = consequence(each.purpose, stateName(each.state));
  switch (verdictWords(each, role).code) {
    case 'precaution-permission':
      return [];
    case 'uncertain-permission':
      return [`then ${effect}`];
    case 'open-permission':
      return [`with another one ${effect}`];
    case 'missing-permission':
    case 'data-permission':
      return [role.isPart === true ? `unless another policy of the role allows it, ${effect}` : effect];
    default:
      return [effect];
  }
}

/** All of it in one line: what is needed, the verdict, and what happens then. */
export function verdictLine(each: Shortfall, role: Judged): string {
  const { purpose, actions, resources, conditions } = each;
  const when = conditions === undefined ? '' : ` with ${conditionText(conditions)}`;
  const arns = resources.map(({ arn }) => arn);
  const what = `${shortList(actions, 6)} on ${shortList(arns, 4)}${when}`;
  return [`${what} (${purpose}) is ${verdictWords(each, role).text}`, ...effectOf(each, role)].join(': ');
}
