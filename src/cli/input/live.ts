import type { LookUp } from '../../facts/lookUp.ts';
import type { StateMachine } from './stateMachines.ts';

/** Waiting at a terminal is cheaper than a policy without its facts. */
const LIMITS = { requests: 1000, milliseconds: 120_000 } as const;

/** Looks facts up in AWS, if --live asks for it. One for a whole command: it remembers what it has read. */
export async function liveLookUp({
  live = false,
  region,
}: {
  readonly live?: boolean | undefined;
  readonly region?: string | undefined;
}): Promise<LookUp | undefined> {
  if (!live) return undefined;
  const { awsLookUp } = await import('../../aws/facts.ts');
  return awsLookUp({ region, limits: LIMITS, signal: new AbortController().signal });
}

/** The options with the Region of a state machine, where the command line names none. */
export function placedIn(
  { live, region }: { readonly live?: boolean | undefined; readonly region?: string | undefined },
  [first]: readonly StateMachine[],
) {
  return { live, region: region ?? first?.options.region };
}
