import type { Api, GrantRow, Remark, Table } from '../grants/integration.ts';
import { everything } from '../grants/resources.ts';
import { passedTo } from '../grants/rows.ts';
import { OPTIMIZED } from '../integrations/index.ts';
import { own } from '../own.ts';
import { inAccounts } from './accounts.ts';
import { mayHold, mustHold } from './arguments.ts';
import { resourcesOf } from './pattern.ts';
import { rolesPassed } from './roles.ts';
import type { AllowRow, OperationData, PassRow, ServiceData } from './service.ts';
import { partiql } from './special.ts';

/** The patterns of every SDK integration: https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
const PATTERNS: Api['patterns'] = ['requestResponse', 'waitForTaskToken'];

/**
 * A service's table as the analysis reads it. An operation is read from the data when it is looked up: Amazon EC2 has
 * more than 800, and a definition calls a few of them.
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
  const { allow, pass = [], besides = [], keys = [], unconfirmed } = operation;
  const api: Api = {
    patterns: PATTERNS,
    grants: [...allow.map((row) => allowRow(service, row)), ...pass.map(passRow)],
  };
  if (besides.length === 0 && keys.length === 0 && !unconfirmed) return api;
  return {
    ...api,
    remarks: ({ call }): readonly Remark[] => {
      const given = keys.filter((path) => mayHold(call.arguments, path));
      const told = besides.flatMap((row) => {
        if (typeof row === 'string') return [row];
        return row.when.some((path) => mayHold(call.arguments, path)) ? [row.what] : [];
      });
      const all = [...told, ...(given.length === 0 ? [] : [keyUse(given)])];
      return [
        ...(all.length === 0 ? [] : [besidesRemark(all)]),
        ...(unconfirmed ? [unconfirmedRemark(allow.flatMap(({ actions }) => actions))] : []),
      ];
    },
  };
}

function optimizedApi(service: string, name: string): Api {
  const api = own(OPTIMIZED.find((integration) => integration.service === service)?.apis, name);
  if (!api) throw new Error(`${service}:${name} is no optimized integration`);
  return { ...api, patterns: PATTERNS };
}

const NO_RESOURCES = everything('IAM has no narrower resource for it');

function allowRow(service: string, { actions, on, purpose, when, unless = [] }: AllowRow): GrantRow {
  const resources = on.length === 0 ? [NO_RESOURCES] : [inAccounts(service, resourcesOf(on))];
  const row: GrantRow = { purpose: purpose ?? 'call', actions, resources };
  if (when === undefined && unless.length === 0) return row;
  return {
    ...row,
    when: ({ call: { arguments: given } }) =>
      (when === undefined || when.some((condition) => mayHold(given, condition))) &&
      // What an unknown object holds is not certain.
      !(given.kind === 'object' && unless.some((condition) => mustHold(given, condition))),
  };
}

function passRow({ fields, to, ifAsked }: PassRow): GrantRow {
  return {
    purpose: 'passRole',
    actions: ['iam:PassRole'],
    resources: [rolesPassed(fields)],
    conditions: passedTo(to, ifAsked ? 'StringEqualsIfExists' : 'StringEquals'),
  };
}

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html */
function keyUse(fields: readonly string[]): string {
  return `what the service does with the key in ${fields.join(', ')} (such as kms:CreateGrant, kms:Decrypt, kms:DescribeKey, kms:Encrypt, kms:GenerateDataKey)`;
}

function besidesRemark(actions: readonly string[]): Remark {
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
