import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { knownArn, knownOrigin } from '../grants/names.ts';
import { unqualified } from '../integrations/stepfunctions.ts';
import { combinations } from '../values/domain/combinations.ts';
import { ABSENT } from '../values/domain/possible.ts';
import type { Value } from '../values/domain/value.ts';
import { type Argument, elements, isEmptyForNow, type Located, splitList, valueAt, valuesAt } from './arguments.ts';
import { filledIn } from './filledIn.ts';
import { keyResource } from './keys.ts';
import { NAMED } from './named.ts';
import type { ArnPattern, ResourcePattern } from './pattern.ts';
import { type Reading, readingOf } from './reading.ts';
import { isOfService, partialArns, wholeArns } from './wholeArns.ts';

/** The resources of a row's patterns for one call; `*` if all of them are optional and none is given. */
export function resourcesOf(patterns: readonly ResourcePattern[]): ResourceSpec {
  const arns = patterns.filter((pattern) => pattern.kind === 'arn');
  const rules = patterns.flatMap((pattern) => (pattern.kind === 'rule' ? [NAMED[pattern.rule]] : []));
  return (context) => {
    const all = arns.map((pattern) => ({ pattern, resources: resourcesOfArn(pattern, context) }));
    const ofService = all.map(({ pattern, resources }) => resources.filter(({ arn }) => isOfService(arn, pattern)));
    const resources = [
      // An ARN of another service isn't a resource of the action, such as the stream that a log group is subscribed to.
      ...(ofService.some((some) => some.length > 0) ? ofService : all.map((one) => one.resources)).flat(),
      ...rules.flatMap((rule) => rule(context)),
    ];
    if (resources.length > 0 || arns.length === 0) return resources;
    if (arns.some((pattern) => namesNothing(pattern, context))) return [];
    const fields = arns.flatMap(({ slots }) => slots.flatMap(({ paths }) => paths));
    return [{ arn: '*', origin: { kind: 'wildcard', reason: `none of ${[...new Set(fields)].join(', ')} is given` } }];
  };
}

function resourcesOfArn(pattern: ArnPattern, context: CallContext): readonly Resource[] {
  const reading = readingOf(pattern);
  return argumentRows(pattern, context).flatMap((row) => resourcesOfRow(pattern, reading, row, context));
}

/** The arguments in a pattern's slots, a row for each element of the lists that they are in. */
export function argumentRows(pattern: ArnPattern, context: CallContext): readonly (readonly Argument[])[] {
  const root = context.arguments;
  if (namesNothing(pattern, context)) return [];
  const candidates = pattern.slots.map(({ paths }): readonly Candidate[] => {
    const present = presentPaths(paths, root);
    if (present.length > 0) return present.map((path) => ({ field: path, value: root, path }));
    return [{ field: paths.join(' or '), value: ABSENT, path: '' }];
  });
  if (pattern.optional && candidates.every((choice) => choice.every(({ value }) => value === ABSENT))) return [];
  const rows = combinations(candidates).flatMap(elementwise);
  // An element without the name, such as a transaction's Put when the row is about Deletes, doesn't justify a wildcard.
  const named = rows.filter((row) => row.some(({ value }) => value.kind !== 'absent'));
  return named.length > 0 ? named : rows.slice(0, 1);
}

function presentPaths(paths: readonly string[], root: Value): readonly string[] {
  return paths.filter((path) => valuesAt(root, path).some((value) => value.kind !== 'absent'));
}

/** True if a slot is empty only because a list that may have elements has none under this assignment. */
function namesNothing({ slots }: ArnPattern, context: CallContext): boolean {
  return slots.some(
    ({ paths }) =>
      paths.some((path) => isEmptyForNow(path, context)) && presentPaths(paths, context.arguments).length === 0,
  );
}

/** An argument on its way down a path. */
type Candidate = Located & { readonly field: string };

/** One row for each element of each list on the paths; slots below the same list share the element. */
function elementwise(row: readonly Candidate[]): readonly (readonly Argument[])[] {
  const listed = row.find(({ path }) => splitList(path)[1] !== undefined);
  if (listed === undefined) return [row.map((candidate) => ({ field: candidate.field, value: valueAt(candidate) }))];
  const [head, , step] = splitList(listed.path);
  return elements(valueAt({ value: listed.value, path: head }), step).flatMap((element) =>
    elementwise(
      row.map((candidate) => {
        const [other, rest] = splitList(candidate.path);
        if (rest === undefined || other !== head || candidate.value !== listed.value) return candidate;
        return { field: candidate.field, value: element, path: rest };
      }),
    ),
  );
}

/** `row` has an argument for each slot. */
function resourcesOfRow(
  pattern: ArnPattern,
  reading: Reading | undefined,
  row: readonly Argument[],
  context: CallContext,
): readonly Resource[] {
  const last = row.at(-1);
  switch (reading?.kind) {
    case 'object':
      return [filledIn(pattern, row, context)];
    case 'key':
      if (last === undefined || last.value.kind === 'absent') return [filledIn(pattern, row, context)];
      return [keyResource(last.value, last.field, context, reading.service)];
    case 'stateMachine':
      return namedOrWhole(pattern, row, context).map(unqualified);
    case undefined:
      return namedOrWhole(pattern, row, context);
  }
}

/** The last argument as the resource's name, or as its whole ARN. */
function namedOrWhole(pattern: ArnPattern, row: readonly Argument[], context: CallContext): readonly Resource[] {
  const last = row.at(-1);
  if (last === undefined) return [filledIn(pattern, row, context)];
  const partial = partialArns(pattern, last);
  if (partial !== undefined) return partial;
  const { arns: returned = [] } = context.machine;
  const arn = knownArn(last.value, returned);
  const arns = arn === undefined ? undefined : wholeArns(pattern, arn, returned.includes(arn));
  if (arns === undefined) return [filledIn(pattern, row, context)];
  return arns.map((text) => ({ arn: text, origin: knownOrigin(last.value, last.field) }));
}
