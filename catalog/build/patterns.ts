/** An action's resources for one operation, as the patterns of the tables. */
import { own } from '../../src/own.ts';
import { type ArnPattern, printPattern, type ResourcePattern } from '../../src/sdk/pattern.ts';
import { PATTERNS, type PatternRow } from '../curated/patterns.ts';
import { NAMED_BY } from '../curated/resources.ts';
import { ANY_TYPE, EDITIONS, MADE_ON_THE_WAY, PREFERRED_TYPES } from '../curated/types.ts';
import type { ResourceType } from './arnFormat.ts';
import { type Action, prefixOf } from './authority.ts';
import { type Binding, bindType } from './bind.ts';
import type { Operation } from './models.ts';
import { isArnName } from './path.ts';
import { spelling } from './spelling.ts';

/** The patterns in the data's notation; none where IAM has no resources for it. */
export function patternsOf(service: string, operation: Operation, action: Action): readonly string[] {
  const rows = action.name.endsWith(`:${operation.name}`) ? patternRows(service, operation.name) : [];
  const curated = rows.flatMap(({ on }) => on);
  if (rows.some(({ type }) => type === undefined)) return curated.map(printPattern);
  const types = typesFor(service, action).filter(({ key }) => !rows.some(({ type }) => type === key));
  return [...bound(service, operation, types), ...curated].map(printPattern);
}

/** What the curated table says of an operation's own action. */
export function patternRows(service: string, name: string): readonly PatternRow[] {
  return PATTERNS.filter(({ services, operations }) => services.includes(service) && operations.includes(name));
}

/** True where an argument names the resource, in an ARN or by a rule. */
export function namesResource(pattern: ResourcePattern): boolean {
  return pattern.kind === 'rule' || pattern.slots.length > 0;
}

/** A binding as IAM spells it, in the data's notation. */
export function spelled(service: string, binding: Binding): readonly string[] {
  return spelling(service, binding).map(printPattern);
}

function bound(service: string, operation: Operation, types: readonly ResourceType[]): readonly ResourcePattern[] {
  const bindings = types.flatMap((type) => bindType(operation, type, types, own(NAMED_BY, service) ?? {}));
  const found = bindings.filter(({ members }) => members.length > 0);
  const anyType = ANY_TYPE.find(
    (row) => row.service === service && found.some(({ members }) => members.some(({ path }) => path === row.argument)),
  );
  if (anyType) return [...anyType.on, ...(own(anyType.also, operation.name) ?? [])];
  if (found.length === 0 && !bindings.some(({ type }) => type.required)) return [];
  const makes = own(MADE_ON_THE_WAY, service)?.test(operation.name) === true;
  const patterns = bindings.flatMap((binding): readonly ResourcePattern[] => {
    const { type, members, isSecond } = binding;
    if (!type.required && members.length === 0) return makes ? [binding.pattern] : [];
    // Where a required argument names every alternative, none of them is optional.
    const certain = (type.required && !isSecond) || members.some((member) => member.required);
    return spelling(service, binding).map((pattern) => (certain ? pattern : asOptional(pattern)));
  });
  return collapsed(distinct(patterns), found);
}

/** Only an ARN can be optional: a rule finds its arguments itself. */
function asOptional(pattern: ResourcePattern): ResourcePattern {
  return pattern.kind === 'arn' ? { ...pattern, optional: true } : pattern;
}

function distinct(patterns: readonly ResourcePattern[]): readonly ResourcePattern[] {
  return [...new Map(patterns.map((pattern) => [printPattern(pattern), pattern])).values()];
}

/** The action's types that are of the service's edition. */
export function typesFor(service: string, { name, types }: Action): readonly ResourceType[] {
  const edition = EDITIONS.find(({ services }) => services.includes(service));
  if (edition) {
    const { arn, kind } = edition.types;
    if (edition.except?.test(name)) return types;
    return types.filter((type) => arn.test(type.arn.replace(/\$\{[^}]*\}/g, '')) === (kind === 'matching'));
  }
  const keys = own(PREFERRED_TYPES, prefixOf(name)) ?? [];
  const preferred = types.filter(({ key }) => keys.includes(key));
  return preferred.length > 0 ? preferred : types;
}

/** More than these alternatives of one ARN are written as one pattern. */
const ALTERNATIVES = 4;

/** Tagging operations take any of a service's resources by ARN: one pattern for all of them. */
function collapsed(patterns: readonly ResourcePattern[], bindings: readonly Binding[]): readonly ResourcePattern[] {
  const [first] = bindings;
  const [member] = first?.members ?? [];
  if (
    member === undefined ||
    patterns.length <= ALTERNATIVES ||
    !/(Arn|Resource|ResourceId|ResourceName|Resources\[\])$/.test(member.path) ||
    !bindings.every(({ members }) => members.length === 1 && members[0] === member)
  ) {
    return patterns;
  }
  const arns = patterns.filter((pattern) => pattern.kind === 'arn');
  const slots = first?.pattern.slots.slice(0, 1) ?? [];
  // Amazon EC2 and AWS Systems Manager take IDs where others take ARNs.
  const before = isArnName(member.path) ? '' : anyType(arns);
  return distinct(
    arns.map(
      ({ optional, literals: [start = ''] }): ArnPattern => ({
        kind: 'arn',
        optional,
        literals: [`${start.split(':').slice(0, 5).join(':')}:${before}`, ''],
        slots,
      }),
    ),
  );
}

/** The wildcard of all types: one that ends in the separator where all of them have the same. */
function anyType(patterns: readonly ArnPattern[]): string {
  const separators = new Set(patterns.map(({ literals }) => /[/:]$/.exec(literals.at(-2) ?? '')?.[0]));
  const [separator] = separators;
  return separators.size === 1 && separator !== undefined ? `*${separator}` : '*';
}
