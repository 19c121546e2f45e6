/** The names of the arguments that operations take, as the API models have them, in Step Functions' spelling. */

import type { ArgumentNames } from '../../src/grants/argumentNames.ts';
import { OPTIMIZED } from '../../src/integrations/index.ts';
import { own } from '../../src/own.ts';
import { ADDED, LEFT_OUT, OF_ITS_OWN, SAME_REQUEST } from '../curated/optimizedArguments.ts';
import { type Models, operationsOf } from './operations.ts';

/** All operations of an SDK service whose model says what they take. */
export function sdkArguments(service: string, models: Models): ArgumentNames {
  const rows = operationsOf(service, models).flatMap(({ api, inputs }): readonly (readonly [string, string])[] =>
    inputs === undefined ? [] : [[api, [...inputs].toSorted().join(' ')]],
  );
  return Object.fromEntries(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** All APIs of the optimized integrations, by service: those of the SDK's operation with what the page adds. */
export function optimizedArguments(models: Models): Readonly<Record<string, ArgumentNames>> {
  return Object.fromEntries(
    OPTIMIZED.map(({ service, apis }) => [
      service,
      Object.fromEntries(Object.keys(apis).flatMap((api) => namesOf(`${service}:${api}`, service, api, models))),
    ]),
  );
}

function namesOf(name: string, service: string, api: string, models: Models): readonly (readonly [string, string])[] {
  const documented = own(OF_ITS_OWN, name);
  if (documented === '') return [];
  if (documented !== undefined) return [[api, documented]];
  const [sdk, operation = api] = (own(SAME_REQUEST, name) ?? own(SAME_REQUEST, service) ?? service).split(':');
  const found = operationsOf(sdk ?? service, models).find((each) => each.api === operation)?.inputs;
  if (found === undefined) throw new Error(`${name}: no model has ${sdk}:${operation}; see optimizedArguments.ts`);
  const without = own(LEFT_OUT, name) ?? [];
  return [
    [api, [...found.filter((each) => !without.includes(each)), ...(own(ADDED, name) ?? [])].toSorted().join(' ')],
  ];
}
