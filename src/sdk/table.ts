import type { Api, GrantRow, Remark, Table } from '../grants/integration.ts';
import { everything } from '../grants/resources.ts';
import { passedTo } from '../grants/rows.ts';
import { OPTIMIZED } from '../integrations/index.ts';
import { own } from '../own.ts';
import { inAccounts } from './accounts.ts';
import { type Condition, mayHold, mustHold, parseCondition } from './condition.ts';
import { parsePattern } from './pattern.ts';
import { resourcesOf } from './resources.ts';
import { parseRoleField, rolesPassed } from './roles.ts';
import type { AllowRow, OperationData, PassRow, PossibleNeed, ServiceData } from './service.ts';
import { partiql } from './special.ts';

/** The patterns of every SDK integration: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
const PATTERNS: Api['patterns'] = ['requestResponse', 'waitForTaskToken'];

/**
 * A service's table for the analysis. An operation is read from the data on demand: Amazon EC2 has more than 800, and a
 * definition calls only a few.
 */
export function tableOf(service: string, data: ServiceData): Table {
  const known = new Map<string, Api>();
  return {
    service,
    page: data.page,
    names: () => Object.keys(data.operations),
    api: (name) => {
      const operation = own(data.operations, name);
      if (operation === undefined) return undefined;
      let api = known.get(name);
      if (!api) known.set(name, (api = apiOf(service, operation, name)));
      return api;
    },
  };
}

function apiOf(service: string, operation: OperationData, name: string): Api {
  if ('nothing' in operation) return { patterns: PATTERNS, grants: [], needsNothing: () => operation.nothing };
  if ('unsupported' in operation) return { patterns: PATTERNS, grants: [], unusable: operation.unsupported };
  if ('special' in operation) return partiql;
  if ('optimized' in operation) return optimizedApi(operation.optimized, name);
  const { allow, pass = [], mayNeed: notes = [], keys = [], unconfirmed } = operation;
  const api: Api = {
    patterns: PATTERNS,
    grants: [...allow.map((row) => allowRow(service, row)), ...pass.map(passRow)],
  };
  if (notes.length === 0 && keys.length === 0 && !unconfirmed) return api;
  return { ...api, remarks: remarksOf(notes.map(noteOf), keys, unconfirmed ? allow : []) };
}

/** What an operation may need, and when that deserves a remark: always, if it has no conditions. */
interface Note {
  readonly what: string;
  readonly when?: readonly Condition[];
}

function noteOf(row: string | PossibleNeed): Note {
  return typeof row === 'string' ? { what: row } : { what: row.what, when: row.when.map(parseCondition) };
}

/** `unconfirmed` marks rows whose actions aren't in the reference. */
function remarksOf(
  notes: readonly Note[],
  keys: readonly string[],
  unconfirmed: readonly AllowRow[],
): NonNullable<Api['remarks']> {
  const conditions = keys.map((path): Condition => ({ kind: 'given', path }));
  const always = unconfirmed.length === 0 ? [] : [unconfirmedRemark(unconfirmed.flatMap(({ actions }) => actions))];
  return ({ arguments: args }) => {
    const may = notes.filter(({ when }) => when === undefined || when.some((condition) => mayHold(args, condition)));
    const keysGiven = conditions.filter((condition) => mayHold(args, condition)).map(({ path }) => path);
    const needs = [...may.map(({ what }) => what), ...(keysGiven.length === 0 ? [] : [keyUse(keysGiven)])];
    return [...(needs.length === 0 ? [] : [notGrantedRemark(needs)]), ...always];
  };
}

function optimizedApi(service: string, name: string): Api {
  const api = own(OPTIMIZED.find((integration) => integration.service === service)?.apis, name);
  if (!api) throw new Error(`${service}:${name} is no optimized integration`);
  return { ...api, patterns: PATTERNS };
}

const NO_RESOURCES = everything('IAM has no narrower resource for it');

function allowRow(service: string, { actions, on, purpose, when: texts, unless = [] }: AllowRow): GrantRow {
  const resources = on.length === 0 ? [NO_RESOURCES] : [inAccounts(service, resourcesOf(on.map(parsePattern)))];
  const row: GrantRow = { purpose: purpose ?? 'call', actions, resources };
  if (texts === undefined && unless.length === 0) return row;
  const when = texts?.map(parseCondition);
  const exceptions = unless.map(parseCondition);
  return {
    ...row,
    when: ({ arguments: args }) =>
      (when === undefined || when.some((condition) => mayHold(args, condition))) &&
      // The contents of an unknown object aren't certain.
      !(args.kind === 'object' && exceptions.some((condition) => mustHold(args, condition))),
  };
}

function passRow({ fields, to, ifAsked }: PassRow): GrantRow {
  return {
    purpose: 'passRole',
    actions: ['iam:PassRole'],
    resources: [rolesPassed(fields.map(parseRoleField))],
    conditions: passedTo(to, ifAsked ? 'StringEqualsIfExists' : 'StringEquals'),
  };
}

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html */
function keyUse(fields: readonly string[]): string {
  return `what the service does with the key in ${fields.join(', ')} (such as kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey)`;
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
