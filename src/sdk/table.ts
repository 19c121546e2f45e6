import { type ArgumentNames, namesOfArguments } from '../grants/argumentNames.ts';
import type { Doubt } from '../grants/grant.ts';
import type { Api, GrantRow, Remark, Table } from '../grants/integration.ts';
import { everything } from '../grants/resources.ts';
import { ifRunGives, passedTo } from '../grants/rows.ts';
import { OPTIMIZED } from '../integrations/index.ts';
import { inItsPlace } from '../integrations/places.ts';
import { own } from '../own.ts';
import { inAccounts } from './accounts.ts';
import { type Condition, mayHold, mustHold, parseCondition } from './condition.ts';
import { keyRemarks, serviceKeyRemarks } from './keyRemarks.ts';
import { namesKey, sdkKeyRows } from './keyRows.ts';
import { parsePattern } from './pattern.ts';
import { requestConditions } from './requestConditions.ts';
import { resourcesOf } from './resources.ts';
import { parseRestriction } from './restriction.ts';
import { parseRoleField, rolesPassed } from './roles.ts';
import type { AllowRow, OperationData, PassRow, PossibleNeed, ServiceData } from './service.ts';
import { partiql } from './special.ts';
import { asSpelled } from './spelled.ts';

/** The patterns of every SDK integration: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
const PATTERNS: Api['patterns'] = ['requestResponse', 'waitForTaskToken'];

/**
 * A service's table for the analysis. An operation is read from the data on demand: Amazon EC2 has more than 800, and a
 * definition calls only a few.
 */
export function tableOf(service: string, data: ServiceData, argumentNames: ArgumentNames = {}): Table {
  const known = new Map<string, Api>();
  return {
    service,
    page: data.page,
    names: () => Object.keys(data.operations),
    api: (name) => {
      const operation = own(data.operations, name);
      if (operation === undefined) return undefined;
      let api = known.get(name);
      if (!api) {
        const takes = namesOfArguments(own(argumentNames, name));
        const needs = inItsPlace('sdk', service, apiOf(service, operation, name));
        known.set(name, (api = takes === undefined ? needs : { ...needs, argumentNames: takes }));
      }
      return api;
    },
  };
}

function apiOf(service: string, operation: OperationData, name: string): Api {
  if ('nothing' in operation) return { patterns: PATTERNS, grants: [], needsNothing: () => operation.nothing };
  if ('unsupported' in operation) return { patterns: PATTERNS, grants: [], unusable: operation.unsupported };
  if ('special' in operation) return partiql;
  if ('optimized' in operation) return optimizedApi(operation.optimized, name);
  const { allow, pass = [], mayNeed: notes = [], keys = [], serviceKeys = {}, unconfirmed } = operation;
  const api: Api = {
    patterns: PATTERNS,
    grants: [...allow.flatMap((row) => allowRows(service, row, name)), ...pass.map(passRow)],
  };
  const remarks = [
    ...(notes.length === 0 ? [] : [notesRemarks(notes.map(noteOf))]),
    ...(keys.length === 0 ? [] : [keyRemarks(keys)]),
    ...(Object.keys(serviceKeys).length === 0 ? [] : [serviceKeyRemarks(serviceKeys)]),
    ...(unconfirmed ? [() => [unconfirmedRemark(allow.flatMap(({ actions }) => actions))]] : []),
  ];
  return remarks.length === 0 ? api : { ...api, remarks: (context) => remarks.flatMap((each) => each(context)) };
}

/** What an operation may need, and when that deserves a remark: always, if it has no conditions. */
interface Note {
  readonly what: string;
  readonly when?: GrantRow['when'];
}

function noteOf(row: string | PossibleNeed): Note {
  if (typeof row === 'string') return { what: row };
  const { what, when, unless = [] } = row;
  return { what, ...whenOf(when, unless) };
}

function notesRemarks(notes: readonly Note[]): NonNullable<Api['remarks']> {
  return (context) => {
    const may = notes.filter(({ when }) => when?.(context) !== false);
    return may.length === 0 ? [] : [notGrantedRemark(may.map(({ what }) => what))];
  };
}

function optimizedApi(service: string, name: string): Api {
  const api = own(OPTIMIZED.find((integration) => integration.service === service)?.apis, name);
  if (!api) throw new Error(`${service}:${name} is no optimized integration`);
  return { ...api, patterns: PATTERNS };
}

const NO_RESOURCES = everything('IAM has no narrower resource for it');

function allowRows(service: string, row: AllowRow, operation: string): readonly GrantRow[] {
  const { actions, on, purpose, when: texts, unless = [], only = [], doubt } = row;
  const base: Omit<GrantRow, 'resources'> = {
    purpose: purpose ?? 'call',
    actions,
    ...whenOf(texts, unless),
    ...(doubt === undefined ? {} : { doubt: () => doubt }),
  };
  if (on.length === 0) return restricted({ ...base, resources: [NO_RESOURCES] }, operation);
  const patterns = on.map(parsePattern);
  const ofKeys = actions.every((action) => action.startsWith('kms:'));
  const others = ofKeys ? patterns.filter((pattern) => !namesKey(pattern)) : patterns;
  return [
    ...(others.length === 0
      ? []
      : restricted({ ...base, resources: [asSpelled(service, inAccounts(service, resourcesOf(others)))] }, operation)),
    ...(ofKeys ? sdkKeyRows(base, patterns, only.map(parseRestriction)) : []),
  ];
}

/** The row, with actions of their own where IAM compares arguments of their requests. */
function restricted(row: GrantRow, operation: string): readonly GrantRow[] {
  const conditional = row.actions.flatMap((action): readonly GrantRow[] => {
    const conditions = requestConditions(action, operation);
    return conditions === undefined ? [] : [{ ...row, actions: [action], conditions }];
  });
  if (conditional.length === 0) return [row];
  const rest = row.actions.filter((action) => !conditional.some(({ actions }) => actions.includes(action)));
  return rest.length === 0 ? conditional : [{ ...row, actions: rest }, ...conditional];
}

/** When a row counts. If only a run tells whether it does, the call needs it under that condition. */
function whenOf(texts: readonly string[] | undefined, unless: readonly string[]): Pick<GrantRow, 'when' | 'doubt'> {
  if (texts === undefined && unless.length === 0) return {};
  const when = texts?.map(parseCondition);
  const exceptions = unless.map(parseCondition);
  const mayCount: NonNullable<GrantRow['when']> = ({ arguments: args }) =>
    (when === undefined || when.some((condition) => mayHold(args, condition))) &&
    !exceptions.some((condition) => mustHold(args, condition));
  if (when === undefined) return { when: mayCount };
  const doubt = dependsOnRun(when);
  return {
    when: mayCount,
    doubt: ({ arguments: args }) => (when.some((one) => mustHold(args, one)) ? undefined : doubt),
  };
}

function dependsOnRun(when: readonly Condition[]): Doubt {
  const texts = when.map((condition) =>
    condition.kind === 'given' ? condition.path : `${condition.path} that starts with ${condition.start}`,
  );
  return ifRunGives(texts);
}

/** If only a run tells whether the call has an argument with a role, it passes one under that condition. */
function passRow({ fields: texts, to, ifAsked }: PassRow): GrantRow {
  const fields = texts.map(parseRoleField);
  const paths = fields.flatMap((field) => (field.kind === 'argument' ? [field.path] : []));
  const byRun = ifRunGives(paths);
  const isCertain: NonNullable<GrantRow['when']> = ({ arguments: args }) =>
    paths.length < fields.length || paths.some((path) => mustHold(args, { kind: 'given', path }));
  return {
    purpose: 'passRole',
    actions: ['iam:PassRole'],
    resources: [rolesPassed(fields)],
    conditions: passedTo(to, ifAsked ? 'StringEqualsIfExists' : 'StringEquals'),
    doubt: (context) => (isCertain(context) ? undefined : byRun),
  };
}

function notGrantedRemark(actions: readonly string[]): Remark {
  return {
    code: 'dependent-action',
    severity: 'info',
    message: `May need more, depending on the account's settings, which is not granted: ${actions.join(', ')}. See the service authorization reference.`,
  };
}

/** 'You usually allow or deny access to the API operation or CLI command with the same name', the reference says. */
function unconfirmedRemark(actions: readonly string[]): Remark {
  return {
    code: 'unconfirmed-action',
    severity: 'warning',
    message: `IAM's reference does not have ${actions.join(', ')}: taken from the operation's name, as most actions are. Try the call before you rely on it.`,
  };
}
