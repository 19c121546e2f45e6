import type { Api, CallContext, GrantRow, Remark, Table } from '../grants/integration.ts';
import { everything } from '../grants/resources.ts';
import type { Tables } from '../grants/tables.ts';
import type { ActionNames } from '../iam/actions.ts';
import type { ExtraActions, ExtraRow } from './extraActions.ts';
import { extraPattern } from './extraPattern.ts';
import { resourcesOf } from './resources.ts';

/** The tables with what people add to them: operations that no table has, and more permissions for those that one has. */

/** What was added, and what a person should know about it. */
interface Added {
  readonly rows: readonly ExtraRow[];
  /** Why a resource is everything; completes 'acme:StartJob on *: …'. */
  readonly everything: string;
  readonly remark: (unknown: readonly string[], names: ActionNames) => Remark | undefined;
}

/** What people say. It only adds: nothing that a table says is taken away. */
export function withExtraActions(tables: Tables, extra: ExtraActions, names: ActionNames | undefined): Tables {
  const added = new Map(
    Object.entries(extra).map(([name, rows]): [string, Added] => [
      name,
      { rows, everything: 'the extra actions say so', remark: unnamed },
    ]),
  );
  return withAdded(tables, added, names);
}

function unnamed(unknown: readonly string[], { date }: ActionNames): Remark | undefined {
  if (unknown.length === 0) return undefined;
  return {
    code: 'unconfirmed-action',
    severity: 'warning',
    message: `IAM's reference of ${date} does not have ${unknown.join(', ')}, which the extra actions give: check the spelling.`,
  };
}

/** Of operations that no table has: the action of IAM that has their name, on everything. */
export function withGuesses(tables: Tables, guesses: ReadonlyMap<string, string>, names: ActionNames): Tables {
  const added = new Map(
    [...guesses].map(([name, action]): [string, Added] => [
      name,
      {
        rows: [{ actions: [action], resources: ['*'] }],
        everything: 'only its name is known',
        remark: () => guessed(name, action),
      },
    ]),
  );
  return withAdded(tables, added, names);
}

function guessed(name: string, action: string): Remark {
  return {
    code: 'guessed-action',
    severity: 'warning',
    message: `${name} is in no table; ${action}, IAM's action of that name, is granted on everything because of --guess. Name its resources with --extra-actions.`,
  };
}

function withAdded(tables: Tables, added: ReadonlyMap<string, Added>, names: ActionNames | undefined): Tables {
  if (added.size === 0) return tables;
  const { sdk = [], optimized = [] } = Object.groupBy([...added.keys()], (name) =>
    name.startsWith(SDK) ? 'sdk' : 'optimized',
  );
  return {
    ...tables,
    sdk: withApis(tables.sdk, sdk, SDK, added, names),
    optimized: withApis(tables.optimized, optimized, '', added, names),
  };
}

const SDK = 'aws-sdk:';

function withApis(
  tables: ReadonlyMap<string, Table>,
  operations: readonly string[],
  start: string,
  added: ReadonlyMap<string, Added>,
  names: ActionNames | undefined,
): ReadonlyMap<string, Table> {
  const services = Map.groupBy(operations, (name) => name.slice(start.length).split(':')[0] ?? '');
  const more = [...services].map(([service, those]): [string, Table] => {
    const base = tables.get(service);
    const apis = new Map<string, Api>();
    const extended = (api: string): Api | undefined => {
      const name = `${start}${service}:${api}`;
      const extra = added.get(name);
      return extra && extendedApi(name, base?.api(api), extra, start === SDK, names);
    };
    return [
      service,
      {
        service,
        page: PAGE,
        ...base,
        names: () => [...new Set([...(base?.names() ?? []), ...those.map((name) => name.split(':').at(-1) ?? '')])],
        api: (api) => {
          const known = apis.get(api) ?? extended(api);
          if (known !== undefined) apis.set(api, known);
          return known ?? base?.api(api);
        },
      },
    ];
  });
  return new Map([...tables, ...more]);
}

const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
const SDK_PATTERNS: Api['patterns'] = ['requestResponse', 'waitForTaskToken'];
const ALL_PATTERNS: Api['patterns'] = ['requestResponse', 'sync', 'waitForTaskToken'];

function extendedApi(
  name: string,
  base: Api | undefined,
  { rows, everything: why, remark }: Added,
  isSdk: boolean,
  names: ActionNames | undefined,
): Api {
  const grants = rows.map((row) => grantRow(name, row, why, names));
  const actions = grants.flatMap((row) => row.actions);
  const unknown = names === undefined ? [] : actions.filter((action) => names.spelled(action) === undefined);
  const ours = names === undefined ? undefined : remark(unknown, names);
  const refused = base?.unusable === undefined ? undefined : unusableRemark(name, base.unusable);
  const remarks = [ours, refused].filter((each) => each !== undefined);
  const known = base?.unusable === undefined ? base : undefined;
  const { needsNothing } = known ?? {};
  // What needs nothing by itself has only what was added.
  const counts = (context: CallContext) => needsNothing?.(context) === undefined;
  const { argumentNames } = base ?? {};
  return {
    ...(argumentNames === undefined ? {} : { argumentNames }),
    patterns: base?.patterns ?? (isSdk ? SDK_PATTERNS : ALL_PATTERNS),
    grants: [
      ...(known?.grants ?? []).map((row) => (needsNothing === undefined ? row : whenAlso(row, counts))),
      ...grants,
    ],
    remarks: (context) => [...((counts(context) ? known?.remarks?.(context) : undefined) ?? []), ...remarks],
  };
}

function whenAlso(row: GrantRow, counts: (context: CallContext) => boolean): GrantRow {
  return { ...row, when: (context) => counts(context) && (row.when?.(context) ?? true) };
}

function unusableRemark(name: string, why: string): Remark {
  return {
    code: 'service-name',
    severity: 'warning',
    message: `${name} has extra actions, and ${why}`,
  };
}

function grantRow(
  name: string,
  { actions, resources, conditions }: ExtraRow,
  why: string,
  names: ActionNames | undefined,
): GrantRow {
  const patterns = resources.filter((text) => text !== '*').map((text) => extraPattern(name, text));
  const on = patterns.length === 0 ? everything(why) : resourcesOf(patterns);
  return {
    purpose: purposeOf(actions),
    actions: actions.map((action) => names?.spelled(action) ?? action),
    resources: [on],
    ...(conditions === undefined ? {} : { conditions: () => conditions }),
  };
}

function purposeOf(actions: readonly string[]): GrantRow['purpose'] {
  if (actions.every((action) => /^iam:passrole$/i.test(action))) return 'passRole';
  return actions.every((action) => action.startsWith('kms:')) ? 'encryption' : 'call';
}
