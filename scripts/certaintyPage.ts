/** What is made of the tables of the integrations: the table of docs/certainty.md. `npm run generated` writes it. */
import type { CallKind } from '../src/calls/call.ts';
import { machineOf } from '../src/calls/machine.ts';
import { factsOf } from '../src/facts/facts.ts';
import { compareText } from '../src/finding.ts';
import type { Doubt } from '../src/grants/grant.ts';
import type { CallContext, GrantRow } from '../src/grants/integration.ts';
import { STATE_INPUT } from '../src/grants/rows.ts';
import { KEY_USES } from '../src/integrations/encryption.ts';
import { INTEGRATIONS } from '../src/integrations/index.ts';
import type { Value } from '../src/values/domain/value.ts';

const BEGIN = '<!-- Made of the tables in src by npm run generated; do not edit. -->\n';
const END = '<!-- End of what is made. -->\n';

/** docs/certainty.md with its table as the code is now. */
export function withCertaintyTable(page: string): string {
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return [before, BEGIN, '\n', table(), '\n', END, after].join('');
}

/** A row of the page: the same doubt in a service. */
interface Line {
  readonly service: string;
  readonly apis: Set<string>;
  readonly actions: Set<string>;
  readonly doubt: Doubt;
}

const HEAD = ['integration', 'actions', 'why it is not certain'];

function table(): string {
  const lines = new Map<string, Line>();
  for (const { service, api, actions, doubt } of doubts()) {
    const key = JSON.stringify([service, doubt]);
    const line = lines.get(key) ?? { service, apis: new Set<string>(), actions: new Set<string>(), doubt };
    lines.set(key, line);
    line.apis.add(api);
    for (const action of actions) line.actions.add(action);
  }
  const rows = [...lines.values()].map(({ service, apis, actions, doubt: { certainty, reason, source } }) => [
    `${service}: ${[...apis].join(', ')}`,
    [...actions].map((action) => `\`${action}\``).join(', '),
    `[${WORDS[certainty]}](${source}) ${reason}`,
  ]);
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

const WORDS: Readonly<Record<Doubt['certainty'], string>> = {
  conditional: 'Needed only if',
  precaution: 'A precaution:',
};

interface Found extends Pick<Line, 'service' | 'doubt'> {
  readonly api: string;
  readonly actions: readonly string[];
}

function doubts(): readonly Found[] {
  const kinds = ['optimized', 'map', 'setting'] as const satisfies readonly CallKind[];
  const rows = kinds.flatMap((kind) =>
    [...INTEGRATIONS[kind].values()].flatMap(({ service, names, api }) =>
      names().flatMap((name) =>
        (api(name)?.grants ?? []).flatMap((row) =>
          doubtsOf(row, kind, service, name).map((doubt) => ({ service, api: name, actions: row.actions, doubt })),
        ),
      ),
    ),
  );
  return [...rows, ...keyDoubts()];
}

/** The keys of what a call names. */
function keyDoubts(): readonly Found[] {
  return [...KEY_USES].flatMap(([action, uses]) =>
    uses.flatMap(({ actions, doubt }) =>
      doubt === undefined ? [] : [{ service: 'keys', api: `\`${action}\``, actions, doubt }],
    ),
  );
}

/** The doubts of a row, whatever a call's arguments are. */
function doubtsOf(row: GrantRow, kind: CallKind, service: string, api: string): readonly Doubt[] {
  const found = new Map<string, Doubt>();
  for (const value of ARGUMENTS) {
    const context = contextOf(value, kind, service, api);
    // A row that depends on an argument has no doubts of its own without it.
    const doubt = value.kind !== 'unknown' && row.when?.(context) === false ? undefined : row.doubt?.(context);
    // That a run may leave an argument out is said of all rows at once.
    if (doubt !== undefined && doubt.source !== STATE_INPUT) found.set(JSON.stringify(doubt), doubt);
  }
  return [...found.values()].toSorted((one, other) => compareText(one.certainty, other.certainty));
}

/** Arguments of each kind: none, unknown ones, and those that decide in a table. */
const ARGUMENTS: readonly Value[] = [
  { kind: 'absent' },
  { kind: 'unknown', expression: '$.argument' },
  everyField('RESOURCE_POLICY'),
];

function everyField(text: string): Value {
  return { kind: 'object', field: () => ({ kind: 'known', json: text }), names: () => [] };
}

function contextOf(value: Value, kind: CallKind, service: string, api: string): CallContext {
  const machine = machineOf({ region: 'eu-west-1', account: '111122223333', name: 'orders' }, undefined);
  const call = {
    state: '',
    kind,
    service,
    api,
    pattern: 'requestResponse',
    partition: undefined,
    childOf: undefined,
  } as const;
  return { call, arguments: value, inAnyRun: () => value, machine, facts: factsOf([]), place: machine.place };
}
