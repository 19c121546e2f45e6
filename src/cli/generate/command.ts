import { basename } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Fitted, FittedTerraform } from '../../formats/fitted.ts';
import { isLanguage, keepsParameters, WRITERS } from '../../formats/formats.ts';
import { Failure } from '../failure.ts';
import { fileOf, fitOptions, templateOptions } from '../input/arguments.ts';
import { liveLookUp, placedIn } from '../input/live.ts';
import { readStateMachines } from '../input/reading.ts';
import {
  type FittedStateMachine,
  fitStateMachine,
  type InTerraform,
  type StateMachines,
} from '../input/stateMachines.ts';
import { unusedOptions } from '../input/unused.ts';
import { parsed } from '../input/usage.ts';
import { type Colours, findingMessages, noteLines, unreadableMessage } from '../messages.ts';
import { COMMAND_OPTIONS, GENERATE_OUTPUT, HELP_OPTION, listed, MACHINE_HELP, TEMPLATE_HELP } from '../options.ts';
import { jsonText, type Output } from '../output.ts';
import { githubLines } from '../problems/github.ts';
import { type CheckoutProblems, inCheckout, problemsOf } from '../problems/problem.ts';
import { sarifOf } from '../problems/sarif.ts';
import { type MachinesJson, toJson } from './json.ts';

export const GENERATE_HELP = `Prints the IAM policy that a state machine's execution role needs.

Usage: rolefit generate FILE [options]

  FILE   a state machine definition (Amazon States Language) in JSON or YAML; - reads standard input;
         or a CloudFormation or SAM template, or a synthesized CDK app (cdk.out), or a folder of Terraform's .tf files,
         or a plan or a state as terraform show -json prints it, with one state machine or more;
         or a project's folder, in which rolefit finds what its tool makes (docs/other-tools.md);
         git:REF:PATH is a file in a commit; the ARN of a deployed state machine, which is read with the credentials
         that the AWS SDK finds (states:DescribeStateMachine)

The policy goes to standard output, findings (what a person should know about it) to standard error.

${MACHINE_HELP}
${TEMPLATE_HELP}
Output:
${listed({ ...GENERATE_OUTPUT, ...HELP_OPTION })}
Formats:
  json, yaml             the policy document; for a template, in JSON an object of them by logical ID, in YAML a document
                         for each, unless --state-machine asks for one; of Terraform's files, by address
  sam                    the property Policies of an AWS::Serverless::StateMachine
  cloudformation         an AWS::IAM::Policy on the template's role, or an AWS::IAM::Role with it; with --split,
                         AWS::IAM::ManagedPolicy
  terraform              data "aws_iam_policy_document"
  cdk                    TypeScript: a function that makes the PolicyStatements
  github, sarif          the findings and not the policy: annotations in GitHub Actions, or a file for code scanning
  In sam, cloudformation, terraform and cdk, what the template makes stays a reference: !GetAtt Queue.Arn, !Sub, a variable, a token.

Examples:
  rolefit generate workflow.asl.json
  rolefit generate workflow.asl.yaml --region eu-west-1 --account 111122223333 --name orders > policy.json
  rolefit generate workflow.asl.json --substitute OrdersTable=orders --logging --tracing
  rolefit generate workflow.asl.json --json | jq '.calls[] | {state, grants}'
  rolefit generate workflow.asl.json --format terraform > policy.tf
  rolefit generate template.yaml --state-machine Orders --format sam
  rolefit generate template.yaml --parameter Stage=prod
  rolefit generate workflow.asl.json --facts facts.yaml --pass-role arn:aws:iam::111122223333:role/nightly-task
  rolefit generate template.yaml --live --region eu-west-1 --account 111122223333
  rolefit generate cdk.out --format cdk
  rolefit generate infra --format terraform > infra/rolefit.tf
  rolefit generate infra --var stage=prod --plan plan.json
  rolefit generate arn:aws:states:eu-west-1:111122223333:stateMachine:orders

--json prints {"policy", "findings", "calls": [{"state", "service", "api", "pattern", "grants": [{"purpose", "actions",
"resources", "conditions"?, "origins"}]}], "policies"?, "assumedRoles"?, "facts"?: [{"resource", "fact", "answer"?,
"partial"?, "contradicted"?}]}. An origin of kind fact says which fact, of which resource, and from where.

Exit status: 0 the policy is complete; 1 a finding of severity error: the policy would be incomplete or unsafe, or a
template's definition cannot be read; 2 wrong usage or unreadable input.
`;

interface Wanted {
  readonly format: string;
  readonly json: boolean;
  readonly split: boolean;
}

/** Runs `rolefit generate` with its arguments. Throws Failure for wrong usage and unreadable input. */
export async function runGenerate(args: readonly string[], colours?: Colours): Promise<Output> {
  const { values, positionals } = parsed('generate', args, COMMAND_OPTIONS.generate);
  if (values.help) return { stdout: GENERATE_HELP, stderr: '', status: 0 };
  const file = fileOf('generate', positionals);
  const wanted = wantedOf(values);
  const template = { ...templateOptions('generate', values), keepParameters: keepsParameters(wanted.format) };
  const options = { ...fitOptions('generate', values), precautions: values['no-precautions'] !== true };
  const found = readableOf(await readStateMachines('generate', file, options, template));
  const [first] = found.stateMachines;
  const lookUp = await liveLookUp(placedIn(values, found.stateMachines));
  const fitted = await Promise.all(found.stateMachines.map((each) => fitStateMachine(each, lookUp)));
  // A single state machine named by --state-machine is printed like a definition's.
  const isDefinition = first?.template === undefined && found.stateMachines.length + found.unreadable.length === 1;
  const isOne = isDefinition || (template.only !== undefined && fitted.length === 1);
  const unreadable = found.unreadable.map((each) => unreadableMessage(each, colours));
  const findings = fitted.map(({ stateMachine, result }) => findingMessages(stateMachine, result.findings, colours));
  const messages = [...unreadable, ...findings];
  const unused = unusedOptions(
    values,
    found.stateMachines,
    fitted.map(({ result }) => result),
  );
  // GitHub Actions would show the findings twice: as annotations, and in the log.
  const printedMessages = wanted.format === 'github' ? unreadable : messages;
  return {
    stdout: printed(fitted, isOne, wanted),
    stderr: [noteLines(found.notes, colours), ...printedMessages.map(({ stderr }) => stderr), unused].join(''),
    status: messages.some(({ status }) => status === 1) ? 1 : 0,
  };
}

function wantedOf(values: { readonly format?: string; readonly json?: boolean; readonly split?: boolean }): Wanted {
  const { format = 'json', json = false, split = false } = values;
  const choices = GENERATE_OUTPUT.format.choices.join(', ');
  if (!['json', 'github', 'sarif'].includes(format) && !isLanguage(format))
    throw new Failure(`generate: --format ${JSON.stringify(format)} is none of ${choices}`);
  if (json && format !== 'json') throw new Failure(`generate: --json and --format ${format} exclude each other`);
  if (split && format === 'sam')
    throw new Failure(
      'generate: the Policies of SAM are inline, so --split does not help there; use --format cloudformation',
    );
  return { format, json, split };
}

/** Throws Failure where no definition at all can be read. */
function readableOf(found: StateMachines): StateMachines {
  const [unreadable] = found.unreadable;
  if (found.stateMachines.length === 0 && unreadable) throw new Failure(`${unreadable.label}: ${unreadable.reason}`);
  return found;
}

function printed(fitted: readonly FittedStateMachine[], isOne: boolean, { format, json, split }: Wanted): string {
  if (format === 'github') return githubLines(findingsIn(fitted));
  if (format === 'sarif') return jsonText(sarifOf(findingsIn(fitted), packageJson.version));
  if (isLanguage(format)) return WRITERS[format](fitted.map((each) => fittedOf(each, split)));
  const [first] = fitted;
  if (json) {
    const each = ({ result }: FittedStateMachine) => toJson(result, split);
    return jsonText(isOne && first ? each(first) : ({ machines: byKey(fitted, each) } satisfies MachinesJson));
  }
  const each = ({ result }: FittedStateMachine) => (split ? result.policies : result.policy);
  return jsonText(isOne && first ? each(first) : byKey(fitted, each));
}

function findingsIn(fitted: readonly FittedStateMachine[]): CheckoutProblems {
  return inCheckout(fitted.flatMap(({ stateMachine, result }) => problemsOf(stateMachine, result.findings)));
}

/** By logical ID; by label where two stacks of an app share one. */
function byKey<T>(
  fitted: readonly FittedStateMachine[],
  each: (one: FittedStateMachine) => T,
): Readonly<Record<string, T>> {
  const ids = fitted.map(({ stateMachine: { template, label } }) => template?.machine.logicalId ?? label);
  return Object.fromEntries(
    fitted.map((one, index) => {
      const id = ids[index] ?? one.stateMachine.label;
      const isAlone = ids.filter((other) => other === id).length === 1;
      return [isAlone ? id : one.stateMachine.label, each(one)];
    }),
  );
}

function fittedOf({ stateMachine, result }: FittedStateMachine, isSplit: boolean): Fitted {
  const { label, file, options, template } = stateMachine;
  const fileName =
    file === '-' ? '' : basename(file.replace(/^git:[^:]*:/, '')).replace(/(\.asl)?\.(json|ya?ml)$/i, '');
  const role = template?.machine.role.logicalId;
  return {
    label,
    name: nameIn(stateMachine) ?? options.name ?? (fileName === '' ? 'state-machine' : fileName),
    policies: isSplit ? result.policies : [result.policy],
    isSplit,
    ...(template?.terraform === undefined
      ? {}
      : { terraform: terraformOf(template.terraform, template.machine.logicalId) }),
    // Placeholders of Terraform's files are no names in a template.
    template:
      template && template.terraform === undefined
        ? {
            placeholders: template.placeholders,
            role,
            isRoleGenerated: role === `${template.machine.logicalId}Role`,
          }
        : undefined,
  };
}

/** Its logical ID; of Terraform's, the name of the state machine or of its resource. */
function nameIn({ template, options: { name = '' } }: FittedStateMachine['stateMachine']): string | undefined {
  if (template?.terraform === undefined) return template?.machine.logicalId;
  const [, ofResource = ''] = /\.([\w-]+)(?:\[[^.]*\])?$/.exec(template.machine.logicalId) ?? [];
  return name === '' || name.includes('${') ? ofResource : name;
}

function terraformOf(files: InTerraform, address: string): FittedTerraform {
  const [module = ''] = /^(?:module\.[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.)*/.exec(address) ?? [];
  const inModule = files.addresses.flatMap((each) => (each.startsWith(module) ? [each.slice(module.length)] : []));
  return { references: files.references, module, addresses: inModule };
}
