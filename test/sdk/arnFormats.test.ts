import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseArnFormat, type ResourceType } from '../../catalog/build/arnFormat.ts';
import { loadAuthority } from '../../catalog/build/authority.ts';
import { lastField } from '../../catalog/build/path.ts';
import { base, norm, OWN } from '../../catalog/build/words.ts';
import { PATTERNS } from '../../catalog/curated/patterns.ts';
import { PERMISSIONS } from '../../catalog/curated/permissions.ts';
import { NAMED_BY } from '../../catalog/curated/resources.ts';
import { PREFIXES } from '../../catalog/curated/services.ts';
import { type ArnPattern, parsePattern } from '../../src/sdk/pattern.ts';
import type { ServiceData } from '../../src/sdk/service.ts';
import { type Difference, FORMAT_REASONS, PLACING_REASONS, type Placing } from './arnDifferences.ts';

/**
 * Every row of the tables against the ARN formats of its own action's resource types, as `npm run refresh` reads them.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */

const DATA = new URL('../../src/sdk/data/', import.meta.url);
const authority = await loadAuthority(Object.values(PREFIXES));

interface Row {
  readonly service: string;
  readonly api: string;
  readonly action: string;
  readonly others: readonly string[];
  readonly text: string;
  readonly pattern: ArnPattern;
}

const rows = Object.keys(PREFIXES).flatMap((service) => {
  const { operations }: ServiceData = JSON.parse(readFileSync(new URL(`${service}.json`, DATA), 'utf8'));
  return Object.entries(operations).flatMap(([api, operation]) => {
    const allow = 'allow' in operation ? operation.allow : [];
    const others = allow.flatMap(({ actions }) => actions);
    return allow.flatMap(({ actions, on }) =>
      actions.flatMap((action) =>
        on.flatMap((text): readonly Row[] => {
          const pattern = parsePattern(text);
          return pattern.kind === 'arn' ? [{ service, api, action, others, text, pattern }] : [];
        }),
      ),
    );
  });
});

/** What a name is in a pattern: one part of an ARN, or all that follows where an argument may hold a whole ARN. */
const NAME = '\u0001';
const WHOLE = '\u0002';
/** A name of a format. */
const PART = '\u0003';

function shapeOf({ literals, slots }: ArnPattern): string {
  const names = slots.map(({ holds }) => (holds === 'name' ? NAME : WHOLE));
  return placed(literals.map((literal, index) => literal + (names[index] ?? '')).join(''));
}

function placed(text: string): string {
  return text.replace(/\$p/g, 'P').replace(/\$r/g, 'R').replace(/\$a/g, 'A');
}

function formatOf({ arn }: ResourceType): string {
  return placed(arn.replace('${Partition}', '$p').replace('${Region}', '$r').replace('${Account}', '$a')).replace(
    /\$\{\w+\}/g,
    PART,
  );
}

/** True where some ARN of the format fits the pattern, with a text in place of each of its names. */
function fits(pattern: string, format: string): boolean {
  const known = new Map<number, boolean>();
  const from = (at: number, of: number): boolean => {
    const key = at * (format.length + 1) + of;
    const found = known.get(key) ?? step(at, of);
    known.set(key, found);
    return found;
  };
  const step = (at: number, of: number): boolean => {
    const [one, other] = [pattern[at], format[of]];
    if (one === undefined && other === undefined) return true;
    if (one === '*' || one === WHOLE) return from(at + 1, of) || (other !== undefined && from(at, of + 1));
    if (other === '*') return from(at, of + 1) || (one !== undefined && from(at + 1, of));
    if (one === NAME) return other === PART && from(at + 1, of + 1);
    return one !== undefined && one === other && from(at + 1, of + 1);
  };
  return from(0, 0);
}

const fitsSome = (pattern: string, action: string) =>
  (authority.action(action)?.types ?? []).some((type) => fits(pattern, formatOf(type)));

const differences = rows
  .filter(({ action }) => authority.action(action) !== undefined)
  .flatMap(({ service, api, action, others, text, pattern }): readonly Difference[] => {
    const shape = shapeOf(pattern);
    if (fitsSome(shape, action)) return [];
    const ofAnother = others.some((other) => fitsSome(shape, other));
    return [{ service, api, action, text, ofAnother, untyped: authority.action(action)?.types.length === 0 }];
  });

/** The arguments in the places of a format's names; undefined where the pattern is no ARN of it. */
function aligned(
  { literals, slots }: ArnPattern,
  type: ResourceType,
): readonly (readonly [string, number])[] | undefined {
  const text = literals
    .map((literal, index) => literal + (index < slots.length ? `${NAME}${index}${PART}` : ''))
    .join('');
  const format = parseArnFormat(type.arn);
  const names = format.literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`^${names.join(`(${NAME}\\d+${PART}|[^/:${NAME}]+)`)}$`).exec(text);
  if (found === null) return undefined;
  return format.names.flatMap((name, index): readonly (readonly [string, number])[] => {
    const slot = new RegExp(`^${NAME}(\\d+)${PART}$`).exec(found[index + 1] ?? '')?.[1];
    return slot === undefined ? [] : [[name, Number(slot)]];
  });
}

const wordOf = (text: string) => base(norm(text));
const related = (one: string, other: string) => one === other || one.endsWith(other) || other.endsWith(one);
/** A DomainListId names a domain-list, whose List is no ending. */
const relatedWords = (one: string, other: string) => related(one, other) || related(base(one), other);

/** True where the argument's word is that of the ARN's part or of the type, or the Name of what the operation is about. */
function isPlaced(api: string, part: string, type: string, path: string): boolean {
  const [word, name, key] = [wordOf(lastField(path)), wordOf(part), wordOf(type)];
  if (norm(lastField(path)) === norm(part) && !OWN.has(norm(part))) return true;
  if (!OWN.has(norm(lastField(path)))) return word !== '' && (relatedWords(word, name) || relatedWords(word, key));
  const noun = wordOf(api.replace(/^[a-z]+/, ''));
  const whole = wordOf(path.replace(/[^A-Za-z0-9]/g, ''));
  return (
    related(noun, key) || related(noun, name) || (key !== '' && noun.startsWith(key)) || whole === name || whole === key
  );
}

function isCurated(service: string, api: string, path: string): boolean {
  const name = api.charAt(0).toUpperCase() + api.slice(1);
  const named = Object.values(NAMED_BY[service] ?? {}).some((paths) => paths.includes(path));
  const inRow = [
    ...PATTERNS.filter(({ services, operations }) => services.includes(service) && operations.includes(name)),
    ...PERMISSIONS.filter((row) => row.service === service && row.operations.includes(name)),
  ].some(({ on }) => on.some((one) => one.kind === 'arn' && one.slots.some(({ paths }) => paths.includes(path))));
  return named || inRow;
}

const placings = [
  ...new Map(
    rows.flatMap(({ service, api, action, pattern }) =>
      (authority.action(action)?.types ?? []).flatMap((type) =>
        (aligned(pattern, type) ?? []).flatMap(([part, index]): readonly (readonly [string, Placing])[] => {
          const slot = pattern.slots[index];
          if (slot === undefined || slot.holds !== 'name') return [];
          return slot.paths
            .filter((path) => !isPlaced(api, part, type.key, path))
            .map((path) => [
              `${service}:${api} ${part} ${path}`,
              {
                service,
                api,
                part,
                type: type.key,
                path,
                field: lastField(path),
                curated: isCurated(service, api, path),
              },
            ]);
        }),
      ),
    ),
  ).values(),
];

describe('the ARNs of the SDK tables', () => {
  it('are those of the action’s resource types, or differ for a reason', (context) => {
    const explained = FORMAT_REASONS.map(({ reason, holds }) => ({ reason, count: differences.filter(holds).length }));
    context.diagnostic(`${differences.length} of ${rows.length} patterns differ from the reference`);
    for (const { reason, count } of explained) context.diagnostic(`${count}: ${reason}`);
    const unexplained = differences.filter((one) => !FORMAT_REASONS.some(({ holds }) => holds(one)));
    assert.deepEqual(
      unexplained.map(({ service, api, action, text }) => `${service}:${api} ${action} ${text}`),
      [],
    );
    assert.deepEqual(
      explained.filter(({ count }) => count === 0).map(({ reason }) => reason),
      [],
    );
  });

  it('have each argument in the place of its own name, or another for a reason', (context) => {
    const explained = PLACING_REASONS.map(({ reason, holds }) => ({ reason, count: placings.filter(holds).length }));
    context.diagnostic(`${placings.length} arguments have another word than their part of the ARN`);
    for (const { reason, count } of explained) context.diagnostic(`${count}: ${reason}`);
    const unexplained = placings.filter((one) => !PLACING_REASONS.some(({ holds }) => holds(one)));
    assert.deepEqual(
      unexplained.map(({ service, api, type, part, path }) => `${service}:${api} ${type} ${part} is ${path}`),
      [],
    );
    assert.ok(explained.every(({ count }) => count > 0));
  });

  it('name no resource of an action that has none', () => {
    const named = rows.filter(({ action }) => authority.action(action)?.types.length === 0);
    assert.deepEqual(
      named.map(({ service, api, action, text }) => `${service}:${api} ${action} ${text}`),
      [],
    );
  });
});
