import { relative, resolve } from 'node:path';
import type { ProblemLevel } from '../../analysis/verdictWords.ts';
import { visible } from '../../report/html.ts';
import { type CheckoutProblems, type Problem, problemText } from './problem.ts';

/**
 * Problems as workflow commands: GitHub Actions shows them beside the lines of a pull request.
 *
 * Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubLines({ problems, folder }: CheckoutProblems): string {
  return problems.map((problem) => `${command(problem, folder)}\n`).join('');
}

const COMMANDS: Readonly<Record<ProblemLevel, string>> = { error: 'error', warning: 'warning', note: 'notice' };

function command(problem: Problem, folder: string): string {
  const { level, code, file, line } = problem;
  const properties = [
    // GitHub knows files by their path from the checkout's root, with forward slashes.
    ...(file === undefined ? [] : [`file=${property(relative(folder, resolve(folder, file)).replaceAll('\\', '/'))}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(`rolefit ${code}`)}`,
  ];
  return `::${COMMANDS[level]} ${properties.join()}::${data(visible(problemText(problem)))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
