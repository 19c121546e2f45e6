import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.ts';
import type { LineOf } from '../../asl/lines.ts';
import { parseArn } from '../../iam/arn.ts';
import { own } from '../../own.ts';
import type { Evaluated, EvaluatedResource, FilePlace } from '../resource.ts';

/**
 * Resources as `terraform show -json` and `tofu show -json` print them.
 *
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */

/** Where a plan or a state was read from. */
export interface ShownFile {
  readonly file: string;
  readonly lineOf: LineOf;
}

export interface ShownResource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly values: JsonObject;
  readonly place: FilePlace;
}

export function memberObject(json: Json | undefined, key: string): JsonObject {
  const value = isObject(json) ? own(json, key) : undefined;
  return isObject(value) ? value : {};
}

export function memberObjects(json: Json | undefined, key: string): readonly JsonObject[] {
  const value = isObject(json) ? own(json, key) : undefined;
  return isArray(value) ? value.filter(isObject) : [];
}

export function memberText(json: Json | undefined, key: string): string | undefined {
  const value = isObject(json) ? own(json, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The resources of a module and those in it. `path` leads to it. */
export function resourcesOfModule(
  module: JsonObject,
  path: readonly string[],
  at: ShownFile,
): readonly ShownResource[] {
  const here = memberObjects(module, 'resources').flatMap((resource, index): readonly ShownResource[] => {
    const [address, type] = [memberText(resource, 'address'), memberText(resource, 'type')];
    if (address === undefined || type === undefined) return [];
    const line = at.lineOf([...path, 'resources', String(index)]) ?? 1;
    const mode = memberText(resource, 'mode') === 'data' ? 'data' : 'managed';
    return [{ address, mode, type, values: memberObject(resource, 'values'), place: { file: at.file, line } }];
  });
  const inner = memberObjects(module, 'child_modules').flatMap((child, index) =>
    resourcesOfModule(child, [...path, 'child_modules', String(index)], at),
  );
  return [...here, ...inner];
}

/** A resource whose values are all that is known of it. */
export function evaluatedResource(
  { address, mode, type, values, place }: ShownResource,
  more: ReadonlyMap<string, Evaluated> = new Map(),
  provider: EvaluatedResource['provider'] = {},
): EvaluatedResource {
  const known = Object.entries(values).map(([name, value]) => [name, { kind: 'known', value }] as const);
  return {
    address,
    mode,
    type,
    provider: { ...provider, ...placeIn(values) },
    arguments: new Map<string, Evaluated>([...known, ...more]),
    place,
    places: new Map(),
  };
}

/** Where a resource is, as its own ARN says; since version 6 of the provider, an attribute has the Region as well. */
function placeIn(values: JsonObject): EvaluatedResource['provider'] {
  const arn = parseArn(memberText(values, 'arn') ?? '');
  const region = arn?.region || memberText(values, 'region');
  return {
    ...(region === undefined || region === '' ? {} : { region }),
    ...(arn === undefined || !/^\d{12}$/.test(arn.account) ? {} : { accountId: arn.account }),
  };
}
