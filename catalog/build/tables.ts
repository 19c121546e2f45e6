/** Puts together what each operation of a service needs. */
import { OPTIMIZED } from '../../src/integrations/index.ts';
import { own } from '../../src/own.ts';
import { printCondition } from '../../src/sdk/condition.ts';
import { printPattern } from '../../src/sdk/pattern.ts';
import { printRestriction } from '../../src/sdk/restriction.ts';
import type { AllowRow, OperationData, ServiceData } from '../../src/sdk/service.ts';
import { DOCUMENTED, FORMERLY_DOCUMENTED, NOTHING_NEEDED, TOKEN_SERVICES } from '../curated/actions.ts';
import { ASK_FOR_VERBS, TEXT_DECIDES } from '../curated/exceptions.ts';
import { PERMISSIONS } from '../curated/permissions.ts';
import type { PermissionRow } from '../curated/row.ts';
import { ENDED, PREFIXES, SAME_API, UNSUPPORTED } from '../curated/services.ts';
import type { Authority } from './authority.ts';
import { dependents } from './dependents.ts';
import { objectRows, otherPrefixRows, verbRow } from './exceptions.ts';
import { keyData } from './keys.ts';
import type { Operation } from './models.ts';
import { curatedActions, type Models, operationsOf } from './operations.ts';
import { patternsOf } from './patterns.ts';
import { placeNotes } from './places.ts';
import { passRows } from './roles.ts';
import { tagRow } from './tags.ts';

export function serviceData(service: string, models: Models, authority: Authority): ServiceData {
  const prefix = own(PREFIXES, service) ?? service;
  const operations = operationsOf(service, models)
    .toSorted((a, b) => (a.api < b.api ? -1 : 1))
    .map((operation): readonly [string, OperationData] => [
      operation.api,
      needs(service, prefix, operation, authority),
    ]);
  return { page: authority.page(prefix), operations: Object.fromEntries(operations) };
}

function needs(service: string, prefix: string, operation: Operation, authority: Authority): OperationData {
  const { name } = operation;
  if (operation.streams || (own(UNSUPPORTED, service) ?? []).includes(name)) {
    return {
      unsupported:
        'is not supported by Step Functions (https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html): AWS refuses the definition.',
    };
  }
  const nothing = own(own(NOTHING_NEEDED, service), name) ?? own(TOKEN_SERVICES, service);
  if (nothing !== undefined) return { nothing };
  if (operation.unsigned)
    return { nothing: 'a token in its arguments decides, not IAM: the API takes unsigned requests' };
  const optimized = own(SAME_API, service);
  if (
    optimized !== undefined &&
    OPTIMIZED.some((table) => table.service === optimized && Object.hasOwn(table.apis, operation.api))
  ) {
    return { optimized };
  }
  const text = own(TEXT_DECIDES, service);
  if (text?.operations.test(name)) return { special: text.special };
  const curated = PERMISSIONS.filter((row) => row.service === service && row.operations.includes(name));
  const rows = curated.some(({ instead }) => instead) ? [] : ownRows(service, prefix, operation, authority);
  if (rows === undefined) {
    const ended = own(ENDED, service);
    if (ended !== undefined) return { unsupported: `cannot be called: ${ended}.` };
    const allow: AllowRow = { actions: [`${prefix}:${name}`], on: [] };
    const pass = passRows(service, operation);
    const documented = own(own(DOCUMENTED, service), name) !== undefined || FORMERLY_DOCUMENTED.includes(service);
    const granted = [allow, ...relatedRows(service, prefix, operation, authority), ...curated.map(printed)];
    return {
      allow: granted,
      ...(pass.length === 0 ? {} : { pass }),
      ...keyData(service, operation, granted),
      ...(documented ? {} : { unconfirmed: true }),
    };
  }
  const granted = [...rows, ...curated.map(printed), ...objectRows(service, operation)];
  const dependent = dependents(service, operation, rows, granted, authority);
  const tagging = tagRow(service, operation, rows, authority);
  const allow = [
    ...granted,
    ...otherPrefixRows(service, granted, authority),
    ...(tagging ? [tagging] : []),
    ...dependent.allow,
  ];
  const pass = passRows(service, operation);
  const mayNeed = [...dependent.mayNeed, ...placeNotes(service, operation, allow, pass.length > 0)];
  return {
    allow: merged(allow),
    ...(pass.length === 0 ? {} : { pass }),
    ...(mayNeed.length === 0 ? {} : { mayNeed }),
    ...keyData(service, operation, allow),
  };
}

/**
 * BatchGetJob is authorized as GetJob, CreateTopicV2 as CreateTopic: where the reference has the one operation's action
 * and not the other's, both are granted.
 *
 * Source: the operations' tables of https://docs.aws.amazon.com/service-authorization/latest/reference/list_deadline.html
 */
function relatedRows(service: string, prefix: string, operation: Operation, authority: Authority): readonly AllowRow[] {
  const { name } = operation;
  const names = [name.replace(/^Batch/, ''), name.replace(/V2$/, ''), name.replace(/^Batch/, '').replace(/s$/, '')];
  return [...new Set(names)].flatMap((related) => {
    const action = related === name ? undefined : authority.action(`${prefix}:${related}`);
    return action ? [{ actions: [action.name], on: patternsOf(service, operation, action) }] : [];
  });
}

/** A curated row in the data's notation. */
function printed({ actions, on, when, unless, purpose, only, onlyIf, precaution, source }: PermissionRow): AllowRow {
  return {
    actions,
    on: on.map(printPattern),
    ...(purpose === undefined ? {} : { purpose }),
    ...(when === undefined ? {} : { when: when.map(printCondition) }),
    ...(unless === undefined ? {} : { unless: unless.map(printCondition) }),
    ...(only === undefined ? {} : { only: only.map(printRestriction) }),
    ...(onlyIf === undefined ? {} : { doubt: { certainty: 'conditional', reason: onlyIf, source } }),
    ...(precaution === undefined ? {} : { doubt: { certainty: 'precaution', reason: precaution, source } }),
  };
}

/** Rows of the same resources are one. */
function merged(rows: readonly AllowRow[]): readonly AllowRow[] {
  const found = new Map<string, AllowRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.on, row.purpose, row.when, row.unless, row.only, row.doubt]);
    const same = found.get(key);
    found.set(key, same ? { ...same, actions: [...new Set([...same.actions, ...row.actions])].toSorted() } : row);
  }
  return [...found.values()];
}

function ownRows(
  service: string,
  prefix: string,
  operation: Operation,
  authority: Authority,
): readonly AllowRow[] | undefined {
  if (ASK_FOR_VERBS.has(service)) {
    // Portals and routing rules have actions of their own, which the reference lists beside some operations' verbs.
    const named = authority.action(`${prefix}:${operation.name}`);
    const row = named && { actions: [named.name], on: patternsOf(service, operation, named) };
    return [verbRow(operation), ...(row ? [row] : [])];
  }
  const curated = curatedActions(service, operation.name);
  const names = curated ?? [`${prefix}:${operation.name}`];
  const actions = names.map((name) => authority.action(name));
  if (actions.some((action) => action === undefined)) {
    if (curated) throw new Error(`${service}:${operation.name} needs ${names.join(', ')}, which IAM does not have`);
    return undefined;
  }
  return actions.flatMap((action) =>
    action ? [{ actions: [action.name], on: patternsOf(service, operation, action) }] : [],
  );
}
