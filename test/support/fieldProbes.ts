import { parsePattern } from '../../src/sdk/pattern.ts';
import type { AllowRow, OperationData, PassRow, ServiceData } from '../../src/sdk/service.ts';

/** Calls that give one field which names a resource a text of which only the start is known. */
export interface Probe {
  readonly service: string;
  readonly operation: string;
  readonly field: string;
  /** The text's known start: a name's, or an ARN's. */
  readonly form: 'name' | 'arn';
  readonly actions: readonly string[];
  /** The start of the text, without what follows at run time. */
  readonly start: string;
  /** What else the call must have: paths and values. */
  readonly others: readonly (readonly [path: string, value: string])[];
}

export const MARK = 'orders-';
const ACCESS_POINT = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/';
const PLACE = { p: 'aws', r: 'eu-west-1', a: '111122223333' } as const;

/** All probes of a service's operations. */
export function probesOf(service: string, data: ServiceData): readonly Probe[] {
  return Object.entries(data.operations).flatMap(([operation, needs]) =>
    probesOfOperation(needs).map((probe) => ({ service, operation, ...probe })),
  );
}

type Found = Omit<Probe, 'service' | 'operation'>;

function probesOfOperation(operation: OperationData): readonly Found[] {
  if (!('allow' in operation)) return [];
  return [...operation.allow.flatMap(probesOfRow), ...(operation.pass ?? []).flatMap(probesOfRoles)];
}

function probesOfRow({ actions, on, when = [] }: AllowRow): readonly Found[] {
  const [condition] = when;
  const conditions: readonly (readonly [string, string])[] =
    condition === undefined ? [] : [[condition.split('=')[0] ?? '', condition.split('=')[1] ?? 'x']];
  return on.flatMap((text) => {
    const pattern = parsePattern(text);
    if (pattern.kind === 'rule') return [];
    const inPlace = pattern.literals.map((literal) =>
      literal
        .replaceAll('*', 'known')
        .replace(/\$([pra])/g, (_, one: string) => (one === 'p' ? PLACE.p : one === 'r' ? PLACE.r : PLACE.a)),
    );
    const arnUpTo = (index: number) => inPlace.slice(0, index + 1).join('known');
    return pattern.slots.flatMap((slot, index) =>
      slot.paths.flatMap((field): readonly Found[] => {
        const others = pattern.slots.flatMap((other, at): readonly (readonly [string, string])[] =>
          at === index ? [] : [[other.paths[0] ?? '', other.holds === 'arn' ? `${arnUpTo(at)}known` : 'known']],
        );
        const base = { field, actions, others: [...others, ...conditions].filter(([path]) => !field.startsWith(path)) };
        const byName = { ...base, form: 'name', start: MARK } as const;
        // A bucket has no ARN in a call, an access point in its place has.
        const head = arnUpTo(index) === 'arn:aws:s3:::' ? ACCESS_POINT : arnUpTo(index);
        const byArn = { ...base, form: 'arn', start: head + MARK } as const;
        return slot.holds === 'name' ? [byName] : slot.holds === 'arn' ? [byArn] : [byName, byArn];
      }),
    );
  });
}

function probesOfRoles({ fields }: PassRow): readonly Found[] {
  return fields
    .filter((field) => !field.startsWith('='))
    .flatMap((field): readonly Found[] => {
      const base = { field, actions: ['iam:PassRole'], others: [] };
      return [
        { ...base, form: 'name', start: MARK },
        { ...base, form: 'arn', start: `arn:aws:iam::111122223333:role/${MARK}` },
      ];
    });
}

/** How a field's text is written in either language. */
export type Language = 'JSONPath' | 'JSONata';

/** The probe's arguments; undefined where the language has no way to write it. */
export function argumentsOfProbe(
  { field, start, others }: Probe,
  language: Language,
): Readonly<Record<string, unknown>> | undefined {
  const root: Record<string, unknown> = {};
  for (const [path, value] of others) put(root, steps(path), value, false);
  const isList = /\[\]$/.test(field);
  if (language === 'JSONata') put(root, steps(field), `{% '${start}' & $states.input.x %}`, true);
  else {
    const text = `States.Format('${start}{}', $.x)`;
    if (/\{:?\}$/.test(field)) return undefined;
    const path = isList ? field.slice(0, -2) : field;
    put(
      root,
      steps(path).map((step, index, all) => (index === all.length - 1 ? { ...step, name: `${step.name}.$` } : step)),
      isList ? `States.Array(${text})` : text,
      true,
    );
  }
  return root;
}

interface Step {
  readonly name: string;
  readonly below: '' | '[]' | '{}' | '{:}';
}

function steps(path: string): readonly Step[] {
  return path
    .split('.')
    .flatMap((one) => one.replace('{:}[]', '{:}.[]').split('.'))
    .map((step) => {
      const [, name = '', below = ''] = /^(.*?)(\[\]|\{:?\})?$/.exec(step) ?? [];
      return { name, below: below === '[]' || below === '{}' || below === '{:}' ? below : '' };
    });
}

function put(object: Record<string, unknown>, [step, ...rest]: readonly Step[], leaf: string, force: boolean): void {
  if (step === undefined) return;
  const { name, below } = step;
  const isLast = rest.length === 0;
  if (below === '') {
    if (isLast) {
      if (force || object[name] === undefined) object[name] = leaf;
    } else put(child(object, name), rest, leaf, force);
    return;
  }
  if (below === '[]') {
    const items = Array.isArray(object[name]) ? object[name] : (object[name] = [isLast ? leaf : {}]);
    if (!Array.isArray(items)) return;
    if (isLast) {
      if (force) items[0] = leaf;
    } else if (isRecord(items[0])) put(items[0], rest, leaf, force);
    return;
  }
  const map = child(object, name);
  const key = below === '{}' ? leaf : 'key';
  if (below === '{}') {
    map[key] = {};
    return;
  }
  if (isLast) map[key] = leaf;
  else if (rest[0]?.name === '') {
    const item: Record<string, unknown> = {};
    map[key] = [item];
    put(item, rest.slice(1), leaf, force);
  } else put(child(map, key), rest, leaf, force);
}

function child(object: Record<string, unknown>, name: string): Record<string, unknown> {
  const known = object[name];
  if (isRecord(known)) return known;
  const made: Record<string, unknown> = {};
  object[name] = made;
  return made;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
