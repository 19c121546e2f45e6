import type { Context } from 'aws-lambda';
import { analyse } from './analysis.ts';
import { type Invocation, readInvocation, templateIn, tokenOf, Undecided } from './event.ts';
import { MOST_BYTES, payloadAt } from './payload.ts';
import { report } from './report.ts';
import { type HookResponse, NO_MACHINE, passed, undecided } from './response.ts';
import type { Finished } from './worker.ts';

/**
 * The Lambda entry point of the guard, a CloudFormation Lambda Hook. It compares the state machines of a template with
 * their roles before CloudFormation deploys it, and answers in any case: an answer that is late counts as a failure of
 * which nobody knows the reason.
 */
export async function handler(event: unknown, { invokedFunctionArn }: Pick<Context, 'invokedFunctionArn'>) {
  const started = Date.now();
  let stack = '';
  let why: string | undefined;
  let answer: Finished;
  try {
    const invocation = readInvocation(event, invokedFunctionArn);
    stack = invocation.stack;
    answer = await answerTo(invocation, started);
  } catch (error) {
    why =
      error instanceof Undecided
        ? error.message
        : `rolefit failed with ${error instanceof Error ? error.name : 'an unknown error'}`;
    answer = { response: undecided(tokenOf(event), why), counts: NOTHING };
  }
  report({ ...answer, stack, ...(why === undefined ? {} : { undecided: why }), milliseconds: Date.now() - started });
  return answer.response;
}

/**
 * Milliseconds from the start: a Hook waits 30 seconds for its answer, a cold start included.
 *
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/hooks-concepts.html, Timeout and retry limits
 */
const TIME = { payload: 8_000, answer: 20_000 } as const;
/** Of the 1,769 MB that the function has. */
const MEGABYTES = 1_024;

const NOTHING = { compared: 0, rules: {} } as const;

async function answerTo({ token, place, target }: Invocation, started: number): Promise<Finished> {
  if (target.kind === 'nothing') return nothing(passed(token, target.why));
  const template =
    target.kind === 'resource'
      ? target.template
      : templateIn(await payloadAt(target.url, { bytes: MOST_BYTES, signal: AbortSignal.timeout(TIME.payload) }));
  if (template === undefined) return nothing(passed(token, 'There is no template'));
  if (!mayHaveStateMachine(template)) return nothing(passed(token, NO_MACHINE));
  const milliseconds = started + TIME.answer - Date.now();
  return analyse({ token, template, place }, { milliseconds, megabytes: MEGABYTES });
}

function nothing(response: HookResponse): Finished {
  return { response, counts: NOTHING };
}

const MAY_HAVE = /StateMachine|\\[uUx\r\n\u0085\u2028\u2029]/;

/**
 * False for most templates of an account, which are not read any further: what the guard cannot read of them must not stop
 * anybody. The escapes of JSON and YAML could hide a type's name, and so could the line
 * breaks that YAML 1.1 alone has. What transforms add is seen when CloudFormation makes it.
 */
function mayHaveStateMachine(template: string): boolean {
  return MAY_HAVE.test(template);
}
