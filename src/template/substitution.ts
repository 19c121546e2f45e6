import { DefinitionError } from '../asl/error.ts';
import { jsonLines } from '../asl/jsonLines.ts';
import { parseJson } from '../asl/jsonText.ts';
import { type DefinitionText, type Format, parseDefinitionText } from '../asl/parse.ts';
import { substitute } from '../asl/substitute.ts';
import { own } from '../own.ts';

export interface Substituted extends DefinitionText {
  /** The names in the text's `${…}`. */
  readonly names: readonly string[];
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
  const names = [...new Set([...text.matchAll(NAME)].map(([, name = '']) => name))];
  const unsubstituted = names.filter((name) => !Object.hasOwn(values, name));
  return { ...parse(text, values, isJson(text, format) ? 'json' : 'yaml'), names, unsubstituted };
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

function parse(text: string, values: Readonly<Record<string, string>>, format: 'json' | 'yaml'): DefinitionText {
  return format === 'json' ? parsedJson(text, values) : parsedYaml(text, values);
}

function parsedJson(text: string, values: Readonly<Record<string, string>>): DefinitionText {
  const parsed = (inString: (value: string) => string) => parseDefinitionText(inJson(text, values, inString), 'json');
  // A value may have quotes.
  const definition = firstReadable(
    () => parsed((value) => value),
    () => parsed(escaped),
  );
  return { ...definition, lineOf: jsonLines(text) };
}

function parsedYaml(text: string, values: Readonly<Record<string, string>>): DefinitionText {
  const isLonger = Object.values(values).some((value) => value.includes('\n'));
  return firstReadable(
    () => {
      const definition = parseDefinitionText(
        replaced(text, (name) => own(values, name)),
        'yaml',
      );
      return isLonger ? { ...definition, lineOf: () => undefined } : definition;
    },
    // A value may have `: `.
    () => {
      const definition = parseDefinitionText(text, 'yaml');
      return { ...definition, json: substitute(definition.json, values) };
    },
  );
}

function firstReadable(first: () => DefinitionText, second: () => DefinitionText): DefinitionText {
  try {
    return first();
  } catch (error) {
    if (error instanceof DefinitionError) return second();
    throw error;
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
