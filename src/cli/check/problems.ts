import { compareText, type Finding, shortList } from '../../finding.ts';
import { consequence, stateName } from '../../grants/consequence.ts';
import type { Shortfall } from '../../policy/shortfalls.ts';
import { displayName } from '../input/read.ts';
import { isRemark, placeOfState } from '../input/remarks.ts';
import type { UnreadableStateMachine } from '../input/stateMachines.ts';
import { fileAndLine, type Problem, type ProblemLevel, problemsOf } from '../problems/problem.ts';
import { excessLines } from './excess.ts';
import type { CheckedMachine, CheckedRole, Denial, RoleToCheck } from './roles.ts';
import { isUnchecked, TO_CHECK, uncheckedLevel, uncheckedText } from './unchecked.ts';
import { effectOf, verdictWords } from './verdicts.ts';
import { conditionText } from './words.ts';

/** The results of a check as problems: level, place and one line each. */

export function checkProblems(
  roles: readonly CheckedRole[],
  unreadable: readonly UnreadableStateMachine[],
  allowsUnchecked = false,
): readonly Problem[] {
  const level = uncheckedLevel(roles, allowsUnchecked);
  const all = [
    ...unreadable.map(unreadableProblem),
    ...roles.filter(isUnchecked).map((role) => uncheckedProblem(role, level)),
    ...roles.flatMap((role) => [
      ...role.machines.flatMap((machine) => machineProblems(machine, role.role)),
      ...excessProblems(role),
      ...notEvaluatedProblems(role),
      ...partProblems(role),
    ]),
  ];
  const order: readonly ProblemLevel[] = ['error', 'warning', 'note'];
  return all.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

function machineProblems(
  { stateMachine, judged, fitted, denials }: CheckedMachine,
  role: RoleToCheck,
): readonly Problem[] {
  const found = fitted.findings.flatMap((finding): readonly Finding[] => {
    // Nothing can be done about it in the role: the workflow needs it.
    if (finding.code === 'guarded-action') return [{ ...finding, severity: 'info' }];
    const isShown =
      (finding.severity === 'error' && finding.code !== 'quota') ||
      finding.code === 'assumed-role' ||
      isRemark(stateMachine, finding);
    return isShown ? [finding] : [];
  });
  const placed = (problem: Omit<Problem, 'file' | 'line'>): Problem => {
    const { file, line } = placeOfState(stateMachine, problem.state ?? '');
    return { ...fileAndLine(file, line), ...problem };
  };
  return [
    ...problemsOf(stateMachine, found),
    ...judged.toSorted((a, b) => compareText(a.state, b.state)).map((each) => placed(judgedProblem(each, role))),
    ...denials.map((each) => placed(denialProblem(each))),
  ];
}

function stateOf(state: string): Pick<Problem, 'state'> {
  return state === '' ? {} : { state };
}

function unreadableProblem({ file, line, label, reason }: UnreadableStateMachine): Problem {
  return {
    level: 'error',
    code: 'unreadable-definition',
    ...fileAndLine(file, line),
    message: `${label}: ${reason}`,
  };
}

function judgedProblem(each: Shortfall, role: RoleToCheck): Omit<Problem, 'file' | 'line'> {
  const { state, purpose, actions, resources, conditions } = each;
  const { level, code, text } = verdictWords(each, role);
  const when = conditions === undefined ? '' : ` with ${conditionText(conditions)}`;
  const what = `${shortList(actions, 6)} on ${shortList(
    resources.map(({ arn }) => arn),
    4,
  )}${when}`;
  return {
    level,
    code,
    ...stateOf(state),
    message: [`${what} (${purpose}) is ${text}`, ...effectOf(each, role)].join(': '),
  };
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

function excessProblems({ role, machines, excess }: CheckedRole): readonly Problem[] {
  return excessLines(excess, role.otherUsers).map(({ level, code, text, line, file, source }) => {
    const place = file === undefined ? (policyFile(role, source) ?? fileOf(machines)) : { file };
    return {
      level,
      code,
      ...place,
      ...(line === undefined || place.file === undefined ? {} : { line }),
      message: text,
    };
  });
}

/** The file of a policy that --policy names; undefined for any other. */
function policyFile({ files }: RoleToCheck, source: string): Pick<Problem, 'file'> | undefined {
  const file = files?.find((each) => source === each || source.startsWith(`${each} `));
  return file === undefined ? undefined : { file: file === STANDARD_INPUT ? undefined : file };
}

const STANDARD_INPUT = displayName('-');

function fileOf(machines: readonly CheckedMachine[]): Pick<Problem, 'file' | 'line'> {
  const [first] = machines;
  return first ? fileAndLine(first.stateMachine.file, first.stateMachine.line) : { file: undefined };
}

function uncheckedProblem(role: CheckedRole, level: ProblemLevel): Problem {
  return { level, code: 'unchecked-role', ...fileOf(role.machines), message: `${uncheckedText(role)}. ${TO_CHECK}` };
}

/** Policies in files need not be all that the role has. */
function partProblems({ role, machines }: CheckedRole): readonly Problem[] {
  if (role.isPart !== true) return [];
  return [{ level: 'note', code: 'policies-in-files', ...fileOf(machines), message: onlyFiles(role) }];
}

export function onlyFiles({ files = [] }: RoleToCheck): string {
  return `only ${files.join(', ')} ${files.length > 1 ? 'were' : 'was'} read: other policies of the role may allow or deny more (--all-policies says that there are none)`;
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
