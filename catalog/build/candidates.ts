/** Finds the actions that someone must judge: could a definition gain permissions through them? */
import { own } from '../../src/own.ts';
import type { OperationData, ServiceData } from '../../src/sdk/service.ts';
import { PREFIXES } from '../curated/services.ts';
import type { Authority } from './authority.ts';
import type { Operation } from './models.ts';
import { curatedActions, type Models, operationsOf } from './operations.ts';
import { signalsOf } from './signals.ts';

export interface Candidate {
  /** The operations that ask for it, as `service:Operation`; none where only a permission has the name. */
  readonly operations: readonly string[];
  /** Why it must be judged. */
  readonly signals: readonly string[];
  /** True where each of its operations must name a role, and IAM is asked for iam:PassRole on it. */
  readonly passes?: true;
}

/** Prefix → action → candidate. */
export type Candidates = Readonly<Record<string, Readonly<Record<string, Candidate>>>>;

interface Request {
  readonly operation: string;
  readonly action: string;
  readonly signals: readonly string[];
  readonly passes: boolean;
}

/** All candidates among the operations that rolefit grants something for, and the permissions that no operation has. */
export function candidatesOf(
  services: ReadonlyMap<string, ServiceData>,
  models: Models,
  authority: Authority,
): Candidates {
  const requests = [...services].flatMap(([service, data]) => requestsOf(service, data, models, authority, services));
  const asked = new Set(requests.map(({ action }) => action));
  const unasked = authority.actions
    .map(({ name: action }) => action)
    .filter((action) => !asked.has(action))
    .map((action) => ({ action, signals: nameSignals(action) }));
  const found = new Map<string, Candidate>();
  for (const [action, group] of Map.groupBy(requests, (request) => request.action)) {
    const signals = [...new Set(group.flatMap((one) => one.signals))].toSorted();
    const passes = group.every((one) => one.passes) ? { passes: true as const } : {};
    const operations = group.map(({ operation }) => operation).toSorted();
    if (signals.length > 0) found.set(action, { operations, signals, ...passes });
  }
  for (const { action, signals } of unasked) if (signals.length > 0) found.set(action, { operations: [], signals });
  return byPrefix(found);
}

function requestsOf(
  service: string,
  { operations }: ServiceData,
  models: Models,
  authority: Authority,
  services: ReadonlyMap<string, ServiceData>,
): readonly Request[] {
  const prefix = own(PREFIXES, service) ?? service;
  const hasRoles = [...services].some(
    ([other, data]) => own(PREFIXES, other) === prefix && Object.values(data.operations).some(passesRole),
  );
  return operationsOf(service, models).flatMap((operation) => {
    const data = own(operations, operation.api);
    if (!data || 'nothing' in data || 'unsupported' in data) return [];
    return ownActions(service, prefix, operation, data, authority).map((action) => ({
      operation: `${service}:${operation.name}`,
      action,
      signals: [operation.name, action.split(':')[1] ?? ''].flatMap((name) =>
        signalsOf({ ...operation, name, prefix, passes: passesRole(data) || 'optimized' in data, hasRoles }),
      ),
      passes: authority.action(action)?.roleKey === false && mustPass(operation, data),
    }));
  });
}

/** The actions that stand for the operation itself, whatever prefix they have; not those that it also needs. */
function ownActions(
  service: string,
  prefix: string,
  { name }: Operation,
  data: OperationData,
  authority: Authority,
): readonly string[] {
  const named = authority.action(`${prefix}:${name}`);
  const its = curatedActions(service, name) ?? (named ? [named.name] : []);
  const rows = 'allow' in data ? data.allow.filter(({ purpose }) => purpose === undefined) : [];
  const all = rows.flatMap(({ actions }) => actions);
  const local = (action: string) => action.split(':')[1];
  if (its.length === 0 || prefix === 'apigateway') return [...new Set([...its, ...all])];
  return [...new Set([...its, ...all.filter((action) => its.some((one) => local(one) === local(action)))])];
}

function passesRole(data: OperationData): boolean {
  return 'allow' in data && data.pass !== undefined;
}

/**
 * True where the call must name a role, for which iam:PassRole is asked. What updates something could leave new code with the role
 * that is in place, so it never counts. Nor does a role that the service judges by a condition key of its own: Amazon EMR on EKS takes
 * it without iam:PassRole.
 *
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonemroneksemrcontainers.html
 */
function mustPass({ name, members }: Operation, data: OperationData): boolean {
  if (!('allow' in data) || /^(Update|Modify|Set|Put)/.test(name)) return false;
  const fields = (data.pass ?? []).filter(({ ifAsked }) => !ifAsked).flatMap((row) => row.fields);
  return members.some(({ path, required }) => required && fields.includes(path));
}

function nameSignals(action: string): readonly string[] {
  const [prefix = '', name = ''] = action.split(':');
  return signalsOf({ name, prefix, takes: [], gives: [], passes: false, hasRoles: false });
}

function byPrefix(found: ReadonlyMap<string, Candidate>): Candidates {
  const groups = Map.groupBy(
    [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ([action]) => action.split(':')[0] ?? '',
  );
  return Object.fromEntries(
    [...groups].map(([prefix, group]) => [
      prefix,
      Object.fromEntries(group.map(([action, candidate]) => [action.slice(prefix.length + 1), candidate])),
    ]),
  );
}
