import { own } from '../own.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';

/**
 * Replaces `${Name}` with its value from DefinitionSubstitutions in every text and key, as CloudFormation does; names
 * without a value stay.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
 */
export function substitute(json: JsonObject, values: Readonly<Record<string, string>>): JsonObject {
  const replace = (text: string) => substituteText(text, values);
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return replace(value);
    if (isArray(value)) return value.map(walk);
    return isObject(value) ? walkObject(value) : value;
  };
  const walkObject = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [replace(key), walk(value)]));
  return walkObject(json);
}

/** The same; the document itself if it has no pseudo parameter, such as `${AWS::Region}`. */
export function substitutePseudo(json: JsonObject, values: Readonly<Record<string, string>>): JsonObject {
  return Object.keys(values).length > 0 && hasPseudo(json) ? substitute(json, values) : json;
}

function hasPseudo(value: Json): boolean {
  if (typeof value === 'string') return value.includes('${AWS::');
  if (isArray(value)) return value.some(hasPseudo);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, field]) => key.includes('${AWS::') || hasPseudo(field));
}

export function substituteText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{([^${}]+)\}/g, (whole, name: string) => own(values, name) ?? whole);
}
