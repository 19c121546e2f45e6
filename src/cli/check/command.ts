import packageJson from '../../../package.json' with { type: 'json' };
import type { FitOptions } from '../../analysis/fit.ts';
import { parseArn } from '../../iam/arn.ts';
import { Failure } from '../failure.ts';
import { fileOf, fitOptions, parsed, templateOptions } from '../input/arguments.ts';
import {
  roleKey,
  type StateMachine,
  type StateMachines,
  stateMachinesIn,
  type UnreadableStateMachine,
} from '../input/stateMachines.ts';
import {
  CHECK_OUTPUT,
  CHECK_TARGET,
  COMMAND_OPTIONS,
  HELP_OPTION,
  listed,
  MACHINE_HELP,
  TEMPLATE_OPTIONS,
  TERMINAL_OPTIONS,
} from '../options.ts';
import type { Output } from '../output.ts';
import { githubLines } from '../problems/github.ts';
import { inCheckout, type Problem } from '../problems/problem.ts';
import { sarifOf } from '../problems/sarif.ts';
import { type Streams, type Terminal, terminalOf } from '../terminal/terminal.ts';
import { checkJson } from './json.ts';
import { checkProblems } from './problems.ts';
import { type CheckedRole, type Compared, checkRoles, type RoleToCheck, withoutExcess } from './roles.ts';
import { checkText } from './text.ts';

export const CHECK_HELP = `Compares what state machines need with what their execution roles allow.

Usage: rolefit check TEMPLATE [options]           a template's state machines with the policies written in it
       rolefit check FILE --role NAME [options]   a definition with a deployed role
       rolefit check ARN [options]                a deployed state machine with its role

  TEMPLATE   a SAM or CloudFormation template in YAML or JSON, or the folder of a synthesized CDK app (cdk.out)
  FILE       a definition (Amazon States Language) or a template; - reads standard input
  ARN        a state machine: arn:aws:states:REGION:ACCOUNT:stateMachine:NAME

It tells, for each state machine:
  missing         what a state needs and no policy allows, or a Deny hits, and what happens then
  not certain     allowed only under a condition, perhaps denied, or perhaps allowed by what cannot be evaluated
  open            a resource that only a run tells, where the role allows some of those that it may be
  too much        what a policy allows and no state machine with this role needs, and where it stands
  not evaluated   policies that only a deployment knows: the check is incomplete

Evaluated are inline policies, AWS::IAM::Policy, RolePolicy and ManagedPolicy, SAM's policy templates and connectors,
and well-known managed policies of AWS. With --role or an ARN every policy of the role is read, with the credentials
that the AWS SDK finds (AWS_PROFILE, …). They need iam:GetRole, iam:ListRolePolicies, iam:GetRolePolicy,
iam:ListAttachedRolePolicies, iam:GetPolicy, iam:GetPolicyVersion and, for an ARN, states:DescribeStateMachine. Nothing
is changed.

What to check:
${listed({ ...TEMPLATE_OPTIONS, ...CHECK_TARGET })}
${MACHINE_HELP}
Output:
${listed({ ...CHECK_OUTPUT, ...TERMINAL_OPTIONS, ...HELP_OPTION })}
Examples:
  rolefit check template.yaml
  rolefit check template.yaml --strict --format sarif > rolefit.sarif
  rolefit check cdk.out --region eu-west-1 --account 111122223333
  rolefit check orders.asl.json --role OrdersRole --region eu-west-1 --substitute OrdersTable=orders
  rolefit check arn:aws:states:eu-west-1:111122223333:stateMachine:orders --simulate

Exit status: 0 nothing is missing; 1 something is missing, or a definition is not fully understood (with --strict: any
warning); 2 wrong usage, unreadable input, or a request that AWS refuses.
`;

type Format = 'text' | 'json' | 'github' | 'sarif';

/** What a check is about, and with what it compares. */
interface Asked {
  readonly compared: readonly Compared[];
  readonly unreadable: readonly UnreadableStateMachine[];
  /** The keys of roles that state machines use which cannot be read. */
  readonly inDoubt: readonly string[];
}

interface What {
  readonly target: string;
  readonly options: FitOptions;
  readonly parameters: Readonly<Record<string, string>>;
  readonly only: string | undefined;
  readonly role: string | undefined;
}

/** Runs `rolefit check` with its arguments. Throws Failure for wrong usage, unreadable input and refused requests. */
export async function check(args: readonly string[], { stdout, env }: Streams): Promise<Output> {
  const { values, positionals } = parsed(args, COMMAND_OPTIONS.check);
  if (values.help) return { stdout: CHECK_HELP, stderr: '', status: 0 };
  const format = formatOf(values.format, values.json === true);
  const terminal = terminalOf('check', stdout, env, values);
  const what: What = {
    target: fileOf('check', positionals),
    options: fitOptions('check', values),
    parameters: templateOptions('check', values).parameters,
    only: values['state-machine'],
    role: values.role,
  };
  if (values.simulate && what.role === undefined && !isMachineArn(what.target)) {
    throw new Failure(
      'check: --simulate asks about a deployed role; name it with --role, or a state machine by its ARN',
    );
  }
  const { compared, unreadable, inDoubt } = await asked(what);
  const checked = (await checkRoles(compared)).map((each) =>
    inDoubt.includes(each.role.key) ? withoutExcess(each) : each,
  );
  const roles = only(values.simulate ? await simulated(checked, what.options.region) : checked, what.only);
  const problems = checkProblems(roles, unreadable);
  const fails = problems.some(({ level }) => level === 'error' || (values.strict === true && level === 'warning'));
  return { stdout: printed(format, { roles, unreadable, problems }, terminal), stderr: '', status: fails ? 1 : 0 };
}

function formatOf(format: string | undefined, json: boolean): Format {
  switch (format) {
    case undefined:
      return json ? 'json' : 'text';
    case 'text':
    case 'json':
    case 'github':
    case 'sarif':
      if (json && format !== 'json') throw new Failure(`check: --json and --format ${format} do not go together`);
      return format;
    default:
      throw new Failure(`check: --format ${JSON.stringify(format)} is not text, json, github or sarif`);
  }
}

interface Result {
  readonly roles: readonly CheckedRole[];
  readonly unreadable: readonly UnreadableStateMachine[];
  readonly problems: readonly Problem[];
}

function printed(format: Format, { roles, unreadable, problems }: Result, terminal: Terminal): string {
  switch (format) {
    case 'text':
      return checkText(roles, unreadable, problems, terminal);
    case 'json':
      return `${JSON.stringify(checkJson(roles, unreadable, problems), null, 2)}\n`;
    case 'github':
      return githubLines(inCheckout(problems));
    case 'sarif':
      return `${JSON.stringify(sarifOf(inCheckout(problems), packageJson.version), null, 2)}\n`;
  }
}

function isMachineArn(text: string): boolean {
  return parseArn(text)?.service === 'states';
}

async function asked(what: What): Promise<Asked> {
  if (isMachineArn(what.target)) return { compared: [await deployed(what)], unreadable: [], inDoubt: [] };
  // A role may be shared: what is too much is told only by all of the state machines that use it.
  const found = stateMachinesIn(what.target, what.options, { parameters: what.parameters, only: undefined });
  const those = chosen(found, what);
  if (what.role !== undefined)
    return { compared: [await withRole(what, those.stateMachines)], unreadable: those.unreadable, inDoubt: [] };
  const inDoubt = found.unreadable.map(({ role }) => role);
  return { compared: found.stateMachines.map(inTemplate), unreadable: those.unreadable, inDoubt };
}

/** The state machine that is asked for. */
function chosen(found: StateMachines, { only: id, target }: What): StateMachines {
  if (id === undefined) return found;
  const stateMachines = found.stateMachines.filter((stateMachine) => idOf(stateMachine) === id);
  const unreadable = found.unreadable.filter(({ label }) => label.endsWith(` ${id}`));
  if (stateMachines.length + unreadable.length === 0) {
    const ids = found.stateMachines.map(idOf).filter((each) => each !== undefined);
    throw new Failure(
      `check: ${target} has no state machine ${id}${ids.length > 0 ? `; it has ${ids.join(', ')}` : ''}`,
    );
  }
  return { stateMachines, unreadable };
}

function idOf({ template }: StateMachine): string | undefined {
  return template?.machine.logicalId;
}

/** Without the state machines that were compared only since they share a role. */
function only(roles: readonly CheckedRole[], id: string | undefined): readonly CheckedRole[] {
  if (id === undefined) return roles;
  const kept = (role: CheckedRole) => role.machines.filter(({ stateMachine }) => (idOf(stateMachine) ?? id) === id);
  return roles.filter((role) => kept(role).length > 0).map((role) => ({ ...role, machines: kept(role) }));
}

export function inTemplate(stateMachine: StateMachine): Compared {
  if (stateMachine.template === undefined) {
    throw new Failure(
      `check: ${stateMachine.label} is a definition, with no policies to compare it with; name a template, or the deployed role with --role`,
    );
  }
  const { role, policies, notEvaluated } = stateMachine.template.machine;
  const name = role.logicalId ?? role.arn ?? 'unknown';
  const key = roleKey(stateMachine.file, stateMachine.template.machine);
  return { stateMachine, role: { key, name, gathered: { policies, notEvaluated }, isLive: false } };
}

async function deployed({ target, options, role }: What): Promise<Compared> {
  const live = await import('./deployed.ts');
  const { stateMachine, roleArn } = await live.readMachine(target, options);
  return { stateMachine, role: await live.readRole(role ?? roleArn, stateMachine.options.region) };
}

async function withRole(
  { role = '', options, target }: What,
  stateMachines: readonly StateMachine[],
): Promise<Compared> {
  const [stateMachine, ...others] = stateMachines;
  if (!stateMachine) throw new Failure(`check: ${target} has no state machine that can be read`);
  if (others.length > 0) {
    const ids = stateMachines.map(({ label }) => label.replace(/.* /, '')).join(', ');
    throw new Failure(`check: ${target} has several state machines (${ids}); choose one with --state-machine`);
  }
  const live = await import('./deployed.ts');
  const region = options.region ?? (await live.configuredRegion());
  const found: RoleToCheck & { readonly arn: string } = await live.readRole(role, region);
  const arn = parseArn(found.arn);
  const place = { region, ...(arn ? { account: arn.account, partition: arn.partition } : {}) };
  return { stateMachine: { ...stateMachine, options: { ...place, ...stateMachine.options } }, role: found };
}

async function simulated(roles: readonly CheckedRole[], region: string | undefined): Promise<readonly CheckedRole[]> {
  const live = await import('./deployed.ts');
  const { withAnswers } = await import('./simulator.ts');
  return Promise.all(
    roles.map(async (checked) => {
      const needs = checked.machines.flatMap((machine) => machine.needs);
      const where = region ?? checked.machines[0]?.stateMachine.options.region;
      return withAnswers(checked, await live.askSimulator(checked.role.arn ?? checked.role.name, needs, where));
    }),
  );
}
