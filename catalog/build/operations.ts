/** The operations of a service, as the models and the curated tables have them. */
import { own } from '../../src/own.ts';
import { ACTIONS } from '../curated/actions.ts';
import { ARN_ONLY, DEFAULTS, NAMES_NOTHING } from '../curated/resources.ts';
import { OTHER_NAMES, PREFIXES, SAME_MODEL, WITHOUT_MODEL } from '../curated/services.ts';
import type { Model, Operation } from './models.ts';

export type Models = ReadonlyMap<string, Model>;

/** The SDKs' name of a service's model: what OTHER_NAMES has, or the same name. */
const MODEL_NAMES = new Map(Object.entries(OTHER_NAMES).map(([model, service]) => [service, model]));

export function operationsOf(service: string, models: Models): readonly Operation[] {
  const sameModel = own(SAME_MODEL, service);
  if (sameModel !== undefined) return operationsOf(sameModel, models);
  const model = models.get(service) ?? models.get(MODEL_NAMES.get(service) ?? service);
  if (model) {
    const defaults = own(DEFAULTS, service) ?? {};
    const none = own(NAMES_NOTHING, service) ?? [];
    const arnOnly = own(ARN_ONLY, service) ?? [];
    return model.operations.map((operation) => ({
      ...operation,
      members: operation.members
        .filter(({ path }) => !none.includes(path))
        .map((member) => {
          const absent = own(defaults, member.path);
          return {
            ...member,
            ...(absent === undefined ? {} : { absent }),
            ...(arnOnly.includes(member.path) ? { arnOnly: true as const } : {}),
          };
        }),
    }));
  }
  return (own(WITHOUT_MODEL, service) ?? []).map((name) => ({
    name,
    api: name.charAt(0).toLowerCase() + name.slice(1),
    members: [],
    takes: [],
    gives: [],
    streams: true,
    unsigned: false,
    http: { method: 'POST', path: '/' },
  }));
}

/** The actions that a row of the curated table names, with their prefixes. */
export function curatedActions(service: string, name: string): readonly string[] | undefined {
  const prefix = own(PREFIXES, service) ?? service;
  const actions = own(
    ACTIONS.find((row) => row.service === service && Object.hasOwn(row.actions, name))?.actions,
    name,
  );
  return actions === undefined
    ? undefined
    : [actions].flat().map((action) => (action.includes(':') ? action : `${prefix}:${action}`));
}
