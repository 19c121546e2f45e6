import { compareText } from '../../finding.ts';
import { consequence, stateName } from '../../grants/consequence.ts';
import type { Placed } from '../../policy/policySet.ts';
import type { Judged } from '../../policy/shortfalls.ts';
import type { Unreadable } from '../input/subject.ts';
import { excessLines } from './checkExcess.ts';
import type { CheckedMachine, CheckedRole, Denial } from './checked.ts';
import { conditionText, placeText, some } from './checkWords.ts';
import { type Problem, type ProblemLevel, placeOf, problemsOf } from './problems.ts';
import type { CheckCode } from './rules.ts';

/** What a check has to tell, as problems: level, place and one line each. */

export function checkProblems(roles: readonly CheckedRole[], unreadable: readonly Unreadable[]): readonly Problem[] {
  const all = [
    ...unreadable.map(unreadableProblem),
    ...roles.flatMap((role) => [
      ...role.machines.flatMap((machine) => machineProblems(machine)),
      ...excessProblems(role),
      ...notEvaluatedProblems(role),
    ]),
  ];
  const order: readonly ProblemLevel[] = ['error', 'warning', 'note'];
  return all.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

function machineProblems({ subject, judged, fitted, denials }: CheckedMachine): readonly Problem[] {
  const place = placeOf(subject.file, subject.line);
  const found = fitted.findings.filter(
    ({ severity, code }) => (severity === 'error' && code !== 'quota') || code === 'assumed-role',
  );
  return [
    ...problemsOf(subject.file, subject.line, found),
    ...judged.toSorted((a, b) => compareText(a.state, b.state)).map((each) => ({ ...place, ...judgedProblem(each) })),
    ...denials.map((each) => ({ ...place, ...denialProblem(each) })),
  ];
}

function stateOf(state: string): Pick<Problem, 'state'> {
  return state === '' ? {} : { state };
}

function unreadableProblem({ file, line, label, reason }: Unreadable): Problem {
  return {
    level: 'error',
    code: 'unreadable-definition',
    ...placeOf(file, line),
    message: `${label}: ${reason}`,
  };
}

interface Told {
  readonly level: ProblemLevel;
  readonly code: CheckCode;
  readonly text: string;
}

/** What a verdict means, in words; the actions and resources stand in front of it. */
export function verdictWords(each: Judged): Told {
  const { verdict } = each;
  switch (verdict.kind) {
    case 'allowed':
      return { level: 'note', code: 'missing-permission', text: 'allowed' };
    case 'missing': {
      const spare = spareOf(each);
      if (spare !== undefined) return { level: 'note', code: 'spare-permission', text: `not allowed; ${spare}` };
      const only = verdict.by.length === 0 ? '' : `; ${only1(verdict.by)}`;
      return { level: 'error', code: 'missing-permission', text: `not allowed${only}` };
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
        text: `allowed in part: only a run tells which it is; ${only1(verdict.by)}`,
      };
    case 'data':
      return {
        level: 'warning',
        code: 'data-permission',
        text: 'not allowed; the definition does not tell whether what the call reads or writes needs it',
      };
    case 'unknown':
      return {
        level: 'warning',
        code: 'unproven-permission',
        text: `not shown to be allowed; ${verdict.because.map(({ source, reason }) => `${source} ${reason}`).join('; ')}`,
      };
  }
}

/**
 * What AWS's page lists and deployments do without: the CDK gives roles with logging all of the page's actions but this.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html and `buildLoggingConfiguration` in
 * https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-stepfunctions/lib/state-machine.ts
 */
function spareOf({ purpose, actions }: Judged): string | undefined {
  const isSpare = purpose === 'logs' && actions.every((action) => action === 'logs:CreateLogStream');
  return isSpare ? "AWS's page lists it, and roles that the CDK makes do without it" : undefined;
}

function only1(by: readonly Placed[]): string {
  return by.map((each) => `${placeText(each)} allows it only on ${some(each.statement.Resource ?? [], 3)}`).join('; ');
}

function places(by: readonly Placed[]): string {
  return placesOf(by).join(' and ');
}

function placesOf(by: readonly Placed[]): readonly string[] {
  return [...new Set(by.map(placeText))];
}

function conditionsBy(by: readonly Placed[]): string {
  return by.map((each) => `${conditionText(each.statement.Condition)} (${placeText(each)})`).join(' or ');
}

function judgedProblem(each: Judged): Omit<Problem, 'file' | 'line'> {
  const { state, purpose, actions, resources, conditions } = each;
  const { level, code, text } = verdictWords(each);
  const when = conditions === undefined ? '' : ` with ${conditionText(conditions)}`;
  const what = `${some(actions, 6)} on ${some(
    resources.map(({ arn }) => arn),
    4,
  )}${when}`;
  return {
    level,
    code,
    ...stateOf(state),
    message: [`${what} (${purpose}) is ${text}`, ...effectOf(each)].join(': '),
  };
}

/** What happens without it. */
export function effectOf(each: Judged): readonly string[] {
  const effect = consequence(each.purpose, stateName(each.state));
  switch (verdictWords(each).code) {
    case 'spare-permission':
      return [];
    case 'open-permission':
      return [`with another one ${effect}`];
    default:
      return [effect];
  }
}

export function denialProblem({
  state,
  purpose,
  action,
  resource,
  why,
  isOpen,
}: Denial): Omit<Problem, 'file' | 'line'> {
  const asked = isOpen ? ' (asked with the pattern as text: only a run tells the resource)' : '';
  const message = `${action} on ${resource} (${purpose}) is refused by IAM's simulator: ${why}${asked}: ${consequence(purpose, stateName(state))}`;
  return { level: isOpen ? 'note' : 'error', code: 'simulated-denial', ...stateOf(state), message };
}

function excessProblems({ machines, excess }: CheckedRole): readonly Problem[] {
  const place = fileOf(machines);
  return excessLines(excess).map(({ level, code, text, line }) => ({
    level,
    code,
    ...place,
    ...(line === undefined || place.file === undefined ? {} : { line }),
    message: text,
  }));
}

function fileOf(machines: readonly CheckedMachine[]): Pick<Problem, 'file' | 'line'> {
  const [first] = machines;
  return first ? placeOf(first.subject.file, first.subject.line) : { file: undefined };
}

function notEvaluatedProblems({ machines, notEvaluated }: CheckedRole): readonly Problem[] {
  const place = fileOf(machines);
  return notEvaluated.map(({ source, reason, mayAllow }) => ({
    level: mayAllow === 'needed' ? 'note' : 'warning',
    code: mayAllow === 'needed' ? 'given-at-deployment' : 'not-evaluated',
    ...place,
    message: mayAllow === 'needed' ? `${source} ${reason}` : `${source} ${reason}: the check is incomplete`,
  }));
}
