import { type Fit, type FitOptions, fitWith } from '../../src/analysis/fit.ts';
import type { JsonObject } from '../../src/asl/json.ts';
import { parseText } from '../../src/asl/parse.ts';
import { jsonataEngine } from '../../src/values/jsonata/engine.ts';

const jsonata = await jsonataEngine(['1 + 1']);

export const OPTIONS: FitOptions = { region: 'eu-west-1', account: '111122223333', name: 'orders' };

/** Fits a definition that calls no AWS SDK integration. */
export function fitOptimized(given: JsonObject, options: FitOptions = {}): Fit {
  return fitWith({ sdk: new Map(), jsonata }, given, options);
}

export type Form = 'static' | 'dynamic';
export type Language = 'JSONPath' | 'JSONata';

/** Any object as a definition, the way a file would give it. */
export function definition(value: unknown): JsonObject {
  return parseText(JSON.stringify(value), 'json');
}

/** A state machine of these states, by name, in no particular order. */
export function machine(states: Readonly<Record<string, unknown>>): JsonObject {
  return definition({ StartAt: Object.keys(states)[0], States: states });
}

export function fitStates(states: Readonly<Record<string, unknown>>, options: FitOptions = OPTIONS): Fit {
  return fitOptimized(machine(states), options);
}

/** A Task with arguments as they are, or each known only at run time, in either query language. */
export function task(
  resource: string,
  args: Readonly<Record<string, unknown>>,
  {
    form = 'static',
    language = 'JSONPath',
    keep = [],
  }: { form?: Form; language?: Language; keep?: readonly string[] } = {},
): Readonly<Record<string, unknown>> {
  const given = Object.entries(args).map(([name, value]): [string, unknown] => {
    if (form === 'static' || keep.includes(name)) return [name, value];
    return language === 'JSONPath' ? [`${name}.$`, `$.${name}`] : [name, `{% $states.input.${name} %}`];
  });
  const field = language === 'JSONPath' ? 'Parameters' : 'Arguments';
  return { Type: 'Task', QueryLanguage: language, Resource: resource, [field]: Object.fromEntries(given), End: true };
}

export function integration(api: string, pattern: string): string {
  return `arn:aws:states:::${api}${pattern === 'requestResponse' ? '' : `.${pattern}`}`;
}

/** Without the finding that lists resources whose keys aren't known: most definitions have one. */
export function exceptEncryption(findings: Fit['findings']): Fit['findings'] {
  return findings.filter(({ code }) => code !== 'unknown-encryption');
}
