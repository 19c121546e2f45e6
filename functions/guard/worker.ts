import { parentPort, workerData } from 'node:worker_threads';
import { checkTemplate, type TemplatePlace } from '../../src/analysis/checkTemplate.ts';
import { DefinitionError } from '../../src/asl/error.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import type { HookResponse } from './response.ts';
import { judged, undecided } from './response.ts';

/** The thread that reads a template. Whatever a template does to it, the function goes on without it: analysis.ts. */

export interface Question {
  readonly token: string;
  readonly template: string;
  readonly place: TemplatePlace;
}

export interface Finished {
  readonly response: HookResponse;
  readonly counts: GuardCounts;
}

/** What the metrics and the log say; nothing of what a template says. */
export interface GuardCounts {
  readonly compared: number;
  readonly rules: Readonly<Record<string, number>>;
}

async function answerTo({ token, template, place }: Question): Promise<Finished> {
  try {
    const judgement = judgementOf(await checkTemplate(template, place));
    return { response: judged(token, judgement), counts: countsOf(judgement) };
  } catch (error) {
    return { response: undecided(token, reasonOf(error)), counts: { compared: 0, rules: {} } };
  }
}

function countsOf({ notes, compared }: Judgement): GuardCounts {
  const rules = Map.groupBy(notes, ({ rule }) => rule);
  return { compared, rules: Object.fromEntries([...rules].map(([rule, all]) => [rule, all.length])) };
}

function reasonOf(error: unknown): string {
  if (error instanceof DefinitionError) return `the template cannot be read: it ${error.message}`;
  // A walk that overflows the stack.
  if (error instanceof RangeError) return 'the template is nested too deeply, or something in it is too long';
  return `rolefit failed with ${error instanceof Error ? error.name : 'an unknown error'}`;
}

const question: Question = workerData;
parentPort?.postMessage(await answerTo(question));
