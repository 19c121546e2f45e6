import { OPTIMIZED } from '../integrations/index.ts';
import type { Api, GrantRow, Remark, Table } from '../integrations/integration.ts';
import { everything } from '../integrations/resources.ts';
import { passedTo } from '../integrations/rows.ts';
import { mayBePresent } from '../values/value.ts';
import { valuesAt } from './arguments.ts';
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
      const operation = Object.hasOwn(data.operations, name) ? data.operations[name] : undefined;
      if (operation === undefined) return undefined;
      let api = known.get(name);
      if (!api) known.set(name, (api = apiOf(operation, name)));
      return api;
    },
  };
}

function apiOf(operation: OperationData, name: string): Api {
  if ('nothing' in operation) return { patterns: PATTERNS, grants: [], needsNothing: () => operation.nothing };
  if ('unsupported' in operation) return { patterns: PATTERNS, grants: [], unusable: operation.unsupported };
  if ('special' in operation) return partiql;
  if ('optimized' in operation) return optimizedApi(operation.optimized, name);
  const { allow, pass = [], besides = [], unconfirmed } = operation;
  const remarks: readonly Remark[] = [
    ...(besides.length === 0 ? [] : [besidesRemark(besides)]),
    ...(unconfirmed ? [unconfirmedRemark(allow.flatMap(({ actions }) => actions))] : []),
  ];
  const api: Api = { patterns: PATTERNS, grants: [...allow.map(allowRow), ...pass.map(passRow)] };
  return remarks.length === 0 ? api : { ...api, remarks: () => remarks };
}

function optimizedApi(service: string, name: string): Api {
  const api = OPTIMIZED.find((integration) => integration.service === service)?.apis[name];
  if (!api) throw new Error(`${service}:${name} is no optimized integration`);
  return { ...api, patterns: PATTERNS };
}

const NO_RESOURCES = everything('IAM has no narrower resource for it');

function allowRow({ actions, on, purpose, when }: AllowRow): GrantRow {
  const resources = on.length === 0 ? [NO_RESOURCES] : [resourcesOf(on)];
  const row: GrantRow = { purpose: purpose ?? 'call', actions, resources };
  if (when === undefined) return row;
  return { ...row, when: ({ call }) => when.some((path) => valuesAt(call.arguments, path).some(mayBePresent)) };
}

function passRow({ fields, to }: PassRow): GrantRow {
  return {
    purpose: 'passRole',
    actions: ['iam:PassRole'],
    resources: [rolesPassed(fields)],
    conditions: passedTo(to),
  };
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
