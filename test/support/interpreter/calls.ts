import { fail, type Json, StatesError } from './json.ts';
import { type Entered, isTerminal, type RoleRequest } from './state.ts';

/** Makes a request: it counts whatever comes back. */
export function call({ run, name }: Entered, request: Omit<RoleRequest, 'state'>): Json {
  run.requests.push({ state: name, ...request });
  const visit = run.visits.get(name) ?? 0;
  run.visits.set(name, visit + 1);
  const outcome = run.outcome(name, visit);
  return 'result' in outcome ? outcome.result : fail(outcome.error, outcome.cause);
}

/** Branches run at the same time: each is run to its end, though another one fails. */
export async function all<T>(parts: readonly T[], runPart: (part: T, index: number) => Promise<Json>): Promise<Json> {
  const results: Json[] = [];
  let failed: StatesError | undefined;
  for (const [index, part] of parts.entries()) {
    try {
      results.push(await runPart(part, index));
    } catch (error) {
      if (!(error instanceof StatesError) || isTerminal(error)) throw error;
      failed ??= error;
    }
  }
  if (failed) throw failed;
  return results;
}
