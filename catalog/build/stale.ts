/** What to look at after a refresh: stale curated rows, and operations without a resource. */
import { own } from '../../src/own.ts';
import type { OperationData, ServiceData } from '../../src/sdk/service.ts';
import { ACTIONS, DOCUMENTED, NOTHING_NEEDED } from '../curated/actions.ts';
import { CURATED_KEY_USES } from '../curated/keyUses.ts';
import { PATTERNS } from '../curated/patterns.ts';
import { NOTES, PERMISSIONS } from '../curated/permissions.ts';
import { ARN_ONLY, NAMED_BY } from '../curated/resources.ts';
import { MORE_ROLES, PRINCIPALS } from '../curated/roles.ts';
import { MORE_KEYS, SERVICE_KEYS } from '../curated/serviceKeys.ts';
import { PREFIXES } from '../curated/services.ts';
import type { Authority } from './authority.ts';
import type { DependentActions } from './dependentActions.ts';
import { keyPaths } from './keys.ts';
import { curatedActions, type Models, operationsOf } from './operations.ts';
import { endsIn, isTop } from './path.ts';
import { roleFields } from './roles.ts';

/** Curated rows and dependent actions that the data no longer needs or no longer knows. */
export function staleRows(models: Models, authority: Authority, dependents: DependentActions): readonly string[] {
  const stale: string[] = [];
  const operation = (service: string, name: string) => operationsOf(service, models).find((one) => one.name === name);
  for (const { service, actions, sharesNames } of ACTIONS) {
    const prefix = own(PREFIXES, service);
    if (prefix === undefined) stale.push(`actions: ${service} is no service`);
    for (const name of Object.keys(actions)) {
      const wanted = curatedActions(service, name) ?? [];
      if (!operation(service, name)) stale.push(`actions: ${service}:${name} is no operation`);
      for (const action of wanted) {
        if (authority.action(action)?.name !== action)
          stale.push(`actions: ${action} (${service}:${name}) is no action`);
      }
      const action = authority.action(`${prefix}:${name}`);
      if (action && !wanted.includes(action.name) && !sharesNames) {
        stale.push(`actions: ${service}:${name} has an action of its own name by now`);
      }
    }
  }
  for (const { service, operations } of MORE_ROLES) {
    for (const name of operations)
      if (!operation(service, name)) stale.push(`roles: ${service}:${name} is no operation`);
  }
  for (const { service, operations, actions } of PERMISSIONS) {
    for (const name of operations)
      if (!operation(service, name)) stale.push(`permissions: ${service}:${name} is no operation`);
    for (const action of actions) if (!authority.action(action)) stale.push(`permissions: ${action} is no action`);
  }
  for (const { service, operations, keys } of [...CURATED_KEY_USES, ...SERVICE_KEYS, ...MORE_KEYS]) {
    for (const name of operations) {
      const known = operation(service, name);
      for (const key of keys) {
        if (known && !keyPaths(service, known).includes(key)) stale.push(`keys: ${service}:${name} has no key ${key}`);
      }
      if (!known) stale.push(`keys: ${service}:${name} is no operation`);
    }
  }
  for (const [action, others] of Object.entries(dependents)) {
    for (const name of [action, ...others]) if (!authority.action(name)) stale.push(`dependents: ${name} is no action`);
  }
  for (const { service, operations } of NOTES) {
    for (const name of operations)
      if (!operation(service, name)) stale.push(`notes: ${service}:${name} is no operation`);
  }
  for (const [service, named] of Object.entries(NAMED_BY)) {
    const paths = new Set(operationsOf(service, models).flatMap(({ members }) => members.map(({ path }) => path)));
    for (const path of new Set([...Object.values(named).flat(), ...(own(ARN_ONLY, service) ?? [])])) {
      if (!paths.has(path)) stale.push(`resources: ${service} has no argument ${path}`);
    }
  }
  for (const { services, operations, type } of PATTERNS) {
    for (const service of services) {
      for (const name of operations) {
        const action = authority.action(`${own(PREFIXES, service)}:${name}`);
        const typed = type === undefined || action?.types.some(({ key }) => key === type);
        if (!operation(service, name)) stale.push(`patterns: ${service}:${name} is no operation`);
        else if (!action || !typed) stale.push(`patterns: ${service}:${name} has no resource ${type ?? ''}`.trim());
      }
    }
  }
  for (const { service, field } of PRINCIPALS) {
    const found = operationsOf(service, models).flatMap((one) => roleFields(service, one));
    const used = field === undefined || found.some(({ path }) => endsIn(path, field));
    if (found.length === 0 || !used) stale.push(`roles: ${service} passes no role ${field ?? ''}`.trim());
  }
  for (const [service, names] of Object.entries(DOCUMENTED)) {
    for (const name of Object.keys(names)) {
      if (authority.action(`${own(PREFIXES, service)}:${name}`))
        stale.push(`documented: ${service}:${name} is an action by now`);
      if (!operation(service, name)) stale.push(`documented: ${service}:${name} is no operation`);
    }
  }
  for (const [service, names] of Object.entries(NOTHING_NEEDED)) {
    for (const name of Object.keys(names))
      if (!operation(service, name)) stale.push(`actions: ${service}:${name} is no operation`);
  }
  return stale;
}

const IDENTIFIES = /(Id|Ids|Name|Names|Arn|Arns|ArNs|Identifier|Identifiers|Url)(\[\])?$/;
const NO_IDENTIFIER = /^(Client|Next|Idempotency|Request|Tag|Kms|Vpc|Subnet|Catalog|Account|AwsAccount|Owner|Customer)/;

/**
 * Operations whose action has resources with names and whose call must give an argument that identifies something, and
 * that are not scoped all the same. A resource that the call makes has no name yet.
 */
export function unnamedOperations(
  service: string,
  data: ServiceData,
  models: Models,
  authority: Authority,
  isScoped: (operation: OperationData) => boolean,
): readonly string[] {
  return operationsOf(service, models)
    .filter(({ api, name, members }) => {
      const known = own(data.operations, api);
      if (!known || !('allow' in known) || isScoped(known)) return false;
      const types = known.allow.flatMap(({ actions }) =>
        actions.flatMap((action) => authority.action(action)?.types ?? []),
      );
      if (!types.some(({ arn }) => arn.split(':').slice(5).join(':').includes('${'))) return false;
      if (
        /^(Create|Register|Import|Allocate|Start|Put)/.test(name) &&
        !members.some(({ path, required }) => required && /Arns?$/.test(path))
      ) {
        return false;
      }
      return members.some(
        ({ path, required }) =>
          required &&
          isTop(path) &&
          IDENTIFIES.test(path) &&
          !NO_IDENTIFIER.test(path) &&
          !/Role(Arn|Name)$/.test(path),
      );
    })
    .map(({ api }) => `${service}:${api}`)
    .toSorted();
}
