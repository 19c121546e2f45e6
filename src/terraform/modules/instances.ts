import type { Block, Source } from '../hcl/syntax.ts';
import { convert } from '../values/convert.ts';
import { integer, safeInteger } from '../values/number.ts';
import { BOOL, DYNAMIC, NUMBER } from '../values/type.ts';
import {
  isMapping,
  isOpen,
  number,
  type Open,
  object,
  openIn,
  refused,
  string,
  unknown,
  type Value,
} from '../values/value.ts';

/** The instances of a block with count or for_each, by the ends of their addresses: `[0]`, `["eu"]`. */
export type Instances =
  | { readonly kind: 'single' | 'list' | 'map'; readonly variables: ReadonlyMap<string, ReadonlyMap<string, Value>> }
  /** How many there are isn't known; one stands for all of them. */
  | { readonly kind: 'open'; readonly open: Open; readonly variables: ReadonlyMap<string, ReadonlyMap<string, Value>> };

const MAX_INSTANCES = 2_000;

/**
 * Source: https://developer.hashicorp.com/terraform/language/meta-arguments/count and …/for_each, and
 * https://opentofu.org/docs/language/meta-arguments/enabled/
 */
export function instancesOf(block: Block, evaluate: (attribute: string, of?: Block) => Value | undefined): Instances {
  const lifecycle = block.body.blocks.find(({ type }) => type === 'lifecycle');
  const enabled = lifecycle?.body.attributes.has('enabled') ? evaluate('enabled', lifecycle) : undefined;
  if (enabled) return whereEnabled(convert(enabled, BOOL, sourceOf(block, 'enabled')));
  const count = evaluate('count');
  if (count) return counted(count, sourceOf(block, 'count'));
  const each = evaluate('for_each');
  return each ? forEach(each, sourceOf(block, 'for_each')) : { kind: 'single', variables: new Map([['', new Map()]]) };
}

function sourceOf(block: Block, name: string): Source {
  return block.body.attributes.get(name)?.value ?? { place: block.place, text: name };
}

function whereEnabled(enabled: Value): Instances {
  const isNone = enabled.kind === 'bool' && !enabled.value;
  return { kind: 'single', variables: new Map(isNone ? [] : [['', new Map()]]) };
}

function counted(count: Value, source: Source): Instances {
  const converted = convert(count, NUMBER, source);
  const times = converted.kind === 'number' ? safeInteger(converted.value) : undefined;
  if (times === undefined || times < 0)
    return open(openIn(converted) ?? refused(source, 'the count is no number of instances'), 'count');
  if (times > MAX_INSTANCES) return open(unknown(source, `there are more than ${MAX_INSTANCES} instances`), 'count');
  const entries = Array.from({ length: times }, (_, index) => {
    const variables = new Map([['count', object([['index', number(integer(index))]])]]);
    return [`[${index}]`, variables] as const;
  });
  return { kind: 'list', variables: new Map(entries) };
}

function forEach(each: Value, source: Source): Instances {
  const converted = each.kind === 'set' ? each.items.map((item) => [item, item] as const) : undefined;
  const pairs = isMapping(each) ? [...each.entries].map(([name, value]) => [string(name), value] as const) : converted;
  if (!pairs) {
    const cause = isOpen(each) ? each : refused(source, 'for_each is no map and no set of texts');
    return open(cause.kind === 'unknown' ? cause : unknown(source, 'for_each is known only after apply'), 'each');
  }
  const entries: [string, ReadonlyMap<string, Value>][] = [];
  for (const [key, value] of pairs) {
    if (key.kind !== 'string') return open(openIn(key) ?? refused(source, 'for_each is no set of texts'), 'each');
    entries.push([
      `[${JSON.stringify(key.value)}]`,
      new Map([
        [
          'each',
          object([
            ['key', key],
            ['value', value],
          ]),
        ],
      ]),
    ]);
  }
  if (entries.length > MAX_INSTANCES)
    return open(unknown(source, `there are more than ${MAX_INSTANCES} instances`), 'each');
  return { kind: 'map', variables: new Map(entries) };
}

function open(cause: Open, kind: 'count' | 'each'): Instances {
  const why =
    cause.kind === 'unknown' ? cause.why : `${[cause.address, ...cause.path].join('.')} is known only after apply`;
  const of = (name: string): Open =>
    unknown({ place: cause.place, text: `${kind}.${name}` }, `which instances there are is not known: ${why}`, DYNAMIC);
  const members = kind === 'count' ? ['index'] : ['key', 'value'];
  const variables = new Map([[kind, object(members.map((name) => [name, of(name)] as const))]]);
  const reason: Open = cause.kind === 'unknown' ? cause : unknown({ place: cause.place, text: kind }, why);
  return { kind: 'open', open: reason, variables: new Map([['', variables]]) };
}
