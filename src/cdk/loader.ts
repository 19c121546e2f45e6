import { createRequire } from 'node:module';
import type { Loader } from '../analysis/fit.ts';
import type { ArgumentNames } from '../grants/argumentNames.ts';
import { type ActionData, type ActionNames, actionNamesIn } from '../iam/actions.ts';
import { sdkTablesFrom } from '../sdk/load.ts';
import type { ServiceData } from '../sdk/service.ts';
import { engineWith, type JsonataEngine } from '../values/jsonata/engine.ts';

/**
 * Loads tables and JSONata at once, since the CDK's synthesis cannot wait. The paths have no extension: a table is a JSON
 * file in the source and a module in the package, at the same place.
 */
export const LOADER: Loader = {
  sdk: (services) =>
    sdkTablesFrom(services, (file) => {
      const data: ServiceData | Module<ServiceData> = load(`../sdk/data/${file}`);
      const argumentNames: ArgumentNames | Module<ArgumentNames> = load(`../sdk/data/arguments/${file}`);
      return { data: contentOf(data), argumentNames: contentOf(argumentNames) };
    }),
  jsonata: once((): JsonataEngine => {
    const jsonata: typeof import('jsonata') = load('jsonata');
    return engineWith((text) => jsonata(text).ast());
  }),
  actions: once((): ActionNames => {
    const data: ActionData | Module<ActionData> = load('../iam/data/actions');
    return actionNamesIn(contentOf(data));
  }),
};

const load = createRequire(import.meta.url);

interface Module<T> {
  readonly default: T;
}

function contentOf<T extends object>(loaded: T | Module<T>): T {
  return 'default' in loaded ? loaded.default : loaded;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
