import { factsJson, factsYaml } from '../../facts/print.ts';
import { fileOf, fitOptions, templateOptions } from '../input/arguments.ts';
import { liveLookUp, placedIn } from '../input/live.ts';
import { displayName } from '../input/read.ts';
import { readStateMachines } from '../input/reading.ts';
import { type FittedStateMachine, fitStateMachine } from '../input/stateMachines.ts';
import { unusedOptions } from '../input/unused.ts';
import { parsed } from '../input/usage.ts';
import { findingMessages, noteLines, unreadableLines } from '../messages.ts';
import { COMMAND_OPTIONS, FACTS_OUTPUT, HELP_OPTION, listed, MACHINE_HELP, TEMPLATE_HELP } from '../options.ts';
import { jsonText, type Output } from '../output.ts';
import { askedBy } from './asked.ts';

export const FACTS_HELP = `Prints what is known of the resources that a state machine names, and what is still open, as a facts file: which keys
encrypt them, which roles stand behind them. Fill it in, keep it beside the definition, and give it to --facts.

Usage: rolefit facts FILE [options]

  FILE   a state machine definition (Amazon States Language) in JSON or YAML; a SAM or CloudFormation template; the
         cdk.out folder of a CDK app; a folder of Terraform's .tf files, or a plan or a state as terraform show -json
         prints it; a project's folder, in which rolefit finds what its tool makes (docs/other-tools.md);
         git:REF:PATH, a file in a commit; the ARN of a deployed state machine (which needs
         states:DescribeStateMachine); - reads standard input

A comment at each fact says who states it. What nobody states is a comment with the field to fill in, so that the file
can be used as it is.

${MACHINE_HELP}
${TEMPLATE_HELP}
Output:
${listed({ ...FACTS_OUTPUT, ...HELP_OPTION })}
Examples:
  rolefit facts workflow.asl.json --region eu-west-1 --account 111122223333 > facts.yaml
  rolefit generate workflow.asl.json --region eu-west-1 --account 111122223333 --facts facts.yaml
  rolefit facts template.yaml --live --region eu-west-1 --account 111122223333 > facts.yaml
  rolefit facts template.yaml --facts facts.yaml > complete.yaml
  rolefit facts template.yaml --json | jq '.unknown[].resource'

Exit status: 0 the facts are printed, known or not; 1 a state machine of a template cannot be read; 2 wrong usage or
unreadable input.
`;

/** Runs `rolefit facts` with its arguments. Throws Failure for wrong usage and unreadable input. */
export async function runFacts(args: readonly string[]): Promise<Output> {
  const { values, positionals } = parsed('facts', args, COMMAND_OPTIONS.facts);
  if (values.help) return { stdout: FACTS_HELP, stderr: '', status: 0 };
  const file = fileOf('facts', positionals);
  const found = await readStateMachines('facts', file, fitOptions('facts', values), templateOptions('facts', values));
  const lookUp = await liveLookUp(placedIn(values, found.stateMachines));
  const fitted = await Promise.all(found.stateMachines.map((each) => fitStateMachine(each, lookUp)));
  const unused = unusedOptions(
    values,
    found.stateMachines,
    fitted.map(({ result }) => result),
  );
  const asked = fitted.flatMap(({ result }) => askedBy(result));
  return {
    stdout: values.json ? jsonText(factsJson(asked)) : factsYaml(asked, displayName(file)),
    stderr: [noteLines(found.notes), unreadableLines(found.unreadable), ...fitted.map(remarks), unused].join(''),
    status: found.unreadable.length === 0 ? 0 : 1,
  };
}

/** What is wrong with the facts; the other findings are about the policy. */
function remarks({ stateMachine, result }: FittedStateMachine): string {
  const codes: readonly string[] = ['contradicting-facts', 'unread-facts'];
  return findingMessages(
    stateMachine,
    result.findings.filter(({ code }) => codes.includes(code)),
  ).stderr;
}
