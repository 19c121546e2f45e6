/** What an operation needs in addition to its own action: dependent actions. */
import { splitList } from '../../src/sdk/arguments.ts';
import { printCondition } from '../../src/sdk/condition.ts';
import { parsePattern, type ResourcePattern } from '../../src/sdk/pattern.ts';
import type { AllowRow, PossibleNeed } from '../../src/sdk/service.ts';
import { KEY_SERVICE, TELLS_ONLY } from '../curated/exceptions.ts';
import { NOTES } from '../curated/permissions.ts';
import { type Authority, prefixOf } from './authority.ts';
import { namesKeys, undecidedKeys } from './keys.ts';
import type { Operation } from './models.ts';
import { isTop } from './path.ts';
import { namesResource, patternsOf } from './patterns.ts';
import { TAGGING } from './tags.ts';
import { norm, OWN } from './words.ts';

/** Actions that only read, and that IAM has no resources for. */
const READS = /:(Describe|List|Get)/;

interface Dependents {
  readonly allow: readonly AllowRow[];
  readonly mayNeed: readonly (string | PossibleNeed)[];
}

/**
 * Dependent actions: tagging where the call has tags, a key where the call names one, reads that IAM has no resources
 * for, and whatever else the call's arguments name a resource for. The rest is reported, not granted: the reference says
 * of them that they 'may be required', and nothing in the definition says that they are. `rows` are what is granted anyway.
 */
export function dependents(
  service: string,
  operation: Operation,
  ownRows: readonly AllowRow[],
  rows: readonly AllowRow[],
  authority: Authority,
): Dependents {
  const names = [
    ...new Set(
      ownRows.flatMap(({ actions }) => actions.flatMap((action) => authority.action(action)?.dependents ?? [])),
    ),
  ];
  const keys = undecidedKeys(service, operation, rows);
  const allow: AllowRow[] = [];
  const mayNeed: (string | PossibleNeed)[] = NOTES.filter(
    (row) => row.service === service && row.operations.includes(operation.name),
  ).map(({ what, when, unless }) =>
    when === undefined && unless === undefined
      ? what
      : {
          what,
          ...(when === undefined ? {} : { when: when.map(printCondition) }),
          ...(unless === undefined ? {} : { unless: unless.map(printCondition) }),
        },
  );
  const granted = new Set(rows.flatMap(({ actions }) => actions));
  for (const name of names.toSorted()) {
    const action = authority.action(name);
    if (!action) continue;
    if (prefixOf(action.name) === KEY_SERVICE && keys.length > 0) {
      // Lists of keys and aliases are of no key.
      const on = action.types.length === 0 ? [] : keys.map((path) => `?arn:$p:kms:$r:$a:key/{@${path}?}`);
      allow.push({ actions: [action.name], on, purpose: 'encryption', when: keys });
      continue;
    }
    if (granted.has(action.name) || TAGGING.test(action.name)) continue;
    if (prefixOf(action.name) === KEY_SERVICE && namesKeys(service, operation)) continue;
    if (TELLS_ONLY.has(prefixOf(action.name))) mayNeed.push(action.name);
    else {
      const on = patternsOf(service, withoutOwnNames(operation), action);
      const patterns = on.map(parsePattern);
      // Only an optional argument shows that the call does what the other action is for.
      const fields = patterns.flatMap(optionalFields);
      if (action.types.length === 0 && READS.test(action.name))
        allow.push({ actions: [action.name], on, purpose: 'data' });
      else if (fields.length > 0 && patterns.every(namesResource)) {
        allow.push({ actions: [action.name], on, purpose: 'data', when: [...new Set(fields)] });
      } else mayNeed.push(action.name);
    }
  }
  return { allow, mayNeed };
}

/** The Arn, the Id or the Name of an operation is that of what it is about, and not of what another action needs. */
function withoutOwnNames(operation: Operation): Operation {
  return { ...operation, members: operation.members.filter(({ path }) => !isTop(path) || !OWN.has(norm(path))) };
}

/** The arguments in a pattern that a call may leave out, up to the first list. */
function optionalFields(pattern: ResourcePattern): readonly string[] {
  const slots = pattern.kind === 'arn' ? pattern.slots.filter(({ optional }) => optional) : [];
  return slots.map(({ paths: [path = ''] }) => splitList(path)[0]);
}
