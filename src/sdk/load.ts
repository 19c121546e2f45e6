import type { Call } from '../calls/call.ts';
import type { Finding } from '../finding.ts';
import type { Table } from '../grants/integration.ts';
import { own } from '../own.ts';
import { SERVICES } from './data/services.ts';
import type { ServiceData } from './service.ts';
import { tableOf } from './table.ts';

/**
 * Loads the tables of the services that these calls name, and no others: all of them together have 20,000 operations.
 * The tables are modules of the program, constant as its code.
 */
export async function sdkTables(calls: readonly Call[]): Promise<ReadonlyMap<string, Table>> {
  const names = new Set(calls.filter(({ kind }) => kind === 'sdk').map(({ service }) => service));
  const tables = await Promise.all(
    [...names].map(async (name): Promise<readonly (readonly [string, Table])[]> => {
      const known = own(SERVICES, name);
      return known === undefined ? [] : [[name, tableOf(name, await load(known.file))]];
    }),
  );
  return new Map(tables.flat());
}

async function load(file: string): Promise<ServiceData> {
  const module: { readonly default: ServiceData } = await import(`./data/${file}.json`, { with: { type: 'json' } });
  return module.default;
}

/** What there is to say about the name of a call's service. */
export function serviceFindings(call: Call): readonly Finding[] {
  const service = call.kind === 'sdk' ? own(SERVICES, call.service) : undefined;
  if (service === undefined) return [];
  const { file, listed } = service;
  if (listed && file === call.service) return [];
  const message =
    file === call.service
      ? `AWS does not list aws-sdk:${call.service} among the services that Step Functions calls: it may refuse the definition. See https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html`
      : `aws-sdk:${call.service} is written aws-sdk:${file} in Step Functions: AWS refuses the definition.`;
  return [{ code: 'service-name', severity: 'warning', state: call.state, message }];
}
