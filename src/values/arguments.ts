import type { JsonObject } from '../asl/json.ts';
import { jsonataTemplate, jsonPathTemplate } from './template.ts';
import { unknown, type Value } from './value.ts';

/**
 * What a state passes to the API that it calls: its `Parameters` (JSONPath) or `Arguments` (JSONata). Without either
 * the state's input is passed on as it is, and any field may be in it.
 *
 * The field decides and not the state's query language: AWS refuses a definition that mixes them, and reading the
 * wrong one as nothing would make the policy smaller.
 */
export function argumentsOf(holder: JsonObject): Value {
  if (holder['Arguments'] !== undefined) return jsonataTemplate(holder['Arguments']);
  if (holder['Parameters'] !== undefined) return jsonPathTemplate(holder['Parameters']);
  return unknown(typeof holder['InputPath'] === 'string' ? holder['InputPath'] : 'the state input');
}

/** The role of a task's `Credentials`, in either query language. */
export function credentialsRole(holder: JsonObject): Value | undefined {
  const credentials = holder['Credentials'];
  if (credentials === undefined) return undefined;
  const value = jsonataTemplate(credentials);
  if (value.kind !== 'object') return value;
  const role = value.field('RoleArn');
  if (role.kind !== 'absent') return role;
  const byPath = jsonPathTemplate(credentials);
  return byPath.kind === 'object' ? byPath.field('RoleArn') : byPath;
}
