import type { Json, JsonObject } from '../asl/json.ts';
import { own } from '../own.ts';

/**
 * What `Ref` of a parameter returns: the override or the default, as a list for list types. Undefined if it is known
 * only at deployment.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterValue(
  parameter: JsonObject,
  override: string | undefined,
  defaults: boolean,
): Json | undefined {
  const type = own(parameter, 'Type');
  // The value of such a parameter is a name in Parameter Store, not the value stored there.
  if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value<')) return undefined;
  const fallback = defaults ? own(parameter, 'Default') : undefined;
  const value = override ?? fallback;
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  const text = String(value);
  const isList = type === 'CommaDelimitedList' || (typeof type === 'string' && type.startsWith('List<'));
  return isList ? text.split(',').map((item) => item.trim()) : text;
}
