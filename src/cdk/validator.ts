import { basename, dirname, sep } from 'node:path';
import type {
  IPolicyValidationContextBeta1,
  IPolicyValidationPluginBeta1,
  PolicyValidationPluginReportBeta1,
  PolicyViolationBeta1,
} from 'aws-cdk-lib';
import packageJson from '../../package.json' with { type: 'json' };
import { excessLines } from '../analysis/excessWords.ts';
import { fitSync } from '../analysis/fit.ts';
import type { ProblemLevel } from '../analysis/verdictWords.ts';
import { checkProblems } from '../cli/check/problems.ts';
import { type CheckedRole, checkRoleUse, type RoleUse, withoutExcess } from '../cli/check/roles.ts';
import { inTemplate } from '../cli/check/target.ts';
import { inPlace } from '../cli/input/facts.ts';
import { type StateMachine, stateMachinesInApp, type UnreadableStateMachine } from '../cli/input/stateMachines.ts';
import { problemText } from '../cli/problems/problem.ts';
import { ruleOf } from '../cli/problems/rules.ts';
import type { SaidOptions } from './fitted.ts';
import { LOADER } from './loader.ts';

/**
 * Compares the roles in an app's templates with what its state machines need, in the CDK's own validation report. A missing
 * permission fails the synthesis; what is too much, and what is not certain, are warnings.
 *
 * @example
 * const app = new App({ policyValidationBeta1: [new RolefitValidator()] });
 */
export class RolefitValidator implements IPolicyValidationPluginBeta1 {
  readonly name = 'rolefit';
  readonly version = packageJson.version;
  readonly #said: SaidOptions;

  constructor(options: SaidOptions = {}) {
    this.#said = options;
  }

  validate({ templatePaths }: IPolicyValidationContextBeta1): PolicyValidationPluginReportBeta1 {
    const said = violationsIn(templatePaths, this.#said);
    const violations = [...Map.groupBy(said, (each) => JSON.stringify([each.level, each.code, each.message])).values()];
    return {
      success: said.every(({ level }) => level !== 'error'),
      violations: violations.flatMap((same) => violationOf(same) ?? []),
    };
  }
}

/** One thing to say of one resource. */
interface Saying {
  readonly level: ProblemLevel;
  readonly code: string;
  readonly message: string;
  readonly template: string;
  readonly logicalId: string;
  /** In the resource, such as `Properties.RoleArn`. */
  readonly location: string;
}

function violationOf(same: readonly Saying[]): PolicyViolationBeta1 | undefined {
  const [first] = same;
  if (first === undefined || first.level === 'note') return undefined;
  return {
    ruleName: first.code,
    description: first.message,
    fix: first.code === 'missing-permission' ? TO_FIX : ruleOf(first.code).help,
    severity: first.level,
    violatingResources: same.map(({ template, logicalId, location }) => ({
      resourceLogicalId: logicalId,
      templatePath: template,
      locations: [location],
    })),
  };
}

const TO_FIX =
  'Let fitRoles() or FittedPolicy of rolefit/cdk grant it, or add the action on the resource to the role yourself.';

function violationsIn(templatePaths: readonly string[], said: SaidOptions): readonly Saying[] {
  const found = appsOf(templatePaths).map((folder) => stateMachinesInApp(folder));
  const isAsked = ({ file }: { readonly file: string }) => templatePaths.includes(file) || isNested(file);
  const stateMachines = found.flatMap((each) => each.stateMachines).filter(isAsked);
  const unreadable = found.flatMap((each) => each.unreadable).filter(isAsked);
  const byRole = Map.groupBy(stateMachines.map(inTemplate), ({ role }) => role.key);
  return [
    ...unreadable.map(unreadableSaying),
    ...[...byRole].flatMap(([key, uses]) => {
      const checked = checkedRole(uses, said);
      return sayingsOf(unreadable.some(({ role }) => role === key) ? withoutExcess(checked) : checked);
    }),
  ];
}

/** The folders of apps, without those of stages in them. */
function appsOf(templatePaths: readonly string[]): readonly string[] {
  const folders = [...new Set(templatePaths.map((path) => dirname(path)))];
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}${sep}`)));
}

/** True for a nested stack's template, which the CDK hands to no plugin. */
function isNested(file: string): boolean {
  return basename(file).endsWith('.nested.template.json');
}

function checkedRole(uses: readonly RoleUse[], said: SaidOptions): CheckedRole {
  const [first] = uses;
  if (first === undefined) throw new Error('a role without a state machine');
  return checkRoleUse(
    first.role,
    uses.map(({ stateMachine }) => ({ stateMachine, result: fitted(stateMachine, said) })),
  );
}

function fitted({ definition, options }: StateMachine, said: SaidOptions) {
  const facts = [...(options.facts ?? []), ...(said.facts ?? [])];
  return fitSync(definition, inPlace({ ...options, ...said, facts }), LOADER);
}

function unreadableSaying({ file, logicalId = '', reason }: UnreadableStateMachine): Saying {
  const code = 'unreadable-definition';
  return { level: 'error', code, message: reason, template: file, logicalId, location: 'Properties.Definition' };
}

function sayingsOf(role: CheckedRole): readonly Saying[] {
  const ofMachines = role.machines.flatMap((machine): readonly Saying[] => {
    const { file, template } = machine.stateMachine;
    const place = { template: file, logicalId: template?.machine.logicalId ?? '', location: 'Properties.RoleArn' };
    const alone = { ...role, machines: [machine], excess: [] };
    return checkProblems([alone], [], true).map((problem) => {
      const level = problem.code === 'unchecked-role' ? 'warning' : problem.level;
      return { level, code: problem.code, message: problemText(problem), ...place };
    });
  });
  const file = role.machines[0]?.stateMachine.file ?? '';
  const excess = excessLines(role.excess, role.role.otherUsers).map(({ level, code, text, source }): Saying => {
    const [logicalId = ''] = source.split('.');
    return { level, code, message: text, template: file, logicalId, location: 'Properties.PolicyDocument' };
  });
  return [...ofMachines, ...excess];
}
