import { resolve } from 'node:path';
import type { ProblemLevel } from '../../analysis/verdictWords.ts';
import type { Finding } from '../../finding.ts';
import { type Placed, placeOfFinding } from '../input/remarks.ts';

/** What a command reports about a file, in the form that code scanning and editors take. */
export interface Problem {
  readonly level: ProblemLevel;
  /** One of the rules: see rules.ts. */
  readonly code: string;
  /** Undefined where no file is concerned, such as for a role in an account. */
  readonly file: string | undefined;
  readonly line?: number;
  /** JSON Pointer of the state. */
  readonly state?: string;
  /** One line. */
  readonly message: string;
}

/** Problems, and the folder that their files are relative to. */
export interface CheckoutProblems {
  readonly problems: readonly Problem[];
  readonly folder: string;
}

/** The findings of a state machine, each where its state stands. */
export function problemsOf(stateMachine: Placed, findings: readonly Finding[]): readonly Problem[] {
  return findings.map((finding) => {
    const { code, severity, state, message } = finding;
    const { file, line } = placeOfFinding(stateMachine, finding);
    return {
      level: severity === 'info' ? 'note' : severity,
      code,
      ...fileAndLine(file, line),
      ...(state === '' ? {} : { state }),
      message,
    };
  });
}

/** A file and a line in it; neither for standard input and for what is deployed. */
export function fileAndLine(file: string, line: number | undefined): Pick<Problem, 'file' | 'line'> {
  if (file === '-' || file.startsWith('arn:')) return { file: undefined };
  return line === undefined ? { file } : { file, line };
}

/** A state's JSON Pointer in front of what is said about it. */
export function problemText({ state, message }: Problem): string {
  return state === undefined ? message : `state ${state}: ${message}`;
}

/** Problems with absolute paths, and the checkout's folder: a command may run in a subfolder of it. */
export function inCheckout(problems: readonly Problem[]): CheckoutProblems {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/variables
  const folder = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const whole = problems.map((problem) =>
    problem.file === undefined ? problem : { ...problem, file: resolve(problem.file) },
  );
  return { problems: whole, folder };
}
