import { isArray, isObject, type Json, type JsonArray, type JsonObject } from '../asl/json.ts';
import { hasPlaceholder } from '../iam/text.ts';
import { own } from '../own.ts';
import type { Placeholder } from './placeholder.ts';

/**
 * The intrinsic functions, one by one.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */

/** `unknown` is for what no text with placeholders can say: it becomes a placeholder with a name of its own. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly placeholder?: Placeholder['kind'] };

export const UNKNOWN: Outcome = { kind: 'unknown' };
export const NONE: Outcome = { kind: 'none' };

export function value(json: Json): Outcome {
  return { kind: 'value', value: json };
}

/** Where a function stands: `locals` are the parameters of a SAM policy template. */
export interface Scope {
  readonly locals: Readonly<Record<string, Json>>;
  readonly resolve: (value: Json) => Json | undefined;
}

export function sub(argument: Json, { resolve }: Pick<Scope, 'resolve'>, variable: (name: string) => Outcome): Outcome {
  const [template, map] = typeof argument === 'string' ? [argument] : pair(argument);
  if (typeof template !== 'string') return UNKNOWN;
  const variables = isObject(map) ? map : {};
  let known = true;
  const text = template.replaceAll(/\$\{([^{}]*)\}/g, (whole, name: string) => {
    // `${!Name}` is the text `${Name}`.
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const local = own(variables, name.trim());
    const outcome = local === undefined ? variable(name.trim()) : orNone(resolve(local));
    const part = outcome.kind === 'value' ? textOf(outcome.value) : undefined;
    if (part === undefined) known = false;
    return part ?? whole;
  });
  if (!known) return UNKNOWN;
  const resolved = resolve(text);
  return resolved === undefined ? UNKNOWN : value(resolved);
}

export function join(argument: Json, { resolve }: Pick<Scope, 'resolve'>): Outcome {
  const [delimiter, items] = pair(argument);
  const list = items === undefined ? undefined : resolve(items);
  if (typeof delimiter !== 'string' || !isArray(list)) return UNKNOWN;
  const texts = list.map(textOf);
  return texts.includes(undefined) ? UNKNOWN : value(texts.join(delimiter));
}

export function select(argument: Json, { resolve }: Pick<Scope, 'resolve'>): Outcome {
  const [index = '', items = ''] = pair(argument).map((item) => resolve(item));
  const item = isArray(items) && /^\d+$/.test(String(index)) ? items[Number(index)] : undefined;
  return item === undefined ? UNKNOWN : value(item);
}

/** Names that are made up, regions and accounts hold neither `:` nor `/`: an ARN composed of them splits as the real one. */
export function split(
  argument: Json,
  { resolve }: Pick<Scope, 'resolve'>,
  composedArn: (text: string) => string | undefined,
): Outcome {
  const [delimiter, source = ''] = pair(argument);
  const text = resolve(source);
  if (typeof delimiter !== 'string' || delimiter === '' || typeof text !== 'string') return UNKNOWN;
  if (!hasPlaceholder(text)) return value(text.split(delimiter));
  const whole = delimiter === ':' || delimiter === '/' ? composedArn(text) : undefined;
  return whole === undefined ? UNKNOWN : value(splitOutside(whole, delimiter));
}

/** The colons of `${AWS::Region}` separate nothing. */
function splitOutside(text: string, delimiter: string): JsonArray {
  const parts = [''];
  for (const token of text.match(/\$\{[^{}]*\}|./gs) ?? []) {
    if (token === delimiter) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts;
}

/** Both alternatives are the same, or it is unknown which; two ARNs are an ARN in any case. */
export function undecided(yes: Json | undefined, no: Json | undefined): Outcome {
  if (JSON.stringify(yes) === JSON.stringify(no)) return orNone(yes);
  return [yes, no].every(isArnText) ? { kind: 'unknown', placeholder: 'arn' } : UNKNOWN;
}

function isArnText(json: Json | undefined): boolean {
  return typeof json === 'string' && /^arn:|^\$\{[^{}]*arn\}$/i.test(json);
}

export function findInMap(argument: Json, { resolve }: Pick<Scope, 'resolve'>, mappings: JsonObject): Outcome {
  const [name, first, second, options] = pair(argument);
  const keys = [name, first, second].map((key) => (key === undefined ? undefined : resolve(key)));
  let found: Json | undefined = mappings;
  for (const key of keys) {
    if (typeof key !== 'string' || hasPlaceholder(key)) return UNKNOWN;
    found = isObject(found) ? own(found, key) : undefined;
  }
  const fallback = isObject(options) ? own(options, 'DefaultValue') : undefined;
  const answer = found ?? fallback;
  return answer === undefined ? UNKNOWN : orNone(resolve(answer));
}

export function orNone(json: Json | undefined): Outcome {
  return json === undefined ? NONE : value(json);
}

export function pair(argument: Json): JsonArray {
  return isArray(argument) ? argument : [];
}

function textOf(json: Json): string | undefined {
  return json === null || typeof json === 'object' ? undefined : String(json);
}
