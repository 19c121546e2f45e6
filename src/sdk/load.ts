import type { ArgumentNames } from '../grants/argumentNames.ts';
import type { Table } from '../grants/integration.ts';
import { own } from '../own.ts';
import { SERVICES } from './data/services.ts';
import type { ServiceData } from './service.ts';
import { tableOf } from './table.ts';

/**
 * Loads the tables of these services, spelled as in tasks, and no others: all tables together have 20,000 operations.
 * The tables are modules of the program, as constant as its code. An unknown service has none.
 */
export async function sdkTables(services: Iterable<string>): Promise<ReadonlyMap<string, Table>> {
  const tables = await Promise.all(
    [...new Set(services)].map(async (name): Promise<readonly (readonly [string, Table])[]> => {
      const known = own(SERVICES, name);
      if (known === undefined) return [];
      const [data, argumentNames] = await Promise.all([load(known.file), loadArguments(known.file)]);
      return [[name, { ...tableOf(name, data, argumentNames), ...nameRemark(name, known) }]];
    }),
  );
  return new Map(tables.flat());
}

async function load(file: string): Promise<ServiceData> {
  const module: { readonly default: ServiceData } = await import(`./data/${file}.json`, { with: { type: 'json' } });
  return module.default;
}

async function loadArguments(file: string): Promise<ArgumentNames> {
  const module: { readonly default: ArgumentNames } = await import(`./data/arguments/${file}.json`, {
    with: { type: 'json' },
  });
  return module.default;
}

function nameRemark(
  name: string,
  { file, listed }: { readonly file: string; readonly listed: boolean },
): Pick<Table, 'nameRemark'> {
  if (file !== name) {
    return { nameRemark: `aws-sdk:${name} is written aws-sdk:${file} in Step Functions: AWS refuses the definition.` };
  }
  if (listed) return {};
  return {
    nameRemark: `AWS does not list aws-sdk:${name} among the services that Step Functions calls: it may refuse the definition. See https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html`,
  };
}
