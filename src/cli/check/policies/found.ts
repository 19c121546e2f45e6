import { isObject, type Json, type JsonObject } from '../../../asl/json.ts';
import { own } from '../../../own.ts';

/** A policy document that a file has, in whatever answer or plan it stands. */
export interface FoundPolicy {
  /** What the file calls it; empty where the whole file is the document. */
  readonly name: string;
  /** The document: an object, or text that is JSON, perhaps encoded as in a URL. */
  readonly document: Json;
  /** Where it stands in the file. */
  readonly path: readonly string[];
  /** The role that it belongs to, by name, where the file says it. */
  readonly role?: string;
}

/** A policy that the file names without its document, and why there is none. */
export interface MissingPolicy {
  readonly name: string;
  readonly reason: string;
  readonly role?: string;
  /** The ARN of a managed policy, which may be one of AWS's. */
  readonly arn?: string;
}

/** What a file has of policies. */
export interface FoundPolicies {
  readonly policies: readonly FoundPolicy[];
  readonly missing: readonly MissingPolicy[];
  /** What the file says of a boundary, by role. */
  readonly boundaries?: readonly { readonly role: string; readonly arn: string }[];
  /** True where the file has all policies of the roles in it. */
  readonly isWhole?: boolean;
}

export function textAt(json: JsonObject, key: string): string | undefined {
  const value = own(json, key);
  return typeof value === 'string' ? value : undefined;
}

export function objectUnder(json: JsonObject, key: string): JsonObject | undefined {
  const value = own(json, key);
  return value !== undefined && isObject(value) ? value : undefined;
}

/** The objects of a list, each with its place. */
export function objectsAt(
  json: JsonObject,
  key: string,
): readonly { readonly item: JsonObject; readonly index: string }[] {
  const list = own(json, key);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: Json, index) => (isObject(item) ? [{ item, index: String(index) }] : []));
}
