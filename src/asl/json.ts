import { own } from '../own.ts';

/** Any JSON value, read-only. */
export type Json = string | number | boolean | null | JsonArray | JsonObject;
export type JsonArray = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Narrows to an array; Array.isArray alone does not narrow a readonly one. */
export function isArray(json: Json | undefined): json is JsonArray {
  return Array.isArray(json);
}

/** The value at a path of keys and indexes; undefined if the path leads nowhere. */
export function jsonAt(json: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (isArray(value)) return value[Number(key)];
    return isObject(value) ? own(value, key) : undefined;
  }, json);
}

/** Appends reference tokens to a JSON Pointer (RFC 6901). */
export function pointer(base: string, ...tokens: readonly (string | number)[]): string {
  let path = base;
  for (const token of tokens) path += `/${escapeToken(String(token))}`;
  return path;
}

function escapeToken(token: string): string {
  return /[~/]/.test(token) ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}
