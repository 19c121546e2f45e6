import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { reportPage } from '../../report/page.ts';
import { Failure } from '../failure.ts';
import { fileOf, fitOptions, templateOptions } from '../input/arguments.ts';
import { liveLookUp, placedIn } from '../input/live.ts';
import { oneStateMachine } from '../input/reading.ts';
import { fitStateMachine } from '../input/stateMachines.ts';
import { unusedOptions } from '../input/unused.ts';
import { parsed } from '../input/usage.ts';
import { findingMessages, noteLines } from '../messages.ts';
import { COMMAND_OPTIONS, HELP_OPTION, listed, MACHINE_HELP, REPORT_OUTPUT, TEMPLATE_HELP } from '../options.ts';
import type { Output } from '../output.ts';

export const REPORT_HELP = `Draws a state machine and what each of its states may do, as one HTML page.

Usage: rolefit report FILE [options]

  FILE   a state machine definition (Amazon States Language) in JSON or YAML; - reads standard input;
         or a CloudFormation or SAM template, or cdk.out, or a folder of Terraform's .tf files, or a plan or a state as
         terraform show -json prints it: with several state machines, --state-machine chooses one;
         git:REF:PATH, a file in a commit; the ARN of a deployed state machine (which needs states:DescribeStateMachine)

The page needs nothing else: it can be mailed, attached to a pull request, opened without a network, and printed.
Findings (what a person should know about the policy) go to standard error as well.

${MACHINE_HELP}
${TEMPLATE_HELP}
Output:
${listed({ ...REPORT_OUTPUT, ...HELP_OPTION })}
Examples:
  rolefit report workflow.asl.json -o report.html
  rolefit report template.yaml --state-machine Orders -o orders.html
  rolefit report workflow.asl.yaml --region eu-west-1 --account 111122223333 --name orders > report.html

Exit status: 0 the policy is complete; 1 a finding of severity error: the policy would be incomplete or unsafe (the
page is made); 2 wrong usage or unreadable input.
`;

/** Runs `rolefit report` with its arguments. Throws Failure for wrong usage, unreadable input and unwritable output. */
export async function runReport(args: readonly string[], toTerminal: boolean): Promise<Output> {
  const { values, positionals } = parsed('report', args, COMMAND_OPTIONS.report);
  if (values.help) return { stdout: REPORT_HELP, stderr: '', status: 0 };
  const file = fileOf('report', positionals);
  const { output } = values;
  if (output === undefined && toTerminal) {
    throw new Failure('report: a terminal cannot show the page; name a file with -o report.html, or redirect it');
  }
  const { stateMachine, notes } = await oneStateMachine(
    'report',
    file,
    fitOptions('report', values),
    templateOptions('report', values),
  );
  const { result } = await fitStateMachine(stateMachine, await liveLookUp(placedIn(values, [stateMachine])));
  const title =
    values.title ??
    values.name ??
    stateMachine.template?.machine.logicalId ??
    stateMachine.options.name ??
    titleOf(file);
  const page = reportPage(result, title);
  if (output !== undefined) write(output, page);
  const { stderr, status } = findingMessages(stateMachine, result.findings);
  const unused = unusedOptions(values, [stateMachine], [result]);
  return { stdout: output === undefined ? page : '', stderr: noteLines(notes) + stderr + unused, status };
}

function titleOf(file: string): string {
  return file === '-' ? 'State machine' : basename(file);
}

function write(output: string, page: string): void {
  try {
    writeFileSync(output, page);
  } catch (error) {
    throw new Failure(`report: ${output} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
