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
    knownAmong(services).map(async ([name, known]) => {
      const [data, argumentNames] = await Promise.all([load(known.file), loadArguments(known.file)]);
      return [name, tableWith(name, known, data, argumentNames)] as const;
    }),
  );
  return new Map(tables);
}

/** What `data` has of a service. */
export interface ServiceFiles {
  readonly data: ServiceData;
  readonly argumentNames: ArgumentNames;
}

/** The same where nothing can wait: `read` has the files of a name at once. */
export function sdkTablesFrom(
  services: Iterable<string>,
  read: (file: string) => ServiceFiles,
): ReadonlyMap<string, Table> {
  return new Map(
    knownAmong(services).map(([name, known]) => {
      const { data, argumentNames } = read(known.file);
      return [name, tableWith(name, known, data, argumentNames)] as const;
    }),
  );
}

type Known = NonNullable<(typeof SERVICES)[string]>;

function knownAmong(services: Iterable<string>): readonly (readonly [string, Known])[] {
  return [...new Set(services)].flatMap((name) => {
    const known = own(SERVICES, name);
    return known === undefined ? [] : [[name, known] as const];
  });
}

function tableWith(name: string, known: Known, data: ServiceData, argumentNames: ArgumentNames): Table {
  return { ...tableOf(name, data, argumentNames), ...nameRemark(name, known) };
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
