/** What an operation needs in addition to its own action: dependent actions, and tags. */
import { own } from '../../src/own.ts';
import { splitList } from '../../src/sdk/arguments.ts';
import { printCondition } from '../../src/sdk/condition.ts';
import { parsePattern, printPattern, type ResourcePattern } from '../../src/sdk/pattern.ts';
import type { AllowRow, PossibleNeed } from '../../src/sdk/service.ts';
import { KEY_SERVICE, TELLS_ONLY } from '../curated/exceptions.ts';
import { TAGGED_WITH } from '../curated/operations.ts';
import { NOTES } from '../curated/permissions.ts';
import { NAMED_BY } from '../curated/resources.ts';
import { PREFIXES } from '../curated/services.ts';
import { parseArnFormat } from './arnFormat.ts';
import { type Authority, prefixOf } from './authority.ts';
import { bindType } from './bind.ts';
import { namesKeys, undecidedKeys } from './keys.ts';
import type { Operation } from './models.ts';
import { fieldsOf } from './path.ts';
import { namesResource, patternRows, patternsOf, spelled } from './patterns.ts';

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
  ).map(({ what, when }) => (when === undefined ? what : { what, when: when.map(printCondition) }));
  const granted = new Set(rows.flatMap(({ actions }) => actions));
  for (const name of names.toSorted()) {
    const action = authority.action(name);
    if (!action) continue;
    if (prefixOf(action.name) === KEY_SERVICE && keys.length > 0) {
      const on = keys.map((path) => `?arn:$p:kms:$r:$a:key/{@${path}?}`);
      allow.push({ actions: [action.name], on, purpose: 'encryption', when: keys });
      continue;
    }
    if (granted.has(action.name) || TAGGING.test(action.name)) continue;
    if (prefixOf(action.name) === KEY_SERVICE && namesKeys(service, operation)) continue;
    if (TELLS_ONLY.has(prefixOf(action.name))) mayNeed.push(action.name);
    else {
      const on = patternsOf(service, operation, action);
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

/** The verbs of operations that make something, which may be tagged from the start. */
const MAKES =
  /^(Allocate|Clone|Copy|Create|Import|Invite|Launch|Provision|Purchase|Put|Register|Request|Restore|Run|Start|Submit|Upload)/;
const TAGGING = /:(TagResource|AddTagsToResource|AddTags|AddTagsToStream|CreateTags|TagQueue|Tag[A-Z]\w+)$/;

/**
 * A resource that is made with tags is tagged: services ask for the permission to tag it as well.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html and the services' pages
 */
export function tagRow(
  service: string,
  operation: Operation,
  ownRows: readonly AllowRow[],
  authority: Authority,
): AllowRow | undefined {
  const { name, members } = operation;
  const prefix = own(PREFIXES, service) ?? service;
  if (!MAKES.test(name) || /^(CreateTags|PutTags|CreateOrUpdateTags)$/.test(name)) return undefined;
  const noun = name.replace(/^[A-Z][a-z]+/, '');
  const fields = members.flatMap(({ path }) => fieldsOf(path).slice(0, 1));
  // CreateBackupVault has BackupVaultTags, and so has CreateLogicallyAirGappedBackupVault.
  const field =
    fields.find((one) => /^(Tags|TagList|TagSpecifications)$/.test(one)) ??
    fields.find((one) => /.Tags$/.test(one) && noun.endsWith(one.replace(/Tags$/, '')));
  if (field === undefined) return undefined;
  const names = own(own(TAGGED_WITH, service), name) ?? [
    `Tag${noun}`,
    'TagResource',
    'AddTagsToResource',
    'AddTags',
    'AddTagsToStream',
    'CreateTags',
    'TagQueue',
  ];
  const found = names.flatMap((one) => authority.action(`${prefix}:${one}`) ?? []);
  const [action] = found;
  if (action === undefined) return undefined;
  const actions = own(own(TAGGED_WITH, service), name) === undefined ? [action.name] : found.map((one) => one.name);
  // What is tagged is what is made: a node group, not its cluster.
  const types = action.types.filter(({ key }) => key.toLowerCase().replace(/[^a-z0-9]/g, '') === noun.toLowerCase());
  const curated = patternRows(service, name);
  const made = types.flatMap((type): readonly string[] => {
    const rows = curated.filter(({ type: key }) => key === undefined || key === type.key);
    if (rows.length > 0) return rows.flatMap(({ type: key, on }) => (key === undefined ? [] : on.map(printPattern)));
    return bindType(operation, type, types, own(NAMED_BY, service) ?? {})
      .filter(({ isSecond, members }) => !isSecond || members.some(({ required }) => required))
      .flatMap((binding) => spelled(service, binding));
  });
  const taggable = (ownRows[0]?.on ?? []).filter((pattern) => action.types.some(({ arn }) => isOf(pattern, arn)));
  // The reference does not list every type that can be tagged.
  const on = made.length > 0 ? made : taggable;
  return { actions, on: on.length > 0 ? on : (ownRows[0]?.on ?? []), when: [field] };
}

/** True where the pattern is one of the type's ARNs. */
function isOf(text: string, arn: string): boolean {
  const pattern = parsePattern(text);
  const shape = (literals: readonly string[]) => literals.join('*').replace(/\$[pra]/g, '*');
  return pattern.kind === 'arn' && shape(pattern.literals) === shape(parseArnFormat(arn).literals);
}

/** The arguments in a pattern that a call may leave out, up to the first list. */
function optionalFields(pattern: ResourcePattern): readonly string[] {
  const slots = pattern.kind === 'arn' ? pattern.slots.filter(({ optional }) => optional) : [];
  return slots.map(({ paths: [path = ''] }) => splitList(path)[0]);
}
