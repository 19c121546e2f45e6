import packageJson from '../../../package.json' with { type: 'json' };
import { Failure } from '../failure.ts';
import { fileOf, fitOptions, templateOptions } from '../input/arguments.ts';
import { liveLookUp } from '../input/live.ts';
import { isMachineArn } from '../input/reading.ts';
import type { UnreadableStateMachine } from '../input/stateMachines.ts';
import { unusedOptions } from '../input/unused.ts';
import { parsed } from '../input/usage.ts';
import { noteLines } from '../messages.ts';
import {
  CHECK_OUTPUT,
  CHECK_TARGET,
  COMMAND_OPTIONS,
  HELP_OPTION,
  listed,
  MACHINE_HELP,
  TEMPLATE_OPTIONS,
  TERMINAL_OPTIONS,
  TERRAFORM_OPTIONS,
} from '../options.ts';
import { jsonText, type Output } from '../output.ts';
import { githubLines } from '../problems/github.ts';
import { inCheckout, type Problem } from '../problems/problem.ts';
import { sarifOf } from '../problems/sarif.ts';
import { type Streams, type Terminal, terminalOf } from '../terminal/terminal.ts';
import { checkJson } from './json.ts';
import { checkProblems } from './problems.ts';
import { type CheckedRole, checkRoles, withoutExcess } from './roles.ts';
import { type CheckArguments, idOf, targetOf } from './target.ts';
import { checkText } from './text.ts';
import { isNothingChecked } from './unchecked.ts';

export const CHECK_HELP = `Compares what state machines need with what their execution roles allow.

Usage: rolefit check TEMPLATE [options]           a template's state machines with the policies written in it
       rolefit check FOLDER [options]             the same for a folder of Terraform's files
       rolefit check FILE --policy POLICY…        a definition with policies in files
       rolefit check FILE --role NAME [options]   a definition with a deployed role
       rolefit check ARN [options]                a deployed state machine with its role

  TEMPLATE   a SAM or CloudFormation template in YAML or JSON, or the folder of a synthesized CDK app (cdk.out)
  FOLDER     Terraform's or OpenTofu's .tf files, perhaps with a plan (--plan); or in its place a plan or a state alone,
             as terraform show -json prints it; or any project's, of which rolefit says what it reads
             (docs/other-tools.md)
  FILE       a definition (Amazon States Language) or a template; - reads standard input
  ARN        a state machine: arn:aws:states:REGION:ACCOUNT:stateMachine:NAME
  POLICY     a policy document in JSON or YAML; what aws iam get-role-policy, get-policy-version or
             get-account-authorization-details prints; a Terraform plan or state, as terraform show -json prints it;
             - reads standard input. Only these files count: what none of them allows is missing, though another
             policy of the role may allow it.

It tells, for each state machine:
  missing         what a state needs and no policy allows, or a Deny hits, and what happens then
  not certain     allowed only under a condition, perhaps denied, or perhaps allowed by what cannot be evaluated
  open            a resource that only a run tells, where the role allows some of those that it may be
  too much        what a policy allows and no state machine with this role needs, and where it stands
  not evaluated   policies that only a deployment knows: the check is incomplete

Evaluated are inline policies, AWS::IAM::Policy, RolePolicy and ManagedPolicy, SAM's policy templates and connectors,
well-known managed policies of AWS, and of Terraform's files all that gives an aws_iam_role its policies. With --role or
an ARN every policy of the role is read, with the credentials that the AWS SDK finds (AWS_PROFILE, …). They need
iam:GetRole, iam:ListRolePolicies, iam:GetRolePolicy, iam:ListAttachedRolePolicies, iam:GetPolicy, iam:GetPolicyVersion
and, for an ARN, states:DescribeStateMachine; --live needs what docs/facts.md lists. Nothing is changed.

What to check:
${listed({ ...TEMPLATE_OPTIONS, ...TERRAFORM_OPTIONS, ...CHECK_TARGET })}
${MACHINE_HELP}
Output:
${listed({ ...CHECK_OUTPUT, ...TERMINAL_OPTIONS, ...HELP_OPTION })}
Examples:
  rolefit check template.yaml
  rolefit check template.yaml --strict --format sarif > rolefit.sarif
  rolefit check infra --var stage=prod --format github
  terraform show -json plan.out > plan.json && rolefit check infra --plan plan.json
  rolefit check cdk.out --region eu-west-1 --account 111122223333
  rolefit check orders.asl.json --policy policy.json --region eu-west-1 --account 111122223333
  aws iam get-role-policy --role-name OrdersRole --policy-name p | rolefit check orders.asl.json --policy -
  terraform show -json plan.out | rolefit check orders.asl.json --policy - --role orders
  rolefit check orders.asl.json --role OrdersRole --region eu-west-1 --substitute OrdersTable=orders
  rolefit check arn:aws:states:eu-west-1:111122223333:stateMachine:orders --simulate

Exit status: 0 nothing is missing; 1 something is missing, or a definition is not fully understood (with --strict: any
warning); 2 wrong usage, unreadable input, a request that AWS refuses, or a run that checked nothing: no policy of any
role could be read (--allow-unchecked accepts that).
`;

type Format = 'text' | 'json' | 'github' | 'sarif';

/** Runs `rolefit check` with its arguments. Throws Failure for wrong usage, unreadable input and refused requests. */
export async function runCheck(args: readonly string[], { stdout, env }: Streams): Promise<Output> {
  const { values, positionals } = parsed('check', args, COMMAND_OPTIONS.check);
  if (values.help) return { stdout: CHECK_HELP, stderr: '', status: 0 };
  const format = formatOf(values.format, values.json === true);
  const terminal = terminalOf('check', stdout, env, values);
  const asked: CheckArguments = {
    target: fileOf('check', positionals),
    options: fitOptions('check', values),
    template: templateOptions('check', values),
    role: values.role,
    policies: policyFiles(positionals, values),
    areAll: values['all-policies'] === true,
  };
  if (values.simulate && asked.role === undefined && !isMachineArn(asked.target)) {
    throw new Failure(
      'check: --simulate asks about a deployed role; name it with --role, or a state machine by its ARN',
    );
  }
  const { uses, unreadable, rolesInDoubt, notes } = await targetOf(asked);
  const region = asked.options.region ?? uses[0]?.stateMachine.options.region;
  const lookUp = await liveLookUp({ live: values.live, region });
  const checked = (await checkRoles(uses, lookUp)).map((each) =>
    rolesInDoubt.includes(each.role.key) ? withoutExcess(each) : each,
  );
  const roles = withoutOthers(
    values.simulate ? await simulated(checked, asked.options.region) : checked,
    asked.template.only,
  );
  const allowsUnchecked = values['allow-unchecked'] === true;
  const problems = checkProblems(roles, unreadable, allowsUnchecked);
  const fails = problems.some(({ level, code }) =>
    level === 'warning' ? values.strict === true : level === 'error' && code !== 'unchecked-role',
  );
  const isUseless = !allowsUnchecked && isNothingChecked(roles);
  const stderr = unusedOptions(
    values,
    uses.map(({ stateMachine }) => stateMachine),
    checked.flatMap(({ machines }) => machines.map(({ fitted }) => fitted)),
  );
  return {
    stdout: printed(format, { roles, unreadable, problems }, terminal),
    stderr: noteLines(notes) + stderr,
    status: statusOf(fails, isUseless),
  };
}

/** What is missing is a result; a run without any is none. */
function statusOf(fails: boolean, isUseless: boolean): Output['status'] {
  if (isUseless) return 2;
  return fails ? 1 : 0;
}

interface PolicyValues {
  readonly policy?: readonly string[] | undefined;
  readonly simulate?: boolean | undefined;
  readonly 'all-policies'?: boolean | undefined;
}

/** The files to compare with. Throws Failure where they don't go together with the rest of the command line. */
function policyFiles(positionals: readonly string[], { policy = [], simulate, ...values }: PolicyValues) {
  if (policy.length === 0) {
    if (values['all-policies']) throw new Failure('check: --all-policies is about the files of --policy; name them');
    return policy;
  }
  if (simulate) {
    throw new Failure('check: --simulate asks about a deployed role, --policy about files; choose one of them');
  }
  const readers = [...positionals, ...policy].filter((file) => file === '-');
  if (readers.length > 1) throw new Failure('check: only one file can come from standard input; name the others');
  return policy;
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
      return jsonText(checkJson(roles, unreadable, problems));
    case 'github':
      return githubLines(inCheckout(problems));
    case 'sarif':
      return jsonText(sarifOf(inCheckout(problems), packageJson.version));
  }
}

/** Drops the state machines that were compared only because they share a role. */
function withoutOthers(roles: readonly CheckedRole[], id: string | undefined): readonly CheckedRole[] {
  if (id === undefined) return roles;
  const kept = (role: CheckedRole) => role.machines.filter(({ stateMachine }) => (idOf(stateMachine) ?? id) === id);
  return roles.filter((role) => kept(role).length > 0).map((role) => ({ ...role, machines: kept(role) }));
}

/** Asks IAM's simulator as well. */
async function simulated(roles: readonly CheckedRole[], region: string | undefined): Promise<readonly CheckedRole[]> {
  const aws = await import('./deployed.ts');
  const { withAnswers } = await import('./simulator.ts');
  return Promise.all(
    roles.map(async (checked) => {
      const needs = checked.machines.flatMap((machine) => machine.needs);
      const where = region ?? checked.machines[0]?.stateMachine.options.region;
      return withAnswers(checked, await aws.askSimulator(checked.role.arn ?? checked.role.name, needs, where));
    }),
  );
}
