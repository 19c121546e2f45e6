import { formatArn } from '../iam/arn.ts';
import { escapeText } from '../iam/text.ts';
import type { Origin, Resource } from './grant.ts';
import type { CallContext } from './integration.ts';

/** ARNs of the state machine being analysed. */

/** Its name, or `*` with an origin that says so. */
function ownName({ machine }: CallContext): { readonly name: string; readonly origin: Origin } {
  return machine.name === undefined
    ? { name: '*', origin: { kind: 'unnamedMachine' } }
    : { name: escapeText(machine.name), origin: { kind: 'fixed' } };
}

export function ownStateMachine(context: CallContext): readonly Resource[] {
  const { name, origin } = ownName(context);
  return [{ arn: formatArn({ ...context.place, service: 'states', resource: `stateMachine:${name}` }), origin }];
}

/** Its executions or, with a map run's label (`*` for any), the map run's children. */
export function ownExecutions(context: CallContext, kind: 'execution' | 'express', label?: string): Resource {
  const { name, origin } = ownName(context);
  const machine = label === undefined ? name : `${name}/${label}`;
  return { arn: formatArn({ ...context.place, service: 'states', resource: `${kind}:${machine}:*` }), origin };
}
