import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Undecided } from './event.ts';
import type { Finished, Question } from './worker.ts';

/** Has a template read in a thread of its own, which may take so much time and memory and no more. */

export interface AnalysisLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** The thread's file has the form of this one: TypeScript here, a bundle where it is deployed. */
const FILE = new URL(`./worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);

/** Rejects with Undecided where the thread takes too long or too much, or ends without an answer. */
export function analyse(question: Question, { milliseconds, megabytes }: AnalysisLimits): Promise<Finished> {
  const { promise, resolve, reject } = Promise.withResolvers<Finished>();
  const worker = new Worker(FILE, {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // Nothing that a template says gets into the log, whatever writes it.
    stdout: true,
    stderr: true,
  });
  const late = setTimeout(() => reject(new Undecided('it takes too long to read this template')), milliseconds);
  worker.once('message', resolve);
  worker.once('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    reject(new Undecided(isMemory ? 'it takes too much memory to read this template' : 'the analysis failed'));
  });
  worker.once('exit', () => reject(new Undecided('the analysis ended without an answer')));
  return promise.finally(() => {
    clearTimeout(late);
    // Not awaited: what keeps a thread from ending must not keep the answer.
    void worker.terminate();
  });
}
