import { isArray, isObject, type Json } from '../asl/json.ts';
import type { Placeholder } from './placeholder.ts';

/**
 * Generates a placeholder name for a value that the template has no name for, such as an import: descriptive,
 * alphanumeric for Fn::Sub, and the same for the same value. `free` rejects names that mean something else.
 */
export function opaqueName(
  json: Json,
  imported: string,
  kind: Placeholder['kind'],
  free: (name: string) => boolean,
): string {
  const stem = `${stemOf(json, imported)}${kind === 'arn' ? 'Arn' : ''}`;
  for (let n = 1; ; n++) {
    // The number goes before `Arn`, because that ending says what the value is.
    const name = n === 1 ? stem : stem.replace(/(?:Arn)?$/i, (end) => `${n}${end}`);
    if (free(name)) return name;
  }
}

function stemOf(json: Json, imported: string): string {
  if (typeof json === 'string') return pascal(`Resolved ${json.replaceAll(/\{\{resolve:|\}\}/g, ' ')}`);
  const [[key = 'Value', argument] = []] = isObject(json) ? Object.entries(json) : [];
  if (key === 'Fn::ImportValue') return pascal(`Import ${imported}`);
  if (key === 'Fn::GetStackOutput' && isObject(argument)) {
    return pascal(`Output ${String(argument['StackName'])} ${String(argument['OutputName'])}`);
  }
  if (key === 'Fn::GetAtt' && isArray(argument)) return pascal(argument.map(String).join(' '));
  if (key === 'Fn::If' && isArray(argument)) return pascal(`If ${String(argument[0])}`);
  return pascal(`${key.replace('Fn::', '')} Value`);
}

function pascal(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
