import type { ManagedRule } from '../iam/managedRules.ts';
import { escapeText } from '../iam/text.ts';
import { isPresentAt, knownText, mayBePresent, type Value } from '../values/domain/value.ts';
import type { Conditions, Doubt, Resource } from './grant.ts';
import { argument, type CallContext, type GrantRow, type ResourceSpec } from './integration.ts';
import { patternOf } from './partial.ts';
import { arn } from './resources.ts';
import { passedRoles } from './roles.ts';

/** The kinds of rows that most tables consist of. */

type Resources = ResourceSpec | readonly ResourceSpec[];

function row(purpose: GrantRow['purpose'], actions: string | readonly string[], on: Resources): GrantRow {
  return { purpose, actions: [actions].flat(), resources: [on].flat() };
}

/** The request itself. */
export function call(actions: string | readonly string[], on: Resources): GrantRow {
  return row('call', actions, on);
}

/** What the request reads or writes in other resources. */
export function data(actions: string | readonly string[], on: Resources): GrantRow {
  return row('data', actions, on);
}

/** How Step Functions checks whether a job has ended (`.sync`). */
export function poll(actions: string | readonly string[], on: Resources): GrantRow {
  return { ...row('poll', actions, on), patterns: ['sync'] };
}

/** How Step Functions stops the job of a stopped task (`.sync`). */
export function cancel(actions: string | readonly string[], on: Resources): GrantRow {
  return { ...row('cancel', actions, on), patterns: ['sync'] };
}

/**
 * The EventBridge rule that Step Functions manages to be notified of a job's end (`.sync`).
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html#connect-iam-sync-async
 */
export function events(rule: ManagedRule): GrantRow {
  const actions = ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'];
  return { ...row('events', actions, arn('events', `rule/${rule}`)), patterns: ['sync'] };
}

/** Passes the roles in these arguments to a service. */
export function passRole(fields: string | readonly string[], principal: string): readonly GrantRow[] {
  const names = [fields].flat();
  return passedAs(
    (context) => names.flatMap((field) => passedRoles(argument(context, field), field, context)),
    principal,
  );
}

/**
 * Passes these roles to a service. A name doesn't include the role's path, so the role of that name in any path is
 * allowed as well: which of the two it is, only a fact tells.
 */
export function passedAs(roles: ResourceSpec, principal: string): readonly GrantRow[] {
  const passes = (isIncluded: (role: Resource) => boolean): GrantRow => ({
    ...row('passRole', 'iam:PassRole', (context) => roles(context).filter(isIncluded)),
    conditions: passedTo(principal),
  });
  return [
    passes((role) => !isInAnyPath(role)),
    conditional('the role has a path, which its name does not include', ROLE_NAMES, passes(isInAnyPath)),
  ];
}

const ROLE_NAMES = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html';

function isInAnyPath({ arn }: Resource): boolean {
  return arn.includes(':role/*/');
}

/**
 * The service that the role may be passed to. Service principals end in amazonaws.com in every partition; in China,
 * some services (EC2, EMR) have kept amazonaws.com.cn, so both are allowed there.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passedTo(
  principal: string,
  operator: 'StringEquals' | 'StringEqualsIfExists' = 'StringEquals',
): (context: CallContext) => Conditions {
  const passedToService = (...principals: readonly string[]): Conditions => ({
    [operator]: { 'iam:PassedToService': principals },
  });
  const anywhere = passedToService(principal);
  const china = passedToService(principal, `${principal}.cn`);
  return (context) => (isChina(context) ? china : anywhere);
}

/**
 * Creates the role that the service needs once in an account; `page` says so. In China, the service may have a
 * principal in amazonaws.com.cn as well (`china`).
 */
export function serviceLinkedRole(
  principal: string,
  role: string,
  page: string,
  { china = false }: { readonly china?: boolean } = {},
): GrantRow {
  const under = (folder: string) => arn('iam', `role/aws-service-role/${folder}/${role}`, { region: '' });
  const [anywhere, inChina] = [under(principal), under(`${principal}.cn`)];
  const named = (names: readonly string[]): Conditions => ({ StringLike: { 'iam:AWSServiceName': names } });
  const [name, bothNames] = [named([principal]), named([principal, `${principal}.cn`])];
  const isInChina = (context: CallContext) => china && isChina(context);
  return conditional(`the account has no ${role.replaceAll('*', '')} yet`, page, {
    ...row('serviceLinkedRole', 'iam:CreateServiceLinkedRole', (context) =>
      isInChina(context) ? [...anywhere(context), ...inChina(context)] : anywhere(context),
    ),
    conditions: (context) => (isInChina(context) ? bothNames : name),
  });
}

function isChina({ place }: CallContext): boolean {
  return place.partition === 'aws-cn';
}

/**
 * The row counts only if at least one of these arguments may be given. If only a run tells whether it is, the grant is
 * conditional.
 */
export function ifGiven(fields: string | readonly string[], inner: GrantRow): GrantRow {
  const names = [fields].flat();
  const byRun = ifRunGives(names);
  const doubt = (context: CallContext) =>
    names.some((field) => isPresentAt(context.arguments, field)) ? inner.doubt?.(context) : byRun;
  return { ...inner, when: (context) => names.some((field) => mayBePresent(argument(context, field))), doubt };
}

/** Only a run tells whether the call has any of these arguments. */
export function ifRunGives(args: readonly string[]): Doubt {
  return { certainty: 'conditional', reason: `a run gives ${args.join(' or ')}`, source: STATE_INPUT };
}

/** What a state's arguments are made of. */
export const STATE_INPUT = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html';

/** The row counts only under circumstances that neither a definition nor a fact tells: 'needed only if …'. */
export function conditional(reason: string, source: string, inner: GrantRow): GrantRow {
  return doubted({ certainty: 'conditional', reason, source }, inner);
}

/** The row is harmless and may help, but roles do without it: 'granted as a precaution: …'. */
export function precaution(reason: string, source: string, inner: GrantRow): GrantRow {
  return doubted({ certainty: 'precaution', reason, source }, inner);
}

function doubted(doubt: Doubt, inner: GrantRow): GrantRow {
  return { ...inner, doubt: () => doubt };
}

/** Conditions on a known text, or on the pattern of a partly known one; undefined if nothing is known. */
export function whenLike(key: string, value: Value): Conditions | undefined {
  const pattern = patternOf(value);
  return pattern === undefined ? whenKnown('StringLike', key, knownText(value)) : { StringLike: { [key]: [pattern] } };
}

/** Conditions on a known text, or on the pattern of a partly known one, with the operator that suits it. */
export function whenMatching(key: string, value: Value): Conditions | undefined {
  return patternOf(value) === undefined ? whenKnown('StringEquals', key, knownText(value)) : whenLike(key, value);
}

/** Conditions on a known text; undefined if it is unknown. */
function whenKnown(operator: string, key: string, text: string | undefined): Conditions | undefined {
  return text === undefined ? undefined : { [operator]: { [key]: [escapeText(text)] } };
}
