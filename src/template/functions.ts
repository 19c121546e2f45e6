import { isArray, isObject, type Json, type JsonArray, type JsonObject } from '../asl/json.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Placeholder } from './placeholder.ts';

/**
 * The intrinsic functions, one by one.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */

/**
 * The result of an intrinsic function. `unknown`: no text with the template's placeholders says it, so it becomes a
 * placeholder with a generated name.
 */
export type FunctionResult =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly placeholder?: Placeholder['kind'] };

export const UNKNOWN: FunctionResult = { kind: 'unknown' };
export const NONE: FunctionResult = { kind: 'none' };

export function valueResult(json: Json): FunctionResult {
  return { kind: 'value', value: json };
}

/** The scope of a function; `locals` are the parameters of a SAM policy template. */
export interface FunctionScope {
  readonly locals: Readonly<Record<string, Json>>;
  readonly resolve: (value: Json) => Json | undefined;
}

export function fnSub(
  argument: Json,
  { resolve }: Pick<FunctionScope, 'resolve'>,
  variable: (name: string) => FunctionResult,
): FunctionResult {
  const [template, map] = typeof argument === 'string' ? [argument] : argumentList(argument);
  if (typeof template !== 'string') return UNKNOWN;
  const variables = isObject(map) ? map : {};
  let known = true;
  const text = template.replaceAll(/\$\{([^{}]*)\}/g, (whole, name: string) => {
    // `${!Name}` is the text `${Name}`.
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const local = own(variables, name.trim());
    const result = local === undefined ? variable(name.trim()) : valueOrNone(resolve(local));
    const part = result.kind === 'value' ? scalarText(result.value) : undefined;
    if (part === undefined) known = false;
    return part ?? whole;
  });
  if (!known) return UNKNOWN;
  const resolved = resolve(text);
  return resolved === undefined ? UNKNOWN : valueResult(resolved);
}

export function fnJoin(argument: Json, { resolve }: Pick<FunctionScope, 'resolve'>): FunctionResult {
  const [delimiter, items] = argumentList(argument);
  const list = items === undefined ? undefined : resolve(items);
  if (typeof delimiter !== 'string' || !isArray(list)) return UNKNOWN;
  const texts = list.map(scalarText);
  return texts.includes(undefined) ? UNKNOWN : valueResult(texts.join(delimiter));
}

export function fnSelect(argument: Json, { resolve }: Pick<FunctionScope, 'resolve'>): FunctionResult {
  const [index = '', items = ''] = argumentList(argument).map((item) => resolve(item));
  const item = isArray(items) && /^\d+$/.test(String(index)) ? items[Number(index)] : undefined;
  return item === undefined ? UNKNOWN : valueResult(item);
}

/**
 * Generated names, Regions and accounts contain neither `:` nor `/`, so an ARN composed of them splits like the real
 * one.
 */
export function fnSplit(
  argument: Json,
  { resolve }: Pick<FunctionScope, 'resolve'>,
  composedArn: (text: string) => string | undefined,
): FunctionResult {
  const [delimiter, source = ''] = argumentList(argument);
  const text = resolve(source);
  if (typeof delimiter !== 'string' || delimiter === '' || typeof text !== 'string') return UNKNOWN;
  if (!hasPlaceholder(text)) return valueResult(text.split(delimiter));
  const whole = delimiter === ':' || delimiter === '/' ? composedArn(text) : undefined;
  return whole === undefined ? UNKNOWN : valueResult(splitOutside(whole, delimiter));
}

/** The colons in `${AWS::Region}` are no separators. */
function splitOutside(text: string, delimiter: string): JsonArray {
  const parts = [''];
  for (const token of text.match(/\$\{[^{}]*\}|./gs) ?? []) {
    if (token === delimiter) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts;
}

/** If both alternatives are equal, that one; else it is unknown which. Two ARNs give an ARN in either case. */
export function undecidedResult(yes: Json | undefined, no: Json | undefined): FunctionResult {
  if (JSON.stringify(yes) === JSON.stringify(no)) return valueOrNone(yes);
  return [yes, no].every(isArnText) ? { kind: 'unknown', placeholder: 'arn' } : UNKNOWN;
}

function isArnText(json: Json | undefined): boolean {
  return typeof json === 'string' && /^arn:|^\$\{[^{}]*arn\}$/i.test(json);
}

export function fnFindInMap(
  argument: Json,
  { resolve }: Pick<FunctionScope, 'resolve'>,
  mappings: JsonObject,
): FunctionResult {
  const [name, first, second, options] = argumentList(argument);
  const keys = [name, first, second].map((key) => (key === undefined ? undefined : resolve(key)));
  let entry: Json | undefined = mappings;
  for (const key of keys) {
    if (typeof key !== 'string' || hasPlaceholder(key)) return UNKNOWN;
    entry = isObject(entry) ? own(entry, key) : undefined;
  }
  const fallback = isObject(options) ? own(options, 'DefaultValue') : undefined;
  const answer = entry ?? fallback;
  return answer === undefined ? UNKNOWN : valueOrNone(resolve(answer));
}

export function valueOrNone(json: Json | undefined): FunctionResult {
  return json === undefined ? NONE : valueResult(json);
}

export function argumentList(argument: Json): JsonArray {
  return isArray(argument) ? argument : [];
}

function scalarText(json: Json): string | undefined {
  return json === null || typeof json === 'object' ? undefined : String(json);
}
