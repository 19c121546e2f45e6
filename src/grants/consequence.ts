import type { Purpose } from './grant.ts';

/**
 * What happens while a grant of this purpose is missing, for a state of this name. The table of purposes in
 * docs/glossary.md says the same.
 */
export function consequence(purpose: Purpose, state: string): string {
  const name = state === '' ? 'the state machine' : state;
  switch (purpose) {
    case 'call':
      return `${name} fails with AccessDenied`;
    case 'data':
      return `${name} fails, often late`;
    case 'poll':
      return `a lost event would leave ${name} hanging for ever`;
    case 'events':
      return `the end of ${name}'s job is noticed late, and creating or updating the state machine is refused`;
    case 'cancel':
      return `the job of ${name} would keep running, and costing, when the task is stopped`;
    case 'passRole':
      return `the request of ${name} is refused`;
    case 'serviceLinkedRole':
      return `the first request of ${name} in an account fails`;
    case 'childWorkflow':
      return `the map run of ${name} fails`;
    case 'redrive':
      return `a redrive of ${name} fails`;
    case 'logs':
      return 'the state machine cannot be created or updated';
    case 'tracing':
      return 'traces are missing';
    case 'encryption':
      return state === '' ? 'executions fail' : `${name} fails with AccessDenied`;
    case 'assumeRole':
      return `${name} fails, since it cannot assume its role`;
  }
}

/** A state's name from its JSON Pointer: `/States/Each~1one/ItemProcessor/States/Pay` → `Pay`. */
export function stateName(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}
