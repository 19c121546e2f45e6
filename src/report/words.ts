import type { State } from '../asl/workflow.ts';
import type { FactName } from '../facts/fact.ts';
import { sourceWords } from '../facts/words.ts';
import type { Origin, Purpose } from '../grants/grant.ts';
import type { Tightness } from '../grants/tightness.ts';

export interface TightnessWords {
  readonly label: string;
  readonly meaning: string;
}

export function tightnessWords(tightness: Tightness): TightnessWords {
  switch (tightness) {
    case 'none':
      return { label: 'no permission', meaning: 'calls nothing, or what it calls needs no permission' };
    case 'exact':
      return { label: 'exact', meaning: 'every resource is named' };
    case 'pattern':
      return { label: 'pattern', meaning: "part of a resource's name is open, the rest is fixed" };
    case 'limit':
      return { label: 'fixed wildcard', meaning: 'a wildcard that no definition could narrow' };
    case 'open':
      return { label: 'wildcard', meaning: 'only a run tells which resource it is' };
    case 'error':
      return { label: 'incomplete', meaning: 'the policy would be incomplete or unsafe' };
  }
}

export function purposeWords(purpose: Purpose): string {
  switch (purpose) {
    case 'call':
      return 'to make the call';
    case 'poll':
      return 'to ask whether the job has ended';
    case 'events':
      return 'to be told when the job has ended';
    case 'cancel':
      return 'to stop the job when the task is stopped';
    case 'passRole':
      return 'to pass a role';
    case 'serviceLinkedRole':
      return "to make the service's own role, once in an account";
    case 'data':
      return 'to read and write its data';
    case 'childWorkflow':
      return 'to run the child workflows';
    case 'redrive':
      return 'to redrive the map run';
    case 'logs':
      return 'to deliver logs';
    case 'tracing':
      return 'to send traces';
    case 'encryption':
      return 'to use the key that encrypts it';
    case 'assumeRole':
      return 'to assume the role that makes the call';
  }
}

/** Where a resource's name comes from, as pieces of a sentence: a piece is plain text or a quotation of the definition. */
export type Piece = string | { readonly code: string };

/** `nameOf` returns a state's name by its JSON Pointer. */
export function originWords(origin: Origin, nameOf: (path: string) => string): readonly Piece[] {
  const field = 'field' in origin ? { code: origin.field } : '';
  switch (origin.kind) {
    case 'literal':
      return ['the definition says it in ', field];
    case 'resolved':
      return [field, ' is ', { code: origin.expression }, `, which ${nameOf(origin.setBy)} sets to this one value`];
    case 'pattern':
      return [
        field,
        ' is ',
        { code: origin.expression },
        ', of which ',
        { code: origin.unknown },
        ' is known only at run time',
        ...causeWords(origin.cause, nameOf),
      ];
    case 'assumedName':
      return [field, ' is the placeholder ', { code: origin.placeholder }, ', taken for a name'];
    case 'unknown':
      return [field, ' is known only at run time: ', { code: origin.expression }, ...causeWords(origin.cause, nameOf)];
    case 'missing':
      return [field, ' is missing: it would name the resource'];
    case 'unnamedMachine':
      return ["the state machine's own ARN, whose name is not known (", { code: '--name' }, ' gives it)'];
    case 'fixed':
      return ['always the same for this call'];
    case 'fact':
      // What --pass-role states is of no resource that the definition names.
      if (origin.fact === 'roles' && /:role\/\*$/.test(origin.of)) {
        return [`a role that is passed where nothing names one, from ${sourceWords(origin)}`];
      }
      return [`${FACT_WORDS[origin.fact]} `, { code: origin.of }, `, from ${sourceWords(origin)}`];
    case 'wildcard':
      return ['cannot be narrower: ', origin.reason];
  }
}

const FACT_WORDS: Readonly<Record<FactName, string>> = {
  key: 'the key of',
  roles: 'a role named by',
  path: 'the path of',
  secret: 'the secret of',
  output: 'the place of the query results of',
  enforced: 'the place of the query results of',
  type: 'the type of',
  models: 'a model behind',
};

type Cause = Extract<Origin, { kind: 'unknown' }>['cause'];

function causeWords(cause: Cause, nameOf: (path: string) => string): readonly Piece[] {
  if (cause === undefined) return [];
  const where = cause.state === '' ? '' : `, in ${nameOf(cause.state)}`;
  return [` (${cause.reason}${where}${cause.widened ? '; too many values to follow each' : ''})`];
}

/** Why a state needs nothing, for those that make no call. */
export function idleWords(state: State | undefined): string {
  switch (state?.type) {
    case 'Pass':
      return 'A Pass state only shapes data: the role needs nothing for it.';
    case 'Choice':
      return 'A Choice state only decides where to go: the role needs nothing for it.';
    case 'Wait':
      return 'A Wait state only waits: the role needs nothing for it.';
    case 'Succeed':
    case 'Fail':
      return `A ${state.type} state only ends the workflow: the role needs nothing for it.`;
    case 'Parallel':
      return 'A Parallel state needs nothing itself; the states in its branches may.';
    case 'Map':
      return 'An inline Map needs nothing itself; the states in it may.';
    default:
      return 'Nothing is known of what this needs; see its findings.';
  }
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A number with commas between its thousands. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
