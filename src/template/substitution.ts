import { DefinitionError } from '../asl/error.ts';
import type { JsonObject } from '../asl/json.ts';
import { parseJson } from '../asl/jsonText.ts';
import { type Format, parseText } from '../asl/parse.ts';
import { substitute } from '../asl/substitute.ts';
import { own } from '../own.ts';

export interface Substituted {
  readonly json: JsonObject;
  /** Names in the text without a value: CloudFormation leaves them in, so the definition is wrong. */
  readonly unsubstituted: readonly string[];
}

/**
 * Parses a definition's text with DefinitionSubstitutions applied. They are substituted in the text, not in parsed
 * values: `"TimeoutSeconds": ${Timeout}` gives a number.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
 */
export function parseSubstituted(text: string, values: Readonly<Record<string, string>>, format: Format): Substituted {
  const names = new Set([...text.matchAll(NAME)].map(([, name = '']) => name));
  const unsubstituted = [...names].filter((name) => !Object.hasOwn(values, name));
  return { json: parse(text, values, isJson(text, format) ? 'json' : 'yaml'), unsubstituted };
}

const NAME = /\$\{([^${}]+)\}/g;

function isJson(text: string, format: Format): boolean {
  return (
    format === 'json' ||
    (format === 'auto' &&
      text
        .replace(/^\uFEFF/, '')
        .trimStart()
        .startsWith('{'))
  );
}

function parse(text: string, values: Readonly<Record<string, string>>, format: 'json' | 'yaml'): JsonObject {
  const plain = (part: string) => replaced(part, (name) => own(values, name));
  try {
    return parseText(format === 'json' ? inJson(text, values, (value) => value) : plain(text), format);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    // A value has quotes in JSON, or `: ` in YAML.
    return format === 'json'
      ? parseText(inJson(text, values, escaped), format)
      : substitute(parseText(text, format), values);
  }
}

function replaced(text: string, lookUp: (name: string) => string | undefined): string {
  return text.replaceAll(NAME, (whole, name: string) => lookUp(name) ?? whole);
}

/** Outside strings, what isn't valid JSON becomes a string: a remaining placeholder, a name without quotes. */
function inJson(text: string, values: Readonly<Record<string, string>>, inString: (value: string) => string): string {
  const lookUp = (name: string) => own(values, name);
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|\$\{([^${}]+)\}/g, (token, name: string | undefined) => {
    if (name === undefined) {
      return replaced(token, (each) => {
        const value = lookUp(each);
        return value === undefined ? undefined : inString(value);
      });
    }
    const value = lookUp(name) ?? token;
    return isJsonText(value) ? value : JSON.stringify(value);
  });
}

function isJsonText(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

function escaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
