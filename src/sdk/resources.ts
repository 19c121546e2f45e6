import type { Resource } from '../grants/grant.ts';
import type { CallContext, ResourceSpec } from '../grants/integration.ts';
import { knownArn, knownOrigin } from '../grants/names.ts';
import { unqualified } from '../integrations/stepfunctions.ts';
import { ABSENT } from '../values/domain/possible.ts';
import { type Argument, elements, type Located, splitList, valueAt, valuesAt } from './arguments.ts';
import { filledIn } from './filledIn.ts';
import { keyOf } from './keys.ts';
import { NAMED } from './named.ts';
import type { ArnPattern, ResourcePattern } from './pattern.ts';
import { isOfService, partialArns, wholeArns } from './wholeArns.ts';

/** Names the resources of a row's patterns for one call; `*` where each of them is optional and none is given. */
export function resourcesOf(patterns: readonly ResourcePattern[]): ResourceSpec {
  const arns = patterns.filter((pattern) => pattern.kind === 'arn');
  const rules = patterns.flatMap((pattern) => (pattern.kind === 'rule' ? [NAMED[pattern.rule]] : []));
  return (context) => {
    const all = arns.map((pattern) => ({ pattern, resources: resourcesOfArn(pattern, context) }));
    const ofService = all.map(({ pattern, resources }) => resources.filter(({ arn }) => isOfService(arn, pattern)));
    const resources = [
      // An ARN of another service is no resource of the action, such as the stream that a log group is subscribed to.
      ...(ofService.some((some) => some.length > 0) ? ofService : all.map((one) => one.resources)).flat(),
      ...rules.flatMap((rule) => rule(context)),
    ];
    if (resources.length > 0 || arns.length === 0) return resources;
    const fields = arns.flatMap(({ slots }) => slots.flatMap(({ paths }) => paths));
    return [{ arn: '*', origin: { kind: 'wildcard', reason: `none of ${[...new Set(fields)].join(', ')} is given` } }];
  };
}

/** A state machine is started by a version or an alias: https://docs.aws.amazon.com/step-functions/latest/dg/auth-version-alias.html */
const STATE_MACHINE = 'arn:$p:states:$r:$a:stateMachine:';

function resourcesOfArn(pattern: ArnPattern, context: CallContext): readonly Resource[] {
  const root = context.arguments;
  const candidates = pattern.slots.map(({ paths }): readonly Candidate[] => {
    const given = paths.filter((path) => valuesAt(root, path).some((value) => value.kind !== 'absent'));
    if (given.length > 0) return given.map((path) => ({ field: path, value: root, path }));
    return [{ field: paths.join(' or '), value: ABSENT, path: '' }];
  });
  if (pattern.optional && candidates.every((choice) => choice.every(({ value }) => value === ABSENT))) return [];
  const rows = product(candidates).flatMap(elementwise);
  // An element that names nothing, such as the Put of a transaction where Deletes are counted, is no wildcard's reason.
  const named = rows.filter((row) => row.some(({ value }) => value.kind !== 'absent'));
  const found = (named.length > 0 ? named : rows.slice(0, 1)).flatMap((row) => resourcesOfRow(pattern, row, context));
  return pattern.literals[0] === STATE_MACHINE ? found.map(unqualified) : found;
}

/** An argument on its way down a path. */
type Candidate = Located & { readonly field: string };

function product(choices: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  return choices.reduce<readonly (readonly Candidate[])[]>(
    (rows, choice) => rows.flatMap((row) => choice.map((candidate) => [...row, candidate])),
    [[]],
  );
}

/** One row for each element of each list that the paths walk; slots below the same list share the element. */
function elementwise(row: readonly Candidate[]): readonly (readonly Argument[])[] {
  const listed = row.find(({ path }) => splitList(path)[1] !== undefined);
  if (listed === undefined) return [row.map((candidate) => ({ field: candidate.field, value: valueAt(candidate) }))];
  const [head] = splitList(listed.path);
  return elements(valueAt({ value: listed.value, path: head })).flatMap((element) =>
    elementwise(
      row.map((candidate) => {
        const [other, rest] = splitList(candidate.path);
        if (rest === undefined || other !== head || candidate.value !== listed.value) return candidate;
        return { field: candidate.field, value: element, path: rest };
      }),
    ),
  );
}

/** The start of a pattern of keys, of AWS KMS or AWS Payment Cryptography: an alias is no key. */
const KEY = /^arn:\$p:([a-z-]+):\$r:\$a:key\/$/;

/** `row` has an argument for each slot. */
function resourcesOfRow(pattern: ArnPattern, row: readonly Argument[], context: CallContext): readonly Resource[] {
  const last = isObject(pattern) ? undefined : row.at(-1);
  if (last === undefined) return [filledIn(pattern, row, context)];
  const keys = KEY.exec(pattern.literals[0] ?? '')?.[1];
  if (last.value.kind !== 'absent' && keys !== undefined) return [keyOf(last.value, last.field, context, keys)];
  const partial = partialArns(pattern, last);
  if (partial !== undefined) return partial;
  const arn = knownArn(last.value);
  const arns = arn === undefined ? undefined : wholeArns(pattern, arn);
  if (arns === undefined) return [filledIn(pattern, row, context)];
  return arns.map((text) => ({ arn: text, origin: knownOrigin(last.value, last.field) }));
}

/** True for an object in S3: any text can be an object's key, also one that looks like an ARN. */
function isObject({ literals, slots }: ArnPattern): boolean {
  return literals[0] === 'arn:$p:s3:::' && slots.length > 1;
}
